"""What changed: claimants' revisions and what sources took back, kept apart from what we corrected.

A statement that is merely new is no change: the records hold the day on which it was made, not the one on which we
added it, and nothing here reads the clock or the history of the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from generator.arranging.questions import Answer, Question
from generator.model.claims import Claim, Figure
from generator.model.corpus import Dossier
from generator.model.dates import When
from generator.model.records import Correction, FileRecord, Record
from generator.model.vocabulary import FigureState

Kind = Literal["revised", "recounted", "withdrawn", "removed", "error", "corrected"]
"""The classes of change. The last two are ours, the others theirs."""
KINDS: tuple[Kind, ...] = get_args(Kind)


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
    def kind(self) -> Kind:
        return "recounted" if self.recounts else "revised"

    @property
    def recounts(self) -> bool:
        """The new answer is to another question, so that the two numbers cannot be compared."""
        return self.question is not self.old_question

    @property
    def falls(self) -> bool:
        return not self.recounts and self.new.figure.value.falls_below(self.old.figure.value)


@dataclass(frozen=True)
class Retraction:
    """A figure or record that its source took back, or that we should not have listed."""

    date: When
    record: FileRecord
    figure: Figure | None
    state: FigureState
    why: str

    @property
    def kind(self) -> Kind:
        return self.state


@dataclass(frozen=True)
class OurCorrection:
    """What we changed in a published record."""

    date: When
    record: Record
    correction: Correction

    @property
    def kind(self) -> Kind:
        return "corrected"

    @property
    def figure(self) -> Figure | None:
        """The figure whose key the correction's field names, as in 'value of belmark-soldiers-killed'."""
        figures = self.record.figures if isinstance(self.record, Claim) else ()
        named = [f for f in figures if re.search(rf"(?<![\w-]){re.escape(f.key)}(?![\w-])", self.correction.field)]
        return named[0] if named else None


Change = Revision | Retraction | OurCorrection
Dated = TypeVar("Dated", Revision, Retraction, Retraction | OurCorrection, Change)


@dataclass(frozen=True)
class Changes:
    """Newest first, each list."""

    revisions: tuple[Revision, ...]
    """Theirs: claimants' new answers."""
    retractions: tuple[Retraction, ...]
    """Theirs: what sources withdrew or removed."""
    corrections: tuple[Retraction | OurCorrection, ...]
    """Ours: what we put right, and what we should not have listed."""

    @property
    def newest(self) -> tuple[Change, ...]:
        """All kinds together, newest first."""
        everything: tuple[Change, ...] = (*self.revisions, *self.retractions, *self.corrections)
        return _newest_first(everything)


def is_ours(change: Change) -> bool:
    """Whether the mistake was ours, and not a change of what others say."""
    return change.kind in ("error", "corrected")


def kinds_of(changes: Iterable[Change]) -> tuple[Kind, ...]:
    """The classes that occur, in their one order."""
    found = {change.kind for change in changes}
    return tuple(kind for kind in KINDS if kind in found)


def arrange_changes(dossier: Dossier, questions: tuple[Question, ...]) -> Changes:
    """Collect all that changed in a briefing."""
    gone = _retractions(dossier)
    ours: list[Retraction | OurCorrection] = [*_corrections(dossier), *(one for one in gone if is_ours(one))]
    return Changes(
        _newest_first(_revisions(questions)),
        _newest_first([one for one in gone if not is_ours(one)]),
        _newest_first(ours),
    )


def _newest_first(found: Iterable[Dated]) -> tuple[Dated, ...]:
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
    whole = [Retraction(w.date, r, None, w.state, w.why) for r in records if (w := r.withdrawn)]
    taken_back = [
        Retraction(figure.status.date, claim, figure, figure.status.state, figure.status.why)
        for claim in dossier.claims.values()
        for figure in claim.figures
        if figure.status
    ]
    return [*whole, *taken_back]


def _corrections(dossier: Dossier) -> list[OurCorrection]:
    return [OurCorrection(c.date, record, c) for record in dossier.records() for c in record.corrections]
