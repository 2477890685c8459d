"""Lines join a number to the one that replaced it, and nothing else."""

from __future__ import annotations

from generator.arranging.questions import arrange_questions
from generator.arranging.steps import arrange_steps
from generator.model.claims import Claim
from generator.pages.charts import Axis, draw_steps
from tests.builders import claim, dossier, figure


def joins(*claims: Claim) -> list[tuple[float | None, float | None]]:
    (question,) = arrange_questions(dossier(*claims))
    (course,) = arrange_steps(question)
    return [(step.comes_from, step.goes_on) for step in draw_steps(course, Axis(100))]


def said(*values: str) -> list[Claim]:
    return [claim("blue-army", figure(value), said=f"2031-03-{day:02}") for day, value in enumerate(values, start=6)]


def test_each_number_is_joined_to_the_next() -> None:
    assert [(None, 58), (58, 70), (70, None)] == joins(*said("58", "at least 70", "about 60"))


def test_words_and_ranges_are_joined_to_nothing() -> None:
    """A word has no place on the axis, and a range has no middle that anybody said."""
    assert [(None, None), (None, None), (None, None)] == joins(*said("dozens", "58", "60 to 70"))


def test_statements_that_did_not_replace_each_other_are_not_joined() -> None:
    revised = figure("70", revises="2031-03-06-blue-army#red-soldiers-killed")

    assert [(None, None), (None, 60), (60, None)] == joins(
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-government", figure("60"), said="2031-03-07"),
        claim("blue-government", revised, said="2031-03-09"),
    )


def test_without_an_axis_there_is_nothing_to_join() -> None:
    (question,) = arrange_questions(dossier(*said("dozens", "hundreds")))
    (course,) = arrange_steps(question)

    assert [None, None] == [step.goes_on for step in draw_steps(course, None)]
