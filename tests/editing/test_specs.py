"""One option holds a whole figure, statement, answer or group."""

from __future__ import annotations

import pytest

from generator.editing.answers import UnfitAnswerError
from generator.editing.specs import (
    FigureSpec,
    GroupSpec,
    WordsSpec,
    read_figure_spec,
    read_group_spec,
    read_response_spec,
    read_statement_spec,
)


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("belmark-soldiers killed 58", ("belmark-soldiers", "killed", "58", "")),
        ("belmark-soldiers killed 'about 23'", ("belmark-soldiers", "killed", "about 23", "")),
        (
            "trucks stranded at-the-bridge at least 60 to 70",
            ("trucks", "stranded", "at least 60 to 70", "at-the-bridge"),
        ),
        ("trucks stranded dozens", ("trucks", "stranded", "dozens", "")),
    ],
)
def test_a_figure_is_group_outcome_scope_and_value(text: str, spec: tuple[str, str, str, str]) -> None:
    assert FigureSpec(*spec) == read_figure_spec(text, ["at-the-bridge", "dozens"])


def test_a_statement_may_name_its_point() -> None:
    points = ["who-fired-first"]

    assert WordsSpec("Arvenia fired", "who-fired-first") == read_statement_spec(
        "who-fired-first: Arvenia fired", points
    )
    assert WordsSpec("one thing: the river") == read_statement_spec("one thing: the river", points)


def test_an_answer_names_a_kind_and_a_claim_or_a_point() -> None:
    assert WordsSpec("no", kind="denies", to="x#y") == read_response_spec("denies x#y: no")
    assert WordsSpec(point="p", kind="denies") == read_response_spec("denies p", ["p"])


def test_a_group_has_a_label_and_perhaps_a_unit_and_a_side() -> None:
    assert GroupSpec("Belmark soldiers") == read_group_spec("Belmark soldiers")
    assert GroupSpec("Belmark posts", "posts", "belmark") == read_group_spec("Belmark posts / posts / belmark")


@pytest.mark.parametrize("read", [read_figure_spec, read_response_spec])
def test_half_a_figure_or_answer_is_refused_with_the_right_form(read: object) -> None:
    with pytest.raises(UnfitAnswerError, match="'killed' is not a whole"):
        read("killed")  # type: ignore[operator]


@pytest.mark.parametrize("text", [" / posts", "a / b / c / d"])
def test_what_is_no_group_is_refused(text: str) -> None:
    with pytest.raises(UnfitAnswerError, match="is not a group"):
        read_group_spec(text)
