"""Regular expressions that are compiled when they are first used: compiling all takes longer than cleaning a page."""

import re
from typing import Any, AnyStr, cast

_USES = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


def lazy(expression: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """Return *expression* as a pattern that is compiled with *flags* when it is first used.

    >>> lazy(r"ferr(y|ies)", re.I).findall("Ferries and a ferry")
    ['ies', 'y']
    """
    return cast("re.Pattern[AnyStr]", _Lazy(expression, flags))


class _Lazy:
    def __init__(self, expression: str | bytes, flags: re.RegexFlag) -> None:
        self._written = (expression, flags)

    def __getattr__(self, name: str) -> Any:
        pattern: re.Pattern[Any] = re.compile(*self._written)
        # found here from now on, at no cost
        vars(self).update({use: getattr(pattern, use) for use in _USES})
        return getattr(pattern, name)
