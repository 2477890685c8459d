"""How each kind of text looks to an editor: what a schema can say of it, never stricter than the records are.

An editor reads YAML's values before it checks them: `58` reaches the schema as a number, `true` as a truth value.
Patterns keep to what Python and JavaScript read alike. A pattern that cannot follow the records lets more through:
a number or position with a letter or digit of another script, or an accent, passes.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.dates import WORD_MINUTES, YEARS
from generator.model.fields import MAX_ID
from generator.model.number_words import FOREIGN_SCALES, SCALES, TENS, UNITS
from generator.model.qualifiers import QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from generator.model.values import LARGEST, LONGEST, SAME_WORD, WORDS

Schema = dict[str, object]


def _any_case(text: str) -> str:
    """A pattern for a text in capitals or small letters, with any run of spaces for a space."""
    signs = (f"[{c.upper()}{c}]" if c.isalpha() else r"\s+" if c == " " else f"[{c}]" for c in text)
    return "".join(signs)


def _one_of(texts: Iterable[str]) -> str:
    """A pattern for any of the texts, in any case; the longest is tried first."""
    return f"(?:{'|'.join(_any_case(text) for text in sorted(set(texts), key=lambda t: (-len(t), t)))})"


def _whole(pattern: str, before: str = "") -> str:
    """Exactly this, with spaces around it or not: a folded text ends with the end of a line."""
    return rf"^{before}\s*(?:{pattern})\s*$"


def _at_most(limit: int) -> str:
    """At most so many characters, runs of spaces counted once.

    Only ASCII is counted: two characters may be one by the time that the record gets them (an accent and its letter).
    """
    return rf"\s*(?=\S)(?:[^\s!-~]*(?:[!-~]|\s+(?=\S))){{0,{limit}}}[^\s!-~]*\s*$"


_YEAR = f"(?:1[89][0-9]{{2}}|2[01][0-9]{{2}}|{YEARS[-1]})"
_MONTH = f"{_YEAR}-(?:0[1-9]|1[0-2])"
_DAY = (
    rf"{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    rf"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_DATE = rf"(?:(?:night\s+of|week\s+of|by)\s+)?{_DAY}|{_DAY}\s+to\s+{_DAY}|{_MONTH}(?:\s+to\s+{_MONTH})?|{_YEAR}"
_CLOCK = r"(?:(?:about|before|after)\s+)?(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_TIME = "|".join([_CLOCK, *(word.replace(" ", r"\s+") for word in WORD_MINUTES)])

_FRACTION = r"(?:\.[0-9]{1,2})?"
_LATITUDE = rf"-?(?:90(?:\.0{{1,2}})?|[0-8]?[0-9]{_FRACTION})"
_LONGITUDE = rf"-?(?:180(?:\.0{{1,2}})?|(?:1[0-7]|0?[0-9])?[0-9]{_FRACTION})"
_FOREIGN = r"[\s\S]*[^\u0000-\u00a9\u2000-\u206f\u20a0-\u20cf][\s\S]*"
_COORDINATES = rf"{_LATITUDE}\s*,\s*{_LONGITUDE}|{_FOREIGN}"

_PLAIN_SCALES = {scale for scale in SCALES if scale.isascii()} - FOREIGN_SCALES
_NUMBER_WORDS = _one_of([*UNITS, *filter(None, TENS), *_PLAIN_SCALES, "a", "half", "and"])
_SAYS = rf"(?:[0-9]|{_NUMBER_WORDS})"
_NUMBER = rf"{_SAYS}(?:{_SAYS}|[ ,.'\n\t\u00a0\u2000-\u206f-]|\s{_one_of(['e', 'et', 'y'])}(?=\s))*"
_RANGE = rf"(?:{_any_case('between')}\s+)?{_NUMBER}(?:(?:{_any_case('to')}\s+|-\s*){_NUMBER})?"
_VALUE = (
    rf"{_one_of([*WORDS, *SAME_WORD])}"
    rf"|(?:{_one_of(QUALIFIERS_BEFORE)}\s+)?{_RANGE}\s*{_one_of(QUALIFIERS_AFTER)}?|{_FOREIGN}"
)

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_SHORT = rf"(?=\s*[a-z0-9-]{{1,{MAX_ID}}}(?![a-z0-9-]))"
_REFERENCE = rf"^{_SHORT}{_ID}(?:#(?:{_SHORT}{_ID})?)?$"

_NOT_IN_ADDRESSES = r"\u0000-\u0020\u007f\u0022<>\\^`{|}"
_LABEL_OF_HOST = rf"[^{_NOT_IN_ADDRESSES}/?#@:.\[\]]+"
_HOST = rf"(?:{_LABEL_OF_HOST}(?:\.{_LABEL_OF_HOST})+\.*|\[[^{_NOT_IN_ADDRESSES}/?#@]*\])"
_ADDRESS = rf"^[hH][tT][tT][pP][sS]?://{_HOST}(?::[0-9]*)?(?:[/?#][^{_NOT_IN_ADDRESSES}]*)?$"

TRUTH: Schema = {
    "description": "The words true and false are text like any other.",
    "not": {"type": ["string", "number", "null", "array", "object"]},
}
"""Put so that editors do not offer the two; the description keeps them from printing a field's title twice."""


