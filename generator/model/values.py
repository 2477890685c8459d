"""Figures as people say them: "58", "at least 58", "60 to 70", "dozens".

The qualifier is part of the value, and a word never becomes an integer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from generator.model.numerals import numbers_in
from generator.model.qualifiers import QUALIFIERS_AFTER, QUALIFIERS_BEFORE, Qualifier

Kind = Literal["exact", Qualifier, "range", "about-range", "at-least-range", "up-to-range", "word"]

WORDS = (
    "dozens", "scores", "tens", "hundreds", "thousands", "millions", "tens of thousands",
    "hundreds of thousands", "several dozen", "several hundred", "several thousand", "several",
    "many", "numerous", "countless", "a few", "a handful", "a number", "a large number",
    "no figure given",
)  # fmt: skip
SAME_WORD = {"few": "a few", "large numbers": "a large number", "a great many": "many"}
_RANGES: dict[Qualifier | None, Kind] = {
    None: "range",
    "about": "about-range",
    "at-least": "at-least-range",
    "up-to": "up-to-range",
}
_OPEN: frozenset[Kind] = frozenset({"at-least", "more-than", "up-to", "fewer-than"})
_LONGEST_FIRST = sorted(QUALIFIERS_BEFORE, key=len, reverse=True)
_RIGHT_FORMS = "write it like 58, at least 58, more than 200, about 20, up to 18, 60 to 70 or dozens"
LARGEST = 10**15
LONGEST = 80
"""Characters that a figure can take; what is longer is not looked at."""
_THOUSAND = 1000
_SCALED = re.compile(r"(thousand|lakh|crore|million|billion|trillion|\d[mk]|[mbt]n)$")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


@dataclass(frozen=True)
class Value:
    """What was said: a kind with the bounds it names, or a word with none."""

    kind: Kind
    low: int | None = None
    """The number of "at least", and of "more than", which itself is not included."""
    high: int | None = None
    """The number of "up to", and of "fewer than", which itself is not included."""
    word: str | None = None

    def __str__(self) -> str:
        return self.printed

    @property
    def printed(self) -> str:
        """The one English printing; reading it gives an equal value."""
        if self.word is not None:
            return self.word
        said = " to ".join(self.said)
        qualifier = self.kind.removesuffix("-range").replace("-", " ")
        return said if self.kind in {"exact", "range"} else f"{qualifier} {said}"

    @property
    def said(self) -> tuple[str, ...]:
        """The numbers as they are printed."""
        unclear = len(self.numbers) > 1 and self.numbers[0] < _THOUSAND  # "4 to 5 million"
        return tuple(f"{n:,}" if unclear else print_number(n) for n in self.numbers)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The integers that are said, in order: none for a word, two for a range."""
        bounds = (self.low,) if self.low == self.high else (self.low, self.high)
        return tuple(number for number in bounds if number is not None)

    def same_number_as(self, other: Value) -> bool:
        """Whether both say the same number or word, whatever the qualifier."""
        return (self.numbers, self.word) == (other.numbers, other.word)

    def falls_below(self, other: Value) -> bool:
        """Whether this says a lower number; an open kind must be lower throughout, a word never is."""
        if not self.numbers or not other.numbers or self.same_number_as(other):
            return False
        if {self.kind, other.kind} & _OPEN:
            return self.numbers[-1] < other.numbers[0]
        return self.numbers[0] <= other.numbers[0] and self.numbers[-1] <= other.numbers[-1]


def print_number(number: int) -> str:
    """With thousands separated, or as "4.5 billion" where two decimals say it exactly."""
    scale, name = next(((scale, name) for scale, name in _SCALES if number >= scale), (1, ""))
    if name and number * 100 % scale == 0:
        return f"{Decimal(number) / scale:,f} {name}"
    return f"{number:,}"


@lru_cache(maxsize=10_000)
def parse_value(text: str) -> Value:
    """Read a value as a contributor writes it, raising ValueError with the right form."""
    said = " ".join(text.lower().split())
    if len(said) > LONGEST:
        raise ValueError(f"cannot read '{said[:LONGEST]}…' as a figure; {_RIGHT_FORMS}")
    word = SAME_WORD.get(said, said)
    if word in WORDS:
        return Value("word", word=word)
    qualifier, bare = _qualifier(said)
    number = _number(bare)
    if number is not None:
        return _single(qualifier, number)
    value = _range(qualifier, bare)
    if value is None:
        raise ValueError(f"cannot read '{' '.join(text.split())}' as a figure; {_hint(said)}")
    return value


