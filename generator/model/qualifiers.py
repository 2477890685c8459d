"""What is said before or after a number: "at least", "up to", "or more". It is part of the value (rule 3)."""

from __future__ import annotations

import re
from typing import Literal

from generator.model.numerals import Found, plain_text

Qualifier = Literal["at-least", "more-than", "about", "up-to", "fewer-than"]

_PHRASES: dict[Qualifier, str] = {
    "at-least": "at least|no fewer than|no less than|not less than|a minimum of|minimum of|minimum",
    "more-than": "more than|over|above|exceeding|exceeds|exceed|exceeded|in excess of|upwards of",
    "about": "about|around|approximately|approx|nearly|almost|close to|roughly|some|an estimated|estimated|circa",
    "up-to": "up to|as many as|as much as|no more than|not more than|at most|a maximum of|maximum of|maximum",
    "fewer-than": "fewer than|less than|under|below",
}
QUALIFIERS_BEFORE: dict[str, Qualifier] = {
    phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases.split("|")
}
QUALIFIERS_AFTER: dict[str, Qualifier] = {
    "or more": "at-least", "at least": "at-least", "-plus": "at-least", "+": "at-least",
    "or so": "about", "at most": "up-to", "or fewer": "up-to", "or less": "up-to",
}  # fmt: skip

_BEFORE = re.compile(
    rf"(?<!\w)(?<!took )(?<!take )(?<!taken )(?<!taking )(?<!handed )"
    rf"({'|'.join(sorted(QUALIFIERS_BEFORE, key=len, reverse=True))})"
    r"\s*(?:\b(?:us|pkr|rs)\b\.?)?\s*[$€£]?\s*$"
)
_AFTER = re.compile(rf"\s*({'|'.join(map(re.escape, QUALIFIERS_AFTER))})(?!\w)")


def qualifier_before(text: str, found: Found) -> Qualifier | None:
    """The English qualifier attached to the number, before it ("over $50m") or after ("58-plus")."""
    plain = plain_text(text)
    if before := _BEFORE.search(plain[max(0, found.start - 40) : found.start]):
        return QUALIFIERS_BEFORE[before[1]]
    after = _AFTER.match(plain, found.end)
    return QUALIFIERS_AFTER[after[1]] if after else None
