"""Disputed points that are no numbers."""

from __future__ import annotations

from generator.arranging.points import PointView, arrange_points
from generator.model.records import FileRecord
from tests.builders import BLUE, RED, claim, dossier, response, says


def points(*claims: FileRecord, **briefing: object) -> dict[str, PointView]:
    return {view.point.id: view for view in arrange_points(dossier(*claims, **briefing))}


def voices(view: PointView) -> list[str]:
    return [position.claimant.id for position in view.positions]


FIRED = [
    claim("monitor", said="2031-03-06", statements=[says("it cannot tell.", "who-fired-first")]),
    claim("blue-army", said="2031-03-06", statements=[says("Red fired first.", "who-fired-first")]),
    claim("red-government", said="2031-03-08", statements=[says("Blue fired first.", "who-fired-first")]),
    claim("red-army", said="2031-03-07", statements=[says("Blue fired first.", "who-fired-first")]),
]


def test_positions_stand_by_side_then_by_date() -> None:
    view = points(*FIRED)["who-fired-first"]

    assert ["red-army", "red-government", "blue-army", "monitor"] == voices(view)


def test_the_order_of_the_sides_is_that_of_the_briefing() -> None:
    view = points(*FIRED, sides=[BLUE, RED])["who-fired-first"]

    assert ["blue-army", "red-army", "red-government", "monitor"] == voices(view)


def test_a_point_without_a_position_is_shown_too() -> None:
    found = points(*FIRED)

    assert ["who-fired-first", "who-asked"] == [*found]
    assert () == found["who-asked"].positions


def test_a_response_may_be_a_position() -> None:
    answer = claim("red-army", responses=[response("denies", point="who-asked", says="Red asked for nothing.")])

    (position,) = points(answer)["who-asked"].positions

    assert "Red asked for nothing." == position.said.says


def test_statements_on_no_point_and_withdrawn_claims_are_left_out() -> None:
    gone = {"date": "2031-03-09", "why": "never said"}
    found = points(
        claim("red-army", statements=[says("the river is high.")]),
        claim("blue-army", statements=[says("Red fired first.", "who-fired-first")], withdrawn=gone),
    )

    assert () == found["who-fired-first"].positions
