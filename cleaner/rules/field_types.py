"""How the values of files are written, and what is refused: ranges, phrases, lists of texts, amounts.

`annotations` reads them; a page that is cleaned needs none of this.
"""

import re
from math import inf
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from cleaner.rules.conditions import Role
from cleaner.rules.schema import MAX_CLIMB
from cleaner.rules.values import Phrase, Range, as_written

_WRITTEN = r"\s*(-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))?\s*\.\.\s*(-?[0-9]+(?:\.[0-9]+)?)?\s*"
"""A range as a file has it."""
_WRITTEN_SHARES = r"\s*(?:0?\.[0-9]+|0|1(?:\.0+)?)?\s*\.\.\s*(?:0(?:\.[0-9]+)?|1(?:\.0+)?)?\s*"
"""The same of shares, 0 to 1."""


def _range(value: Any) -> Any:
    if isinstance(value, Range):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Range(value, value)
    written = re.fullmatch(_WRITTEN, str(value))
    made = Range(float(written[1] or 0), float(written[2] or "inf")) if written else None
    if made is None or not made.low <= made.high:
        raise ValueError(f"expected a range such as 3..40, ..40 or 0.5.., found {as_written(value)}")
    return made


def _version(value: Any) -> Any:
    if type(value) is not int:  # true and 1.0 are equal to 1
        raise ValueError(f"expected 1, found {as_written(value)}")
    return value


def _share(value: Range) -> Range:
    if not 0 <= value.low <= 1 or (value.high > 1 and value.high != inf):
        raise ValueError(f"expected shares from 0 to 1, as in 0.5.., found {value.low:g}..{value.high:g}")
    return value


def _phrases(value: Any) -> Any:
    groups = value if isinstance(value, dict) else {"": value}
    made = []
    for language, phrases in groups.items():
        if not isinstance(phrases, (str, list, tuple)) or not phrases:
            raise ValueError(f"expected a list of phrases, or lists keyed by language, found {as_written(phrases)}")
        for phrase in [phrases] if isinstance(phrases, str) else phrases:
            if isinstance(phrase, Phrase):
                made.append(phrase)
            elif isinstance(phrase, str) and phrase.strip():
                made.append(Phrase(str(language), phrase))
            else:
                raise ValueError(f"expected a phrase in quotes, found {as_written(phrase)}")
    return tuple(made)


def as_tuple(value: Any) -> Any:
    """Return a single value as a list of one."""
    return value if isinstance(value, (list, tuple)) else (value,)


def _excuses(value: Any) -> Any:
    if isinstance(value, dict) and (unknown := [key for key in value if key != "ignore"]):
        raise ValueError(f"expected ignore: {{CODE: reason}}, found {unknown[0]!r}")
    return value


def _in_hundredths(amount: float) -> float:
    if round(amount, 2) != amount:
        raise ValueError(f"expected whole hundredths, so that sums are exact; the nearest to {amount} is {amount:.2f}")
    return amount


# what editors are told of a value
_WrittenNumbers = Annotated[str, Field(pattern=f"^{_WRITTEN}$")] | float
_WrittenShares = Annotated[str, Field(pattern=f"^{_WRITTEN_SHARES}$")] | Annotated[float, Field(ge=0, le=1)]
_WrittenPhrase = Annotated[str, Field(pattern=r"\S")]
_WrittenPhrases = _WrittenPhrase | Annotated[list[_WrittenPhrase], Field(min_length=1)]
Version = Annotated[Literal[1], BeforeValidator(_version)]
Numbers = Annotated[Range, BeforeValidator(_range, json_schema_input_type=_WrittenNumbers)]
Shares = Annotated[Range, AfterValidator(_share), BeforeValidator(_range, json_schema_input_type=_WrittenShares)]
Phrases = Annotated[
    tuple[Phrase, ...], BeforeValidator(_phrases, json_schema_input_type=_WrittenPhrases | dict[str, _WrittenPhrases])
]
Strings = Annotated[tuple[str, ...], BeforeValidator(as_tuple, json_schema_input_type=str | list[str])]
Roles = Annotated[tuple[Role, ...], BeforeValidator(as_tuple, json_schema_input_type=Role | list[Role])]
Steps = Annotated[int, Field(strict=True, json_schema_extra={"minimum": 1, "maximum": MAX_CLIMB})]
Excuses = Annotated[dict[str, dict[str, str]], BeforeValidator(_excuses)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,63}$")]

MOST = 100.0
"""Log-odds that no amount passes. Not measured: all facts of a block together weigh less."""
Hundredths = Annotated[float, Field(strict=True, ge=-MOST, le=MOST), AfterValidator(_in_hundredths)]
"""Log-odds with no more than two decimals."""
Amounts = tuple[Hundredths, Hundredths]
"""What something weighs, and what it weighs on pages that call themselves news."""


class Strict(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False, defer_build=True)
