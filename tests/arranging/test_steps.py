"""How an answer changed is told statement by statement, and nothing is left out or joined that does not belong."""

from __future__ import annotations

from generator.arranging.questions import arrange_questions
from generator.arranging.steps import Steps, arrange_steps
from generator.model.claims import Claim
from tests.builders import claim, dossier, figure

FIRST = "2031-03-06-blue-army#red-soldiers-killed"


def steps(*claims: Claim) -> tuple[Steps, ...]:
    (question,) = arrange_questions(dossier(*claims))
    return arrange_steps(question)


def values(course: Steps) -> list[str]:
    return [answer.figure.value.printed for answer in course.answers]


def test_statements_stand_in_order_and_end_with_the_current_answer() -> None:
    (course,) = steps(
        claim("blue-army", figure("70"), said="2031-03-09"),
        claim("blue-army", figure("dozens"), said="2031-03-06"),
        claim("blue-army", figure("58"), said="2031-03-07"),
    )

    assert ["dozens", "58", "70"] == values(course)
    assert course.revised


def test_who_spoke_once_takes_no_steps() -> None:
    assert () == steps(claim("blue-army", figure("58")), claim("red-army", figure("23")))


def test_each_claimant_has_its_own_steps() -> None:
    found = steps(
        claim("blue-army", figure("58")),
        claim("blue-army", figure("70"), said="2031-03-09"),
        claim("red-army", figure("20")),
        claim("red-army", figure("23"), said="2031-03-08"),
    )

    assert [["20", "23"], ["58", "70"]] == [values(course) for course in found]


def test_saying_the_same_again_is_shown_and_is_no_revision() -> None:
    (course,) = steps(claim("blue-army", figure("58")), claim("blue-army", figure("58"), said="2031-03-09"))

    assert ["58", "58"] == values(course)
    assert not course.revised


def test_only_what_was_replaced_is_followed() -> None:
    """Two answers gave way to the third; the second did not replace the first, which is another's."""
    (course,) = steps(
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-government", figure("60"), said="2031-03-07"),
        claim("blue-government", figure("70", revises=FIRST), said="2031-03-09"),
    )

    assert [False, False, True] == [course.follows(place) for place in range(3)]


def test_what_was_taken_back_is_no_step() -> None:
    gone = {"state": "withdrawn", "date": "2031-03-08", "why": "a slip"}

    assert () == steps(
        claim("blue-army", figure("580", status=gone)), claim("blue-army", figure("58"), said="2031-03-09")
    )
