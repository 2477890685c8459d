"""How values, dates and questions are said in a language. Every fixed word comes from site_templates/words/.

The qualifier is part of the value: there is no way here to print a number without it (rule 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from markupsafe import Markup

from generator.arranging.questions import Question, Window
from generator.model.briefing import Actor, Background, Briefing, Group, Place
from generator.model.claims import Claim, Figure
from generator.model.corpus import Dossier
from generator.model.dates import Clock, When
from generator.model.events import Event, Source
from generator.model.values import Value
from generator.pages.inert import inert
from generator.pages.languages import WRITTEN_IN, direction_of, from_the_right, isolated

Words = Mapping[str, "str | Words"]

_SLOT = re.compile(r"\{(\w+)\}")


class WordsError(Exception):
    """A sentence is missing in site_templates/words/, or asks for what it is not given. Raised by Phrases."""


def _check_slots(key: str, slots: Iterable[str], parts: Mapping[str, object]) -> None:
    for slot in slots:
        if slot not in parts:
            given = ", ".join(f"{{{name}}}" for name in parts) or "nothing"
            raise WordsError(f"the words of '{key}' ask for {{{slot}}}, and are given {given}")


class Phrases:
    """One language's way of saying things; `words` is the language's file."""

    def __init__(self, words: Words, language: str = WRITTEN_IN) -> None:
        self.words = words
        self.language = language
        self.mixes = direction_of(language) != direction_of(WRITTEN_IN)
        """Whether what records say runs against the sentences that it stands in."""

    def raw(self, key: str) -> str:
        """The words behind a dotted key, as written."""
        found: str | Words = self.words
        for step in key.split("."):
            if isinstance(found, str) or step not in found:
                raise WordsError(f"there are no words for '{key}'")
            found = found[step]
        if not isinstance(found, str):
            raise WordsError(f"'{key}' is a group of words, not a sentence")
        return found

    def has(self, key: str) -> bool:
        try:
            return bool(self.raw(key))
        except WordsError:
            return False

    def say(self, key: str, **parts: object) -> Markup:
        """A fixed sentence with its parts filled in; parts are made inert, markup stays."""
        pieces = _SLOT.split(self.raw(key))
        _check_slots(key, pieces[1::2], parts)
        return Markup(self.fill(str(inert(parts[p])) if place % 2 else str(inert(p)) for place, p in enumerate(pieces)))

    def plain(self, key: str, **parts: object) -> str:
        """A fixed sentence as bare text, for titles and data."""
        pieces = _SLOT.split(self.raw(key))
        _check_slots(key, pieces[1::2], parts)
        return self.fill(str(parts[p]) if place % 2 else p for place, p in enumerate(pieces))

    def fill(self, pieces: Iterable[str]) -> str:
        """Join words and parts, which take turns; where they run in two directions, each keeps its own."""
        if not self.mixes:
            return "".join(pieces)
        joined = "".join(isolated(piece) if place % 2 else piece for place, piece in enumerate(pieces))
        return from_the_right(joined)

    def value(self, value: Value) -> str:
        """The qualifier and the number, always together."""
        if value.word:
            return self.raw(f"values.words.{value.word}")
        numbers = [self.number(said) for said in value.said]
        return self.plain(f"values.kinds.{value.kind}", low=numbers[0], high=numbers[-1])

    def number(self, said: str) -> str:
        """A printed number with its scale in this language: '4.5 million'."""
        digits, _, scale = said.partition(" ")
        return self.plain(f"values.scales.{scale}", number=digits) if scale else digits

    def day(self, day: date) -> str:
        return self.plain("dates.day", day=day.day, month=self.month_name(day), year=day.year)

    def month_name(self, day: date) -> str:
        return self.raw("dates.months").split()[day.month - 1]

    def month(self, day: date) -> str:
        return self.plain("dates.month", month=self.month_name(day), year=day.year)

    def month_title(self, id: str) -> str:
        """'October 2025' for '2025-10'; a year as it is."""
        return self.month(date.fromisoformat(f"{id}-01")) if "-" in id else id

    def when(self, when: When) -> str:
        """A date, never finer than it was coded (rule 7)."""
        if when.by:
            return self.plain("dates.by", day=self.day(when.end))
        start = when.start_or_end
        if when.night:
            return self.plain("dates.night", span=self.span(start, when.end))
        match when.precision:
            case "day":
                return self.day(start)
            case "week":
                return self.plain("dates.week", day=self.day(start))
            case "month":
                return self.month(start)
            case "year":
                return str(start.year)
            case "months":
                return self.plain("dates.span", start=self.month(start), end=self.month(when.end))
            case _:
                return self.span(start, when.end)

    def span(self, start: date, end: date) -> str:
        """'10–17 October 2025', '30 September – 2 October 2025'."""
        if (start.year, start.month) == (end.year, end.month):
            return self.plain("dates.days", first=start.day, last=end.day, month=self.month_name(end), year=end.year)
        if start.year == end.year:
            first = self.plain("dates.day_month", day=start.day, month=self.month_name(start))
            return self.plain("dates.span", start=first, end=self.day(end))
        return self.plain("dates.span", start=self.day(start), end=self.day(end))

    def clock(self, clock: Clock) -> str:
        if clock.minute is None:
            return self.raw(f"dates.clock.{clock.word}")
        return self.plain(f"dates.clock.{clock.kind}", time=f"{clock.minute // 60:02}:{clock.minute % 60:02}")

    def counted(self, figure: Figure, dossier: Dossier) -> str:
        """'at least 58 Pakistani soldiers killed (Helmand sector only)': never without its scope."""
        group = dossier.find_group(figure.of)
        scope = dossier.find_scope(figure.scope) if figure.scope else None
        assert group is not None
        said = self.counted_value(figure.value, group, figure.outcome)
        return f"{said} ({scope.label})" if scope else said

    def counted_value(self, value: Value, group: Group, outcome: str) -> str:
        said = self.value(value)
        if self.has(f"values.of.{value.word}"):
            said = self.raw(f"values.of.{value.word}")
        return self.plain(f"outcomes.counted.{outcome}", value=said, group=group.label)

    def window(self, window: Window) -> str:
        """The event's title, or the period."""
        return window.event.title if window.event else self.when(window.when)

    def question(self, question: Question) -> str:
        """'How many Pakistani soldiers were killed, night of 11–12 October 2025?'"""
        asked = self.plain(f"outcomes.asked.{question.outcome}", group=question.group.label)
        limits = self.limits(question)
        key = "questions.asked_scope" if limits else "questions.asked"
        return self.plain(key, asked=asked, when=self.when(question.window.when), scope=limits)

    def topic(self, question: Question) -> str:
        """'Pakistani soldiers killed (Helmand sector only)': the row's label in a matrix."""
        topic = self.plain(f"outcomes.topic.{question.outcome}", group=question.group.label)
        topic = topic[:1].upper() + topic[1:]
        limits = self.limits(question)
        return f"{topic} ({limits})" if limits else topic

    def subject(self, figure: Figure, dossier: Dossier) -> str:
        """'Belmark soldiers killed (east bank only)': what a figure counts, without the number."""
        group = dossier.find_group(figure.of)
        scope = dossier.find_scope(figure.scope) if figure.scope else None
        assert group is not None
        topic = self.plain(f"outcomes.topic.{figure.outcome}", group=group.label)
        return f"{topic} ({scope.label})" if scope else topic

    def limits(self, question: Question) -> str:
        """What sets the question apart from the one about the whole group, counted; empty where nothing does."""
        limits = [question.scope.label] if question.scope else []
        limits += [self.raw("questions.modelled")] if question.basis == "modelled" else []
        return ", ".join(limits)

    def size(self, count: int) -> str:
        """How much a file weighs, rounded up: to ten kilobytes, or a tenth of a megabyte."""
        if count <= 990_000:
            return self.plain("edition.kilobytes", count=-(-count // 10_000) * 10)
        tenths = -(-count // 100_000)
        return self.plain("edition.megabytes", count=f"{tenths // 10}.{tenths % 10}")

    def side(self, id: str | None, dossier: Dossier) -> str:
        side = dossier.find_side(id)
        return side.name if side else self.raw("sides.others")

    def record(self, record: object, dossier: Dossier) -> str:
        """What a record is called: a claim by its owner, date and what it is about."""
        match record:
            case Claim():
                return self.claim(record, dossier)
            case Event():
                return record.title
            case Source():
                publisher, date = record.publisher, record.date
                return self.plain("sources.dated", publisher=publisher, when=self.when(date)) if date else publisher
            case Background():
                return self.raw("pages.background.title")
            case Briefing():
                return self.raw("pages.overview.title")
            case Actor() | Place():
                return record.name
        raise TypeError(f"{type(record).__name__} has no name")

    def claim(self, claim: Claim, dossier: Dossier) -> str:
        """'Arvenian army, 6 March 2031: Clash at the river Sorn'; of a period, its dates."""
        about = dossier.events[claim.event].title if claim.event else self.when(claim.period or claim.said)
        claimant = dossier.actors[claim.claimant].name
        return self.plain("pages.claim.title", claimant=claimant, said=self.when(claim.said), about=about)
