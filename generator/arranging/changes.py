"""What changed: claimants' revisions, kept apart from our own corrections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from generator.arranging.questions import Question
from generator.model.briefing import Actor
from generator.model.claims import Claim, Figure
from generator.model.corpus import Dossier
from generator.model.dates import When
from generator.model.records import Correction, FileRecord, Record


@dataclass(frozen=True)
class Revision:
    """A claimant, or its side, gives a new answer in place of an earlier one."""

    date: When
    question: Question
    old_claim: Claim
    old: Figure
    old_claimant: Actor
    new_claim: Claim
    new: Figure
    claimant: Actor

    @property
    def falls(self) -> bool:
        return self.new.value.falls_below(self.old.value)


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
    asked = {a.ref: (q, a) for q in questions for a in q.everything}
    found = []
    for question, answer in asked.values():
        newer = asked.get(answer.replaced_by) if answer.replaced_by else None
        if newer and not answer.figure.value == newer[1].figure.value:
            found.append(
                Revision(
                    date=newer[1].claim.said,
                    question=newer[0],
                    old_claim=answer.claim,
                    old=answer.figure,
                    old_claimant=answer.claimant,
                    new_claim=newer[1].claim,
                    new=newer[1].figure,
                    claimant=newer[1].claimant,
                )
            )
    return found


def _retractions(dossier: Dossier) -> list[Retraction]:
    found = []
    for record in dossier.records():
        if isinstance(record, FileRecord) and record.withdrawn:
            gone = record.withdrawn
            found.append(Retraction(gone.date, record, None, "withdrawn", gone.why))
        if isinstance(record, Claim):
            found += [
                Retraction(f.status.date, record, f, f.status.state, f.status.why) for f in record.figures if f.status
            ]
    return found


def _corrections(dossier: Dossier) -> list[OurCorrection]:
    return [OurCorrection(c.date, record, c) for record in dossier.records() for c in record.corrections]
