"""How one change is said to the people who review it: each figure whole, with its qualifier and its owner.

Nothing here reckons with figures: two numbers stand side by side, never their difference (rule 1).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.comparison import (
    FigureChange,
    QuestionChange,
    RecordChange,
    Revision,
    Said,
)
from generator.history.edits import Edit, written
from generator.history.entries import Told
from generator.model.briefing import Actor, Place
from generator.model.claims import Claim, Report
from generator.model.corpus import Dossier
from generator.model.events import Event, Source
from generator.model.records import FileRecord, Record
from generator.pages.phrases import Phrases

LONGEST = 240
"""Characters of somebody's text that one line shows."""
_IN_FIGURE = frozenset({"value", "group", "outcome", "scope"})
"""What the phrase of a figure shows by itself."""

_LISTS = frozenset({"figures", "statements", "responses", "reports"})


class Lines:
    """Says changes in a language."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases

    def counted(self, said: Said) -> str:
        """'“at least 58 Pakistani soldiers killed”'"""
        return f"“{self.phrases.counted(said.answer.figure, said.dossier)}”"

    def owned(self, said: Said) -> str:
        """Who said it, when, and about what."""
        window = self.phrases.window(said.question.window)
        return f"{said.answer.claimant.name}, {self.phrases.when(said.answer.claim.said)}; {window}"

    def whole(self, said: Said) -> str:
        return f"{self.counted(said)} ({self.owned(said)})"

    def figure(self, change: FigureChange) -> str:
        was, now = change.old, change.new
        silent = "; no entry tells of it" if change.silent else ""
        if was is None or now is None:
            found = now or was
            assert found is not None
            return f"{self.whole(found)}{silent}"
        rest = [f"{facet.field}: {facet.old} → {facet.new}" for facet in change.facets if facet.field not in _IN_FIGURE]
        first, last = self.counted(was), self.counted(now)
        if self.owned(was) != self.owned(now):
            told = f"{self.whole(was)} is now {self.whole(now)}"
        else:
            told = f"{self.whole(now)}" if first == last else f"{first} is now {self.whole(now)}"
        return "; ".join([told, *rest]) + silent

    def revision(self, change: Revision) -> str:
        return f"{self.whole(change.old)} gave way to {self.whole(change.new)}"

    def question(self, change: QuestionChange) -> str:
        asked = self.phrases.question(change.question)
        states = [self.state(question.state) for question in (change.old, change.new) if question]
        return f"{asked} {' → '.join(states)}"

    def state(self, state: str) -> str:
        return self.phrases.raw(f"states.{state}")

    def record(self, change: RecordChange, dossier: Dossier | None) -> str:
        """What the record is; of a new claim, every figure too."""
        if change.how == "renamed":
            return f"{change.kind} {change.was_id} is now called {change.id}"
        name = f"{change.kind} {change.id}: {self.named(change.record, dossier)}"
        if isinstance(change.record, FileRecord) and change.how == "withdrawn" and change.record.withdrawn:
            return f"{name}; {_short(change.record.withdrawn.why)}"
        if isinstance(change.record, Claim) and dossier and change.record.figures:
            return f"{name}: " + "; ".join(self.phrases.counted(figure, dossier) for figure in change.record.figures)
        return name

    def named(self, record: Record, dossier: Dossier | None) -> str:
        """The record's name for readers."""
        match record:
            case Claim():
                actor = dossier.actors.get(record.claimant) if dossier else None
                return f"{actor.name if actor else record.claimant}, {self.phrases.when(record.said)}"
            case Event():
                return f"{record.title} ({self.phrases.when(record.when)})"
            case Source():
                return ", ".join(filter(None, (record.publisher, record.title)))
            case Actor() | Place():
                return record.name
        return str(getattr(record, "title", ""))

    def corrections(self, change: RecordChange, dossier: Dossier | None) -> Iterator[str]:
        for entry in change.corrections:
            told = Told.by(entry)
            said = f"{entry.field}: we had written “{told.old}”, it is now “{told.new}”"
            yield f"{self.called(change, dossier)}: {said}; {_short(entry.why)}"

    def called(self, change: RecordChange, dossier: Dossier | None) -> str:
        name = self.named(change.record, dossier)
        return f"{change.kind} {change.id} ({name})" if name else f"{change.kind} {change.id}"

    def edit(self, change: RecordChange, edit: Edit, dossier: Dossier | None) -> str:
        """One field of a record, before and after."""
        was, now = (self.shown(change.record, edit, value, dossier) for value in (edit.old, edit.new))
        field = ", ".join(_short(step, 60) for step in edit.steps if step not in _LISTS) or edit.field
        if edit.old is None:
            told = f"new: {now}"
        elif edit.new is None:
            told = f"gone: {was}"
        else:
            told = f"{was} → {now}"
        return f"{self.called(change, dossier)}, {field}: {told}"

    def shown(self, record: Record, edit: Edit, value: object, dossier: Dossier | None) -> str:
        """A value as it is written; a printed number with what it counts."""
        printed = value.printed if isinstance(value, Report) else value if edit.steps[-1] == "printed" else None
        if isinstance(record, Claim) and dossier and edit.steps[0] == "figures" and printed:
            figure = record.figure(edit.steps[1])
            group = dossier.find_group(figure.of) if figure else None
            if figure and group:
                counted = self.phrases.counted_value(printed, group, figure.outcome)  # type: ignore[arg-type]
                return f"“{counted}” {_short(written(value))}" if isinstance(value, Report) else f"“{counted}”"
        if value is None:
            return "the figure's own value" if edit.steps[-1] == "printed" else "none"
        return _short(written(value))


def _short(text: str, most: int = LONGEST) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= most else f"{folded[:most]}…"
