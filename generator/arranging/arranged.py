"""All that is derived from one dossier, worked out once and read by every page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.arranging.changes import Changes, arrange_changes
from generator.arranging.mentions import Mentions, arrange_mentions
from generator.arranging.overview import Row, arrange_headline
from generator.arranging.points import PointView, arrange_points
from generator.arranging.questions import Answer, Question, Reply, Window, arrange_questions, arrange_replies
from generator.arranging.timeline import Entry, Month, arrange_timeline
from generator.model.corpus import Dossier
from generator.model.records import FigureRef


@dataclass(frozen=True)
class Arranged:
    """One briefing, ready for its pages."""

    dossier: Dossier
    questions: tuple[Question, ...]
    windows: tuple[tuple[Window, tuple[Question, ...]], ...]
    """Windows that have figures, in order of time, each with its questions."""
    answers: dict[FigureRef, tuple[Question, Answer]]
    """Every figure that answers something, current or not."""
    replies: dict[FigureRef, tuple[Reply, ...]]
    headline: tuple[Row, ...]
    timeline: tuple[Month, ...]
    points: tuple[PointView, ...]
    changes: Changes
    mentions: Mentions

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for month in self.timeline for entry in month.entries)


def arrange(dossier: Dossier) -> Arranged:
    """Derive everything that pages show from one briefing's records."""
    questions = arrange_questions(dossier)
    return Arranged(
        dossier=dossier,
        questions=questions,
        windows=_by_window(questions),
        answers={a.ref: (q, a) for q in questions for a in q.everything},
        replies=arrange_replies(dossier),
        headline=arrange_headline(questions, dossier),
        timeline=arrange_timeline(dossier, questions),
        points=arrange_points(dossier),
        changes=arrange_changes(dossier, questions),
        mentions=arrange_mentions(dossier),
    )


def _by_window(questions: tuple[Question, ...]) -> tuple[tuple[Window, tuple[Question, ...]], ...]:
    windows: dict[str, list[Question]] = {}
    for question in questions:
        windows.setdefault(question.window.id, []).append(question)
    return tuple((asked[0].window, tuple(asked)) for asked in windows.values())
