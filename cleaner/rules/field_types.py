"""The values the rule language is made of: ranges, phrases, lists of texts, and models that refuse unknown keys."""

from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Range(NamedTuple):
    """Numbers from *low* to *high*, both included."""

    low: float
    high: float

    def holds(self, number: float) -> bool:
        """Say whether *number* lies in the range."""
        return self.low <= number <= self.high


class Phrase(NamedTuple):
    """A phrase and the language it is of; `""` where the file does not say."""

    language: str
    text: str


def _range(value: Any) -> Any:
    if isinstance(value, Range):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Range(value, value)
    low, dots, high = str(value).partition("..")
    try:
        made = Range(float(low or 0), float(high or "inf"))
    except ValueError:
        dots = ""
    if not dots or not made.low <= made.high:
        raise ValueError(f"expected a range such as 3..40, ..40 or 0.5.., found {value!r}")
    return made


def _phrases(value: Any) -> Any:
    groups = value if isinstance(value, dict) else {"": value}
    made = []
    for language, phrases in groups.items():
        if not isinstance(phrases, (list, tuple)) or not phrases:
            raise ValueError(f"expected a list of phrases, or lists keyed by language, found {phrases!r}")
        for phrase in phrases:
            if isinstance(phrase, Phrase):
                made.append(phrase)
            elif isinstance(phrase, str) and phrase.strip():
                made.append(Phrase(str(language), phrase))
            else:
                raise ValueError(f"expected a phrase in quotes, found {phrase!r}")
    return tuple(made)


def as_tuple(value: Any) -> Any:
    """Return a single value as a list of one."""
    return value if isinstance(value, (list, tuple)) else (value,)


Numbers = Annotated[Range, BeforeValidator(_range, json_schema_input_type=str | float)]
Phrases = Annotated[
    tuple[Phrase, ...],
    BeforeValidator(_phrases, json_schema_input_type=list[str] | dict[str, list[str]]),
]
Strings = Annotated[tuple[str, ...], BeforeValidator(as_tuple, json_schema_input_type=str | list[str])]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,63}$")]


class Strict(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False, defer_build=True)
