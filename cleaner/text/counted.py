"""Numbers of things in words: one page, two pages."""


def counted(number: int, noun: str) -> str:
    """Return a number and its noun, which is in the plural unless there is just one.

    >>> counted(1, "page"), counted(2_000, "page")
    ('1 page', '2,000 pages')
    """
    return f"{number:,} {noun if number == 1 else many(noun)}"


def many(noun: str) -> str:
    """Return the plural of a noun.

    >>> many("copy"), many("match"), many("day")
    ('copies', 'matches', 'days')
    """
    if noun.endswith(("ch", "sh", "s", "x")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou") else f"{noun}s"
