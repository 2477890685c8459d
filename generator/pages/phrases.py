"""How values, dates and questions are said in a language. Every fixed word comes from site_templates/words/.

The qualifier is part of the value: there is no way here to print a number without it (rule 3).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from generator.arranging.questions import Question, Window
from generator.model.briefing import Group
from generator.model.claims import Figure
from generator.model.corpus import Dossier
from generator.model.dates import Clock, When
from generator.model.values import Value
from generator.pages.inert import inert

Words = Mapping[str, "str | Words"]


class Phrases:
    """One language's way of saying things; `words` is the language's file."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def raw(self, key: str) -> str:
        """The words behind a dotted key, as written."""
        found: str | Words = self.words
        for step in key.split("."):
            if isinstance(found, str) or step not in found:
                raise KeyError(f"no words for '{key}'")
            found = found[step]
        if not isinstance(found, str):
            raise KeyError(f"'{key}' is a group of words")
        return found

    def has(self, key: str) -> bool:
        try:
            return bool(self.raw(key))
        except KeyError:
            return False

    def say(self, key: str, **parts: object) -> Markup:
        """A fixed sentence with its parts filled in; parts are made inert, markup stays."""
        sentence = inert(self.raw(key))
        for name, part in parts.items():
            sentence = Markup(sentence.replace(inert(f"{{{name}}}"), inert(part)))
        return sentence

    def plain(self, key: str, **parts: object) -> str:
        """A fixed sentence as bare text, for titles and data."""
        return self.raw(key).format(**parts)

    def value(self, value: Value) -> str:
        """The qualifier and the number, always together."""
        return value.printed

    def day(self, day: date) -> str:
        return self.plain("dates.day", day=day.day, month=self.month_name(day), year=day.year)

    def month_name(self, day: date) -> str:
        return self.raw("dates.months").split()[day.month - 1]

    def month(self, day: date) -> str:
        return self.plain("dates.month", month=self.month_name(day), year=day.year)

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
        return clock.written

    def counted(self, figure: Figure, group: Group) -> str:
        """'at least 58 Pakistani soldiers killed': the value, the group, the outcome."""
        return self.counted_value(figure.value, group, figure.outcome)

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
        limits = [question.scope.label] if question.scope else []
        limits += [self.raw("questions.modelled")] if question.basis == "modelled" else []
        key = "questions.asked_scope" if limits else "questions.asked"
        return self.plain(key, asked=asked, when=self.when(question.window.when), scope=", ".join(limits))

    def topic(self, question: Question) -> str:
        """'Pakistani soldiers killed (Helmand sector only)': the row's label in a matrix."""
        topic = self.plain(f"outcomes.topic.{question.outcome}", group=question.group.label)
        return f"{topic} ({question.scope.label})" if question.scope else topic

    def side(self, id: str | None, dossier: Dossier) -> str:
        side = dossier.find_side(id)
        return side.name if side else self.raw("sides.others")