def _qualifier(said: str) -> tuple[Qualifier | None, str]:
    """The qualifier and the text without it, the longest phrase first."""
    for phrase in _LONGEST_FIRST:
        if said.startswith(f"{phrase} "):
            return QUALIFIERS_BEFORE[phrase], said[len(phrase) :].strip()
    for phrase, qualifier in QUALIFIERS_AFTER.items():
        if said.endswith(phrase):
            return qualifier, said.removesuffix(phrase).strip()
    return None, said


def _number(text: str) -> int | None:
    """The number that the whole text says, if it says one."""
    found = numbers_in(text, "en")
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return None
    return found[0].value if (found[0].value or 0) <= LARGEST else None


def _single(qualifier: Qualifier | None, number: int) -> Value:
    low = None if qualifier in {"up-to", "fewer-than"} else number
    high = None if qualifier in {"at-least", "more-than"} else number
    return Value(qualifier or "exact", low, high)


def _range(qualifier: Qualifier | None, text: str) -> Value | None:
    """A range, with or without a qualifier, that names the lower number first."""
    kind = _RANGES.get(qualifier)
    return next((Value(kind, low, high) for low, high in _splits(text) if kind and low < high), None)


def _splits(text: str) -> Iterator[tuple[int, int]]:
    """Both numbers of "60 to 70", "60–70", "between 60 and 70"."""
    between = text.startswith("between ")
    separators = r" and " if between else r" to |\s?[-–—]\s?"
    bare = text.removeprefix("between ")
    for match in re.finditer(separators, bare):
        low, high = _number(bare[: match.start()]), _number(bare[match.end() :])
        if low is not None and high is not None and not _shares_scale(low, bare):
            yield low, high


def _shares_scale(low: int, text: str) -> bool:
    """Whether the lower number may lack the scale of the upper one: "4 to 5 million"."""
    return low < _THOUSAND and bool(_SCALED.search(text))


_SIGN_WORDS = {
    "~": "about", "≈": "about", "±": "about", "c.": "about", "ca.": "about", "ca": "about",
    ">": "more than", ">=": "at least", "≥": "at least", "<": "fewer than", "<=": "up to", "≤": "up to",
}  # fmt: skip
_SIGN = re.compile(rf"({'|'.join(map(re.escape, sorted(_SIGN_WORDS, key=len, reverse=True)))})\s*(\S.*)")
_NO_COUNT_NEXT = re.compile(r"(?! [a-z])| (?:to|and|or|mil|mio|k|m|bn|tn|lac)\b")


def _before_what_is_counted(said: str) -> str | None:
    """The value at the beginning of "at least 58 soldiers", when words follow it that make it none."""
    found = numbers_in(said, "en")
    end = found[-1].end if found else 0
    qualifier, bare = _qualifier(said[:end])
    is_value = _number(bare) is not None or _range(qualifier, bare) is not None
    return said[:end] if is_value and not _NO_COUNT_NEXT.match(said, end) else None


def _hint(said: str) -> str:
    """What to write instead, for the mistakes that are easily made."""
    if (sign := _SIGN.fullmatch(said)) and _number(sign[2]) is not None:
        return f"write {_SIGN_WORDS[sign[1]]} {sign[2]}"
    if (counted := _before_what_is_counted(said)) is not None:
        return f"write {counted} alone; what is counted stands in 'of' and 'outcome'"
    for word in sorted(WORDS, key=len, reverse=True):
        if re.search(rf"\b{word}\b", said):
            return f"write '{word}' alone, without what is counted or a qualifier"
    if re.search(r"[$€£]|\b(usd?|pkr|rs|rupees|dollars)\b", said):
        return "leave out the currency, which belongs to the group that is counted"
    if re.fullmatch(r".*\d{1,3}(\.\d{3})+", said):
        return "write thousands with a comma, 1,203, and decimals only before million or billion"
    if _SCALED.search(said):
        return "write out both ends of a range, 4 million to 5 million"
    if len(numbers_in(said, "en")) > 1:
        return "write a range as 60 to 70 or about 60 to 70, the lower number first"
    return _RIGHT_FORMS
