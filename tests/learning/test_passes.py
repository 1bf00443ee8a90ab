"""What one page adds to the counts, in each of the two passes."""

from cleaner.learning.counts import Miss, PlaceCount, SiteCount, TextCount
from cleaner.learning.observation import digest
from cleaner.learning.passes import body_keys, count_places, count_texts
from cleaner.learning.repeated import Repeated
from tests.learning.counted import MEMBERS, SITE, observation, seen, text_count

KEY = digest("the paper belongs to the people who read it.")


def test_what_stands_for_an_article_stands_on_its_site() -> None:
    assert list(body_keys(observation(bodies=(b"x", b"y")))) == [(SITE, b"x"), (SITE, b"y")]
    assert list(body_keys(observation())) == []


def test_the_first_pass_counts_the_page_its_texts_and_their_forms() -> None:
    few, many = seen("12 boats", kept=False), seen("900 boats", tail=True)
    page = observation(seen("Ferry"), few, many, rules=("mine/share.mail",))
    counts = dict(count_texts(page))
    assert list(counts) == [
        (SITE, "site"),
        (SITE, "is", digest("ferry")),
        (SITE, "is", digest("12 boats")),
        (SITE, "is", digest("900 boats")),
        (SITE, "like", few.form_key),
    ]
    assert counts[SITE, "site"] == SiteCount(1, (("mine/share.mail", 1),))
    form = counts[SITE, "like", few.form_key]
    assert isinstance(form, TextCount)
    # one page counts once, as the text that it keeps
    assert (form.form, form.texts, form.forms) == ("{n} boats", ("900 boats",), (many.key,))
    assert (form.pages.seen, form.pages.kept, form.pages.tail) == (1, 1, 1)


def test_a_text_without_a_key_is_not_counted() -> None:
    assert [key[1] for key, _ in count_texts(observation(seen("Ferry", key=b"")))] == ["site"]


def test_the_second_pass_counts_places_and_what_comes_near() -> None:
    repeated = Repeated([((SITE, "is", KEY), text_count())])
    house = seen(MEMBERS, key=KEY, look="aside > p", selectors=(".members",))
    near = seen("The paper belongs to Nora Lind now, the people say.", prose=True, selectors=(".story", ".lead"))
    counts = list(count_places(observation(house, near), repeated))
    places = {key: count for key, count in counts if isinstance(count, PlaceCount)}
    assert {key: (count.pages, count.own, count.prose, count.texts) for key, count in places.items()} == {
        (SITE, "look", "aside > p"): (1, 0, 0, ()),
        (SITE, "css", ".members"): (1, 0, 0, ()),
        (SITE, "look", "div > p"): (1, 1, 1, (near.text,)),
        (SITE, "css", ".story"): (1, 1, 1, (near.text,)),
        (SITE, "css", ".lead"): (1, 1, 1, (near.text,)),
    }
    ((key, miss),) = [(key, count) for key, count in counts if isinstance(count, Miss)]
    # four words from the start count three each, and of those longer than three letters each one more
    assert (key, miss) == ((SITE, "miss", "is", KEY), Miss(15.0, near.text))