def _text(pattern: str, wanted: str) -> Schema:
    """A text that may look like a number or a truth value to the editor."""
    told = {"type": ["string", "number"], "pattern": pattern, "errorMessage": wanted}
    return {"anyOf": [told, {"$ref": "#/definitions/TrueOrFalse"}]}


def _only(pattern: str, wanted: str) -> Schema:
    """A text that never looks like anything else."""
    return {"type": "string", "pattern": pattern, "errorMessage": wanted}


def _or_number(pattern: str, least: int, most: int, wanted: str) -> Schema:
    """A text that is a whole number between bounds, or follows a pattern."""
    numbers = {"minimum": least, "maximum": most}
    return {"type": ["string", "integer"], **numbers, "pattern": pattern, "errorMessage": wanted}


_DATE_HINT = (
    "write a date like 2025-10-11, night of 2025-10-11, 2025-10-10 to 2025-10-17, week of 2025-10-06,"
    " 2025-10, 2025-10 to 2025-12, 2025 or by 2025-11-30"
)
_VALUE_HINT = "write a number like 58, at least 58, more than 200, about 20, up to 18, 60 to 70 or dozens"
_ID_HINT = "write an id: small letters a to z, digits and single hyphens, like sorn-bridge"

TEXTS: dict[str, Schema] = {
    "id": _text(_whole(_SHORT + _ID), _ID_HINT),
    "reference": _text(_REFERENCE, "write CLAIM-ID#FIGURE-KEY, like 2025-10-12-press-conference#soldiers-killed"),
    "line": _text(f"^{_at_most(200)}", "write one line of text, at most 200 characters"),
    "sentences": _text(f"^{_at_most(2_000)}", "write a sentence or two, at most 2,000 characters"),
    "words": _text(f"^{_at_most(500)}", "write the words as they stand on the page, at most 500 characters"),
    "prose": _text(r"\S", "write some prose"),
    "address": _only(_ADDRESS, "write the full address: https://example.org/page"),
    "language": _only("^[a-z]{2,3}$", "write two small letters: en, ur, ps, fa"),
    "country": _only("^[A-Z]{3}$", "write three capital letters: AFG, PAK"),
    "value": _or_number(_whole(_VALUE, f"(?={_at_most(LONGEST)})"), 0, LARGEST, _VALUE_HINT),
    "date": _or_number(_whole(_DATE), YEARS[0], YEARS[-1], _DATE_HINT),
    "time": _only(_whole(_TIME), "write a time like 21:50, about 21:50, before 22:00, after 20:00 or early morning"),
    "coordinates": _only(_whole(_COORDINATES), "write latitude, longitude like 34.11, 71.08; two decimals at most"),
}
"""What stands in the schema for each kind of text that a field names (see told in model/fields.py)."""
