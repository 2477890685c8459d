"""The overview's first screen: who says what, why figures differ, what is newest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from generator.arranging.questions import Answer, Question, State
from generator.model.briefing import Headline, Side
from generator.model.corpus import Dossier
from generator.model.dates import parse_when
from generator.model.values import Value

Why = Literal["perspective", "printings", "groups", "revisions", "dates"]


@dataclass(frozen=True)
class Cell:
    """What one camp says on a question; no answers means that no figure was found."""

    side: Side | None
    """None for claimants of neither side."""
    answers: tuple[Answer, ...]

    @property
    def said(self) -> tuple[tuple[Value, tuple[Answer, ...]], ...]:
        """Answers that print the same value stand together, each value once, in the order of the answers."""
        values: dict[Value, list[Answer]] = {}
        for answer in self.answers:
            values.setdefault(answer.figure.value, []).append(answer)
        return tuple((value, tuple(found)) for value, found in values.items())


@dataclass(frozen=True)
class Row:
    question: Question
    cells: tuple[Cell, ...]


def arrange_matrix(questions: tuple[Question, ...], dossier: Dossier) -> tuple[Row, ...]:
    """Questions × (side A, side B, others), the sides in the order of the briefing."""
    camps = (*dossier.briefing.sides, None)
    return tuple(Row(q, tuple(Cell(side, q.said_by(side.id if side else None)) for side in camps)) for q in questions)


def arrange_headline(questions: tuple[Question, ...], dossier: Dossier) -> tuple[Row, ...]:
    """The matrix of the questions that the briefing names, in its order; counts rather than models."""
    known = {_key(q): q for q in sorted(questions, key=lambda q: q.basis, reverse=True)}
    chosen = [known.get(_headline_key(h)) for h in dossier.briefing.headline]
    return arrange_matrix(tuple(q for q in chosen if q), dossier)


def _key(question: Question) -> tuple[str, str, str, str]:
    scope = question.scope.id if question.scope else ""
    return (question.window.id, question.group.id, question.outcome, scope)


def _headline_key(headline: Headline) -> tuple[str, str, str, str]:
    return (window_id(headline.window), headline.of, headline.outcome, headline.scope or "")


def states_in(rows: Iterable[Row]) -> tuple[State, ...]:
    """The states of the questions in these rows, each once, in the order of their definition."""
    found = {row.question.state for row in rows}
    return tuple(state for state in get_args(State) if state in found)


def window_id(written: str) -> str:
    """An event's id as it is; a period as its address."""
    try:
        return parse_when(written).slug
    except ValueError:
        return written


def why_figures_differ(rows: tuple[Row, ...]) -> tuple[Why, ...]:
    """Which reasons for differing figures are at work in these rows, from the records alone."""
    contested = [row.question for row in rows if row.question.state == "contested"]
    answers = [answer for q in contested for answer in q.answers]
    found: dict[Why, bool] = {
        "perspective": any(len({a.perspective for a in q.answers}) > 1 for q in contested),
        "groups": any(q.group.note or any(a.figure.includes for a in q.answers) for q in contested),
        "printings": any(len(a.figure.printings()) > 1 for a in answers),
        "revisions": any(a.earlier for a in answers),
        "dates": any(len({a.claim.reaches.end for a in q.answers}) > 1 for q in contested),
    }
    return tuple(reason for reason, holds in found.items() if holds)
