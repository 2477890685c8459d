"""What changed: claimants' revisions, kept apart from our own corrections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from generator.arranging.questions import Answer, Question
from generator.model.claims import Figure
from generator.model.corpus import Dossier
from generator.model.dates import When
from generator.model.records import Correction, FileRecord, Record


@dataclass(frozen=True)
class Revision:
    """A claimant, or its side, gives a new answer in place of an earlier one."""

    question: Question
    """The one that the new answer answers."""
    old_question: Question
    """Most often the same; else the claimant counts anew, wider or narrower than before."""
    old: Answer
    new: Answer

    @property
    def date(self) -> When:
        return self.new.claim.said

    @property
    def recounts(self) -> bool:
        """The new answer is to another question, so that the two numbers cannot be compared."""
        return self.question is not self.old_question

    @property
    def falls(self) -> bool:
        return not self.recounts and self.new.figure.value.falls_below(self.old.figure.value)


@dataclass(frozen=True)
class Retraction:
    """A figure or record that its source, or we, took back."""

    date: When
    record: FileRecord
    figure: Figure | None
    state: str
    why: str


@dataclass(frozen=True)
class OurCorrection:
    """What we changed in a published record."""

    date: When
    record: Record
    correction: Correction


Change = TypeVar("Change", Revision, Retraction, OurCorrection)


@dataclass(frozen=True)
class Changes:
    """Newest first, each list."""

    revisions: tuple[Revision, ...]
    retractions: tuple[Retraction, ...]
    corrections: tuple[OurCorrection, ...]

    @property
    def newest(self) -> tuple[Revision | Retraction | OurCorrection, ...]:
        """All kinds together, newest first."""
        everything: tuple[Revision | Retraction | OurCorrection, ...]
        everything = (*self.revisions, *self.retractions, *self.corrections)
        return tuple(sorted(everything, key=lambda change: change.date.sort_key, reverse=True))


def arrange_changes(dossier: Dossier, questions: tuple[Question, ...]) -> Changes:
    """Collect all that changed in a briefing."""
    return Changes(
        _newest_first(_revisions(questions)),
        _newest_first(_retractions(dossier)),
        _newest_first(_corrections(dossier)),
    )


def _newest_first(found: list[Change]) -> tuple[Change, ...]:
    return tuple(sorted(found, key=lambda change: change.date.sort_key, reverse=True))


def _revisions(questions: tuple[Question, ...]) -> list[Revision]:
    """Where an answer gave way to a later one that prints another value; what was taken back changed nothing."""
    asked = {a.ref: (q, a) for q in questions for a in q.everything}
    found = []
    for old_question, old in asked.values():
        if old.replaced_by and old.standing in ("superseded", "current"):
            question, new = asked[old.replaced_by]
            if new.figure.value != old.figure.value:
                found.append(Revision(question, old_question, old, new))
    return found


def _retractions(dossier: Dossier) -> list[Retraction]:
    records = (*dossier.events.values(), *dossier.claims.values(), *dossier.sources.values())
    whole = [Retraction(r.withdrawn.date, r, None, "withdrawn", r.withdrawn.why) for r in records if r.withdrawn]
    taken_back = [
        Retraction(figure.status.date, claim, figure, figure.status.state, figure.status.why)
        for claim in dossier.claims.values()
        for figure in claim.figures
        if figure.status
    ]
    return [*whole, *taken_back]


def _corrections(dossier: Dossier) -> list[OurCorrection]:
    return [OurCorrection(c.date, record, c) for record in dossier.records() for c in record.corrections]
