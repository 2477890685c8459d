"""What a comparison of two states holds: every change by what it means to readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.arranging.questions import Answer, Question
from generator.history.edits import Edit
from generator.model.corpus import Dossier
from generator.model.records import Correction, Record
from generator.pages.addresses import address

How = Literal["new", "gone", "renamed", "withdrawn", "restored", "corrected", "changed"]
Sort = Literal["figure", "report", "said", "moved", "archive", "wording", "detail"]

FIGURE_FIELDS = ("value", "of", "outcome", "scope", "basis", "status", "revises")
_WORDING = frozenset({"title", "short_title", "note", "gloss", "archive"})
_MOVING = frozenset({"when", "time", "time_zone", "places", "place_precision"})


@dataclass(frozen=True)
class Said:
    """A figure as readers see it: with its owner, what it answers, and how it stands."""

    answer: Answer
    question: Question
    dossier: Dossier

    @property
    def ref(self) -> str:
        return str(self.answer.ref)

    def printed_with(self) -> dict[str, str]:
        """Everything that the figure is printed with, by the name of what it is; 'none' where there is nothing."""
        claim, figure, question = self.answer.claim, self.answer.figure, self.question
        taken_back = figure.status or claim.withdrawn
        return {
            "value": figure.value.printed,
            "group": question.group.label,
            "unit": question.group.unit,
            "outcome": figure.outcome,
            "scope": question.scope.label if question.scope else "none",
            "basis": figure.basis,
            "claimant": self.answer.claimant.name,
            "side": self._side(self.answer.claimant.side),
            "side counted": self._side(question.group.side),
            "window": question.window.id,
            "when": question.window.when.written,
            "said": claim.said.written,
            "as_of": claim.as_of.written if claim.as_of else "none",
            "status": taken_back.state if taken_back else "none",
            "revises": str(figure.revises or "none"),
        }

    def _side(self, id: str | None) -> str:
        side = self.dossier.find_side(id)
        return side.name if side else "none"


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that a figure is printed with, before and after."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class FigureChange:
    """A published figure that is printed otherwise, is new, or is gone."""

    old: Said | None
    new: Said | None
    facets: tuple[Facet, ...]
    silent: bool
    """Whether something about it changed without an entry, which `check --against` refuses."""


@dataclass(frozen=True)
class Revision:
    """A claimant's later answer took the place of one that stood before. The older figure itself did not change."""

    old: Said
    new: Said


@dataclass(frozen=True)
class QuestionChange:
    """A question whose state changed, or that is asked newly, or no longer."""

    old: Question | None
    new: Question | None

    @property
    def question(self) -> Question:
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True)
class RecordChange:
    """What happened to one record."""

    how: How
    kind: str
    """'claim', 'event', 'actor' …; for something that briefing.yml declares 'group', 'scope' …"""
    id: str
    record: Record
    """As it is now; as it was, when it is gone."""
    was_id: str = ""
    """For a renamed one."""
    edits: tuple[Edit, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """Entries of ours that are new."""

    @property
    def file(self) -> str:
        return f"content/{self.record.at.file.partition('/')[2]}"

    @property
    def address(self) -> str:
        """The page that shows it."""
        return address(self.record)

    def sorted(self, *sorts: Sort) -> tuple[Edit, ...]:
        """The edits of some sorts only."""
        return tuple(edit for edit in self.edits if sort_of(self.kind, edit) in sorts)


def sort_of(kind: str, edit: Edit) -> Sort:
    """What an edit is about, from the field that it is in."""
    first, last = edit.steps[0], edit.steps[-1]
    if (kind, last) == ("source", "archive") and edit.old is None:
        return "archive"
    if last in _WORDING:
        return "wording"
    if kind == "claim" and "reports" in edit.steps[2:3]:
        return "report"
    if kind == "claim" and first in ("statements", "responses"):
        return "said"
    if kind == "claim" and (first != "figures" or len(edit.steps) == 2 or last in FIGURE_FIELDS):
        return "figure"
    return "moved" if kind == "event" and first in _MOVING else "detail"


@dataclass(frozen=True)
class BriefingChange:
    """What is different in one briefing."""

    id: str
    how: Literal["new", "gone", "changed"]
    figures: tuple[FigureChange, ...] = ()
    revisions: tuple[Revision, ...] = ()
    questions: tuple[QuestionChange, ...] = ()
    records: tuple[RecordChange, ...] = ()
    pages_new: tuple[str, ...] = ()
    pages_gone: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    """Records that could not be compared, because they have mistakes of their own in one of the states."""

    def __bool__(self) -> bool:
        return bool(
            self.figures or self.revisions or self.questions or self.records or self.pages_new or self.pages_gone
        )


@dataclass(frozen=True)
class Comparison:
    """Two states of the content, by meaning."""

    briefings: tuple[BriefingChange, ...]
    """Only those in which something is different, or could not be compared."""

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return any(self.briefings)
