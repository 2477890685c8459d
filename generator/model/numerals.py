"""Numbers in running text: which ones a sentence says, in digits or in words.

Pure text analysis: it knows nothing of claims, and never makes an integer of a vague word.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from generator.model.number_words import (
    AFFIXES,
    FOREIGN_SCALES,
    HAN,
    HAN_DIGITS,
    HAN_PLACES,
    SCALE,
    SCALES,
    THOUSAND,
    VAGUE_WORDS,
    WORD,
    base_language,
    folded,
    number_words,
    spellings,
    word_set,
)


@dataclass(frozen=True)
class Found:
    """A number as it stands in a text: `text` is the slice from `start` to `end`."""

    value: int | None
    """None only for a vague word ("dozens"), which only `counted_numbers` finds."""
    start: int
    end: int
    text: str


_SIGNS = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "٬": ",", "،": ",", "٫": ".", "’": "'",
          "\u2011": "-"}  # fmt: skip
_CALENDAR = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d\d?[/.]\d\d?[/.]\d{4}\b|\b\d\d?:\d\d\b")
_DIGITS = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:(?P<grouped>\d{1,3}(?P<mark>[ ,.'])\d{3}(?:(?P=mark)\d{3})*(?!\d)"
    r"|\d\d?(?:,\d\d)+,\d{3}(?!\d))|(?P<plain>\d+))(?:[.,](?P<fraction>\d+))?"
)
_GLUED_BEFORE = re.compile(r"([a-zа-я]+)-?$")
_GLUED_AFTER = re.compile(r"(?!(?:km|kg|mm|cm|h|hrs|am|pm)\b)[a-zа-яà-ÿ]")
_CURRENCIES = word_set("rs pkr usd us afn eur inr")
_ORDINAL_AFTER = re.compile(
    r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)s?\b"
    r"|[- ](?:thirds|quarters?|fifths|halves)\b"
)
_BETWEEN_WORDS = re.compile(r"[\s\-\u200c]+")
_LINKS = re.compile(r"\s+(?:and\s+|y\s+|et\s+|e\s+|و\s*)?")


def blank(match: re.Match[str]) -> str:
    return "\0" * len(match.group())


def plain_text(text: str) -> str:
    """Lower case, Western digits, plain separators; every character keeps its position."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """What a character becomes, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        c = chr(code)
        plain = _SIGNS.get(c) or (str(unicodedata.decimal(c)) if c.isdecimal() else c.lower())
        return self.setdefault(code, plain if len(plain) == 1 else c)


_PLAIN = _Plain()


def numbers_in(text: str, language: str) -> tuple[Found, ...]:
    """Every whole number said, in order; dates, clock times, ordinals and names are not numbers."""
    plain, code = _CALENDAR.sub(blank, plain_text(text)), base_language(language)
    spans = [*_in_digits(plain, code), *(_in_han(plain) if code == "zh" else _in_words(plain, code))]
    return tuple(Found(value, a, b, text[a:b]) for value, a, b in sorted(spans, key=lambda s: s[1]))


def _scaled(plain: str, value: Decimal, end: int, language: str) -> tuple[Decimal, int]:
    """The value times the scale words that follow it: "4.5 billion", "50 lakh", "1.4万"."""
    while match := SCALE.match(plain, end):
        word = next(group for group in match.groups() if group)
        if language == "en" and word in FOREIGN_SCALES:
            break
        value, end = value * (SCALES.get(word) or HAN_PLACES[word]), match.end()
    return value, end


def _in_digits(plain: str, language: str) -> Iterator[tuple[int, int, int]]:
    for match in _DIGITS.finditer(plain):
        before = _GLUED_BEFORE.search(plain[max(0, match.start() - 12) : match.start()])
        value, end = _scaled(plain, _decimal(match, language), match.end(), language)
        if match["mark"] and end > match.end() and match["mark"] == _decimal_mark(language):
            point = Decimal(match[0].replace(match["mark"], "."))
            value, end = _scaled(plain, point, match.end(), language)
        glued = _GLUED_AFTER.match(plain, end) or (before and before[1] not in _CURRENCIES)
        if value == int(value) and not glued:
            yield int(value), match.start(), end


def _decimal_mark(language: str) -> str:
    return "," if language in {"es", "fr", "de", "it", "pt", "tr", "ru", "uk", "nl", "id"} else "."


