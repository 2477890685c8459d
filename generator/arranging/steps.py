"""How a claimant's answer to one question changed, statement by statement."""

from __future__ import annotations

from dataclasses import dataclass

from generator.arranging.questions import Answer, Question


@dataclass(frozen=True)
class Steps:
    """A current answer and those it replaced."""

    question: Question
    answers: tuple[Answer, ...]
    """Every statement, the oldest first; the last is the current answer."""

    @property
    def revised(self) -> bool:
        """Whether the value changed at all; who only says the same again revises nothing."""
        return len({answer.figure.value for answer in self.answers}) > 1

    def follows(self, place: int) -> bool:
        """Whether the statement at this place replaced the one before it, not merely came after it."""
        return place > 0 and self.answers[place - 1].replaced_by == self.answers[place].ref


def arrange_steps(question: Question) -> tuple[Steps, ...]:
    """The steps of each current answer that was given before, in these words or others."""
    return tuple(Steps(question, (*reversed(a.earlier), a)) for a in question.answers if a.earlier)
