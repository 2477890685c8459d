"""Rules 2 and 3: the quote carries the number with its qualifier, in few words and readable in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.model.claims import Figure, Quotation, Report
from generator.model.corpus import Dossier
from generator.model.numerals import numbers_in, says_number, says_word
from generator.model.qualifiers import QUALIFIERS_AFTER, QUALIFIERS_BEFORE, qualifier_before
from generator.model.values import Value, print_number
from generator.problems import Place, Problem
from generator.rules.passages import reported

MAX_WORDS = 25
"""Of a quote: enough to carry a number, not enough to replace the page."""

_NONE = re.compile(r"\b(?:no|none|not any|without)\b", re.IGNORECASE)


class Printing(NamedTuple):
    """A report with what it prints, and in which language."""

    at: Place
    report: Report
    value: Value
    language: str


def printings(dossier: Dossier) -> Iterator[Printing]:
    """Every report of every figure whose language is known."""
    for at, _, part, report in reported(dossier):
        if isinstance(part, Figure) and isinstance(report, Report):
            language = language_of(report, dossier)
            if language:
                yield Printing(at, report, report.printed or part.value, language)


def language_of(report: Quotation, dossier: Dossier) -> str:
    """The quote's language; empty where neither report nor source says it."""
    source = dossier.sources.get(report.source)
    return report.language or (source.language if source else "")


def check_quotes_carry_numbers(dossier: Dossier) -> Iterator[Problem]:
    """Rule 2: the number stands in the quote, in digits or in words."""
    for at, report, value, language in printings(dossier):
        missing = _missing(report, value, language)
        if missing and not report.quote_lacks_number:
            hint = "quote the words that hold it, or say why not under 'quote_lacks_number'"
            yield Problem("quote-lacks-number", at / "quote", f"the quote does not say '{missing}'", hint)
        elif report.quote_lacks_number and not missing:
            message = f"the quote does say '{value.printed}'"
            yield Problem("quote-hatch-unneeded", at / "quote_lacks_number", message, "remove 'quote_lacks_number'")


def _missing(report: Report, value: Value, language: str) -> str:
    """What the quote ought to say and does not; empty when it says all."""
    if value.word is not None:
        said = says_word(report.quote, value.word, language) or says_word(report.gloss or "", value.word, "en")
        return "" if said else value.word
    for number in value.numbers:
        nothing = number == 0 and _NONE.search(report.quote if language == "en" else report.gloss or "")
        found = any(one.value == number for one in _numbers_in(report.quote, language))
        if not (found or nothing or says_number(report.quote, number, language)):
            return print_number(number)
    return ""


_numbers_in = lru_cache(maxsize=20_000)(numbers_in)
"""Two rules look at the same quotes."""


def check_qualifiers(dossier: Dossier) -> Iterator[Problem]:
    """Rule 3: 'at least 58' is not 58, nor the other way round. The English decides, ours in a gloss."""
    for at, report, value, language in printings(dossier):
        text = report.quote if language == "en" else report.gloss
        if text and value.numbers:
            yield from _qualifier(at, text, value)


def _qualifier(at: Place, text: str, value: Value) -> Iterator[Problem]:
    found = [one for one in _numbers_in(text, "en") if one.value == value.numbers[0]]
    said = {qualifier_before(text, one) for one in found}
    own = {"exact": None, "range": None}.get(value.kind, value.kind.removesuffix("-range"))
    if not found or own in said or (own and _mentions(text, own)):
        return
    written = value.printed
    if None in said:
        plain = " to ".join(map(print_number, value.numbers))
        hint = f"write {plain}, or quote the words that hold the qualifier"
        yield Problem(
            "qualifier-added",
            at / "quote",
            f"the value is '{written}', the quote says no '{_words(own)}'",
            hint,
        )
    else:
        meant = f"{_words(next(iter(said)))} {print_number(value.numbers[0])}"
        message = f"the value is '{written}', the quote says '{meant}'"
        yield Problem(
            "qualifier-dropped",
            at / "quote",
            message,
            f"write {meant} under 'value' or this report's 'printed'",
        )


def _words(qualifier: str | None) -> str:
    return (qualifier or "").replace("-", " ")


def _mentions(text: str, qualifier: str) -> bool:
    """Whether a phrase of that kind stands anywhere in the text."""
    return _phrases_of(qualifier).search(text.lower()) is not None


@cache
def _phrases_of(qualifier: str) -> re.Pattern[str]:
    phrases = [phrase for phrase, kind in {**QUALIFIERS_BEFORE, **QUALIFIERS_AFTER}.items() if kind == qualifier]
    bounded = (rf"(?<!\w){re.escape(phrase)}(?!\w)" if phrase[0].isalpha() else re.escape(phrase) for phrase in phrases)
    return re.compile("|".join(bounded))


def check_quotes(dossier: Dossier) -> Iterator[Problem]:
    """Every quote is short, and glossed where it is not English."""
    for at, _, _, report in reported(dossier):
        for name in ("quote", "gloss"):
            words = len((getattr(report, name) or "").split())
            if words > MAX_WORDS + (5 if name == "gloss" else 0):
                message = f"the {name} has {words} words"
                yield Problem("quote-too-long", at / name, message, f"at most {MAX_WORDS}: keep the words that matter")
        language = language_of(report, dossier)
        if language not in ("en", "") and not report.gloss:
            hint = "add 'gloss: …', our English translation"
            yield Problem("gloss-missing", at / "quote", f"the quote is in '{language}' and has no gloss", hint)


def check_printings(dossier: Dossier) -> Iterator[Problem]:
    """The value is what at least one report prints, and each report stands once."""
    for claim in dossier.claims.values():
        for index, figure in enumerate(claim.figures):
            yield from _printings(figure, claim.at / "figures" / index)


def _printings(figure: Figure, at: Place) -> Iterator[Problem]:
    printed = [report.printed or figure.value for report in figure.reports]
    if figure.value not in printed:
        message = f"no report prints '{figure.value.printed}'"
        yield Problem(
            "value-not-printed",
            at / "value",
            message,
            f"write {printed[0].printed}, or add the report that prints it",
        )
    seen: set[tuple[str, Value]] = set()
    for number, report in enumerate(figure.reports):
        if (report.source, printed[number]) in seen:
            message = f"the source '{report.source}' prints '{printed[number].printed}' twice"
            yield Problem("same-report-twice", at / "reports" / number / "source", message, "keep the better quote")
        seen.add((report.source, printed[number]))
