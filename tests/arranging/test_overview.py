"""The matrix of who says what, and why the figures in it differ."""

from __future__ import annotations

import pytest

from generator.arranging.overview import arrange_headline, arrange_matrix, why_figures_differ, window_id
from generator.arranging.questions import arrange_questions
from generator.model.corpus import Dossier
from generator.model.records import FileRecord
from tests.builders import CLASH, claim, dossier, figure, reports

KILLED = {"window": CLASH, "of": "red-soldiers", "outcome": "killed"}


def headline(story: Dossier) -> list[str]:
    return [row.question.id for row in arrange_headline(arrange_questions(story), story)]


def reasons(*claims: FileRecord, **briefing: object) -> tuple[str, ...]:
    story = dossier(*claims, **briefing)
    return why_figures_differ(arrange_matrix(arrange_questions(story), story))


def test_a_row_has_a_cell_for_each_side_and_one_for_all_others() -> None:
    story = dossier(
        claim("monitor", figure("30")),
        claim("blue-army", figure("58")),
        claim("hospital", figure("12"), said="2031-03-07"),
    )

    (row,) = arrange_matrix(arrange_questions(story), story)

    assert ["red", "blue", None] == [cell.side.id if cell.side else None for cell in row.cells]
    printed = [[answer.figure.value.printed for answer in cell.answers] for cell in row.cells]
    assert [[], ["58"], ["30", "12"]] == printed


def test_claimants_who_print_the_same_value_share_it_within_a_cell() -> None:
    story = dossier(
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-government", figure("58"), said="2031-03-07"),
    )

    (row,) = arrange_matrix(arrange_questions(story), story)
    ((value, answers),) = row.cells[1].said

    assert "58" == value.printed
    assert ["blue-army", "blue-government"] == [answer.claimant.id for answer in answers]


def test_another_qualifier_is_another_value() -> None:
    story = dossier(claim("blue-army", figure("58")), claim("blue-government", figure("at least 58")))

    (row,) = arrange_matrix(arrange_questions(story), story)

    assert ["58", "at least 58"] == [value.printed for value, _ in row.cells[1].said]


def test_the_headline_keeps_the_order_of_the_briefing() -> None:
    wounded = {**KILLED, "outcome": "wounded"}
    part = {**KILLED, "scope": "east-bank"}
    story = dossier(
        claim("red-army", figure("23"), figure("9", scope="east-bank"), figure("30", outcome="wounded")),
        headline=[wounded, part, KILLED],
    )

    assert ["red-soldiers-wounded", "red-soldiers-killed-east-bank", "red-soldiers-killed"] == headline(story)


def test_the_headline_finds_a_period_however_it_is_written() -> None:
    story = dossier(
        claim("monitor", figure("200"), period="2031-03-01 to 2031-03-20"),
        headline=[{**KILLED, "window": "2031-03-01 to 2031-03-20"}],
    )

    assert ["red-soldiers-killed"] == headline(story)
    assert "2031-03-01-to-2031-03-20" == window_id("2031-03-01 to 2031-03-20")
    assert CLASH == window_id(CLASH)


def test_the_headline_shows_what_was_counted_rather_than_what_was_modelled() -> None:
    model, count = claim("monitor", figure("90", basis="model")), claim("red-army", figure("23"))

    assert ["red-soldiers-killed"] == headline(dossier(model, count, headline=[KILLED]))
    assert ["red-soldiers-killed-modelled"] == headline(dossier(model, headline=[KILLED]))


def test_figures_that_do_not_contradict_each_other_need_no_reason() -> None:
    assert () == reasons(claim("red-army", figure("23")), claim("blue-army", figure("23")))
    assert () == reasons(claim("red-army", figure("23", includes="officers too")))


@pytest.mark.parametrize(
    ("reason", "claims"),
    [
        ("perspective", [claim("red-army", figure("23")), claim("blue-army", figure("58"))]),
        (
            "groups",
            [claim("red-army", figure("23", includes="officers too")), claim("red-government", figure("20"))],
        ),
        (
            "printings",
            [
                claim("red-army", figure("23", reports=reports() + reports(printed="more than 23"))),
                claim("red-government", figure("20")),
            ],
        ),
        (
            "revisions",
            [
                claim("red-army", figure("25"), said="2031-03-05"),
                claim("red-army", figure("23")),
                claim("red-government", figure("20")),
            ],
        ),
        ("dates", [claim("red-army", figure("23")), claim("red-government", figure("20"), said="2031-03-08")]),
    ],
)
def test_each_reason_is_read_from_the_records(reason: str, claims: list[FileRecord]) -> None:
    assert (reason,) == reasons(*claims)


def test_perspective_explains_only_a_question_that_has_two() -> None:
    """Two quarrels, each within one camp, are no quarrel between camps."""
    own = [claim("red-army", figure("23")), claim("red-government", figure("20"))]
    enemy = [
        claim("red-army", figure("5", of="blue-soldiers"), id="2031-03-06-red-army-on-blue"),
        claim("red-government", figure("7", of="blue-soldiers"), id="2031-03-06-red-government-on-blue"),
    ]

    assert () == reasons(*own, *enemy)