def _decimal(match: re.Match[str], language: str) -> Decimal:
    """The written number; an English "1.203" is no thousand, elsewhere both marks may group."""
    if match["mark"] == "." and language == "en":
        return Decimal(match[0])
    whole = re.sub(r"\D", "", match["grouped"] or match["plain"])
    return Decimal(f"{whole}.{match['fraction'] or 0}")


def _in_han(plain: str) -> Iterator[tuple[int, int, int]]:
    for match in HAN.finditer(plain):
        if plain[match.start() - 1 : match.start()].isdigit():
            continue
        total = section = digit = 0
        for sign in match.group():
            place = HAN_PLACES.get(sign, 0)
            if place >= 10**4:
                total, section, digit = (total + section + digit) * place, 0, 0
            elif place:
                section, digit = section + (digit or 1) * place, 0
            else:
                digit = HAN_DIGITS[sign]
        yield total + section + digit, match.start(), match.end()


def _in_words(plain: str, language: str) -> Iterator[tuple[int, int, int]]:
    """The longest spellings from left to right, with scales: "fifty-six thousand and nine"."""
    tokens = [*WORD.finditer(plain)]
    index, held = 0, None
    while index < len(tokens):
        begins = _may_begin(tokens[index].group(), language)
        value, used = _longest(plain, tokens[index:index + 9], language) if begins else (0, 0)  # fmt: skip
        if not used:
            index += 1
            continue
        start, end = tokens[index].start(), tokens[index + used - 1].end()
        scaled, end = _scaled(plain, Decimal(value), end, language)
        while index < len(tokens) and tokens[index].start() < end:
            index += 1
        if held and held[0] % THOUSAND == 0 < scaled < THOUSAND and _LINKS.fullmatch(plain, held[2], start):
            held = (held[0] + int(scaled), held[1], end)
            continue
        if held:
            yield held
        held = None if _ORDINAL_AFTER.match(plain, end) else (int(scaled), start, end)
    if held:
        yield held


@lru_cache(maxsize=50_000)
def _may_begin(word: str, language: str) -> bool:
    """Whether a spelling starts with the word: few words of a text do, and the same ones come again and again."""
    return any(_begins(start, language) for start in _starts(word, language))


def _starts(word: str, language: str) -> tuple[str, ...]:
    """The word's letters, and the same without "and the" where a language writes that in one word."""
    first = folded(word)
    bare = AFFIXES[language].sub("", first) if language in AFFIXES else first
    return tuple(dict.fromkeys((first, bare)))


def _begins(key: str, language: str) -> bool:
    """Whether letters are a spelling, or the beginning of one."""
    ordered = number_words(language)[1]
    place = bisect_left(ordered, key)
    return bool(key) and place < len(ordered) and ordered[place].startswith(key)


def _longest(plain: str, tokens: list[re.Match[str]], language: str) -> tuple[int, int]:
    """Value and number of tokens of the longest spelling that starts here; (0, 0) if none."""
    words = number_words(language)[0]
    for start in _starts(tokens[0].group(), language):
        key = start
        best = (words[key], 1) if key in words else (0, 0)
        for used, (last, token) in enumerate(pairwise(tokens), start=2):
            if not _begins(key, language):
                break
            if not _BETWEEN_WORDS.fullmatch(plain, last.end(), token.start()):
                break
            key += folded(token.group())
            best = (words[key], used) if key in words else best
        if best[1]:
            return best
    return 0, 0


# -- asking ----


def says_number(text: str, number: int, language: str) -> bool:
    """Whether the text holds the number, in digits or in words of its language."""
    if any(found.value == number for found in numbers_in(text, language)):
        return True
    if number <= THOUSAND or base_language(language) == "en":
        return False
    return any(folded(form) in folded(text) for form in spellings(number, base_language(language)))


def says_word(text: str, word: str, language: str) -> bool:
    """Whether the text holds the vague word; "no figure given" is said by any text."""
    if word == "no figure given":
        return True
    if base_language(language) == "en":
        wording = f"{word[2:]}s?" if word.startswith("a ") else re.escape(word)
        return re.search(rf"\b{wording}\b", plain_text(text)) is not None
    if base_language(language) == "zh":
        return any(other in text for other in VAGUE_WORDS.get(word, "").split())
    tokens = {folded(token) for token in WORD.findall(text.replace("\u200c", ""))}
    return any(folded(other) in tokens for other in VAGUE_WORDS.get(word, "").split())
