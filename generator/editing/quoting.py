"""What a quote seems to say in numbers, as a proposal that a person accepts or changes. Nothing else uses it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from generator.editing.finding import Choice, folded
from generator.model.numerals import Found, numbers_in
from generator.model.qualifiers import qualifier_before
from generator.model.values import WORDS, parse_value

_OUTCOMES = {
    "killed-or-wounded": r"casualt\w+|killed (?:or|and) (?:wounded|injured)|either killed or",
    "killed": r"kill\w*|dead|die[ds]?|deaths?|slain|toll|fatalit\w+|martyr\w*",
    "wounded": r"wound\w+|injur\w+|hurt",
    "captured": r"captur\w+|seiz\w+|overr[au]n|prisoners?",
    "destroyed": r"destroy\w+",
    "damaged": r"damag\w+",
    "displaced": r"displac\w+|fled",
    "missing": r"missing",
    "stranded": r"strand\w+|stuck",
    "closed": r"clos\w+|shut",
    "returned": r"return\w+|deport\w+",
}
_MANY = 1900
"""A plain number from here to 2100 is taken for a year."""


@dataclass(frozen=True)
class Suggestion:
    """What a figure might be; each part empty where the quote does not show it."""

    of: str = ""
    outcome: str = ""
    value: str = ""


def suggest_figure(quote: str, language: str, groups: Sequence[Choice], used: Collection[str] = ()) -> Suggestion:
    """The first number of the quote that is not among those used already, with what stands beside it."""
    numbers = [found for found in numbers_in(quote, language) if not _is_year(found)]
    for place, found in enumerate(numbers):
        value = _value(quote, found)
        if value and value not in used:
            end = numbers[place + 1].start if place + 1 < len(numbers) else len(quote)
            near, before = quote[found.end : end], quote[: found.start]
            return Suggestion(_group(near, before, groups), _outcome(near) or _outcome(before), value)
    word = next((w for w in sorted(WORDS, key=len, reverse=True) if re.search(rf"\b{w}\b", quote, re.IGNORECASE)), "")
    value = word if word and word not in used else ""
    return Suggestion(_group(quote, "", groups), _outcome(quote), value)


def _is_year(found: Found) -> bool:
    return found.value in range(_MANY, 2101) and found.text.isdigit()


def _value(quote: str, found: Found) -> str:
    """The number with its qualifier in our words; empty where it cannot be a figure."""
    qualifier = (qualifier_before(quote, found) or "").replace("-", " ")
    try:
        return parse_value(f"{qualifier} {found.value}".strip()).printed
    except ValueError:
        return ""


def _outcome(text: str) -> str:
    """The outcome that is named first; both together where one number stands for both."""
    found = [
        (m.start(), name)
        for name, said in _OUTCOMES.items()
        if (m := re.search(rf"\b(?:{said})\b", text, re.IGNORECASE))
    ]
    return min(found)[1] if found else ""


def _group(near: str, before: str, groups: Iterable[Choice]) -> str:
    """The group most of whose label's words stand near the number; none where two fit as well."""
    words = {text: {_stem(word) for word in folded(text).split()} for text in (near, before)}
    ranked = sorted(((_fit(c, words[near]), _fit(c, words[before]), c.id) for c in groups), reverse=True)
    best = [entry for entry in ranked if entry[:2] == ranked[0][:2]] if ranked else []
    return best[0][2] if len(best) == 1 and best[0][0] + best[0][1] > 0 else ""


def _fit(choice: Choice, words: Collection[str]) -> int:
    own = {_stem(word) for word in folded(f"{choice.label} {choice.id}").split()}
    return len(own & set(words) - {"in", "of", "the", "and", "at", "a"})


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
