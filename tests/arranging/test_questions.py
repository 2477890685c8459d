"""Figures stand side by side only where they answer the same question, in an order that favours nobody."""

from __future__ import annotations

import pytest

from generator.arranging.overview import arrange_matrix
from generator.arranging.questions import Answer, Question, arrange_questions, arrange_replies
from generator.model.corpus import Dossier
from generator.model.records import FigureRef
from tests.builders import BLUE, CLASH, RED, claim, dossier, event, figure, reports, response


def only_question(story: Dossier) -> Question:
    (question,) = arrange_questions(story)
    return question


def said(answers: tuple[Answer, ...]) -> list[tuple[str, str]]:
    return [(answer.claimant.id, answer.figure.value.printed) for answer in answers]


# -- which figures answer the same question --------------------------------------------------


@pytest.mark.parametrize(
    "same",
    [
        {"basis": "named-list"},
        {"basis": "estimate"},
        {"includes": "officers too"},
        {"note": "read out twice"},
    ],
)
def test_basis_and_remarks_leave_the_question_the_same(same: dict[str, str]) -> None:
    story = dossier(claim("red-army", figure("23")), claim("blue-army", figure("58", **same)))

    assert 2 == len(only_question(story).answers)


@pytest.mark.parametrize(
    ("other", "id"),
    [
        ({"of": "civilians"}, "civilians-killed"),
        ({"outcome": "wounded"}, "red-soldiers-wounded"),
        ({"outcome": "killed-or-wounded"}, "red-soldiers-killed-or-wounded"),
        ({"scope": "east-bank"}, "red-soldiers-killed-east-bank"),
        ({"basis": "model"}, "red-soldiers-killed-modelled"),
    ],
)
def test_another_group_outcome_scope_or_a_model_is_another_question(other: dict[str, str], id: str) -> None:
    story = dossier(claim("red-army", figure("23")), claim("blue-army", figure("58", **other)))

    assert {"red-soldiers-killed", id} == {question.id for question in arrange_questions(story)}


def test_another_event_or_period_is_another_question() -> None:
    story = dossier(
        event("2031-03-09-raid", "2031-03-09"),
        claim("red-army", figure("23")),
        claim("blue-army", figure("58"), event="2031-03-09-raid"),
        claim("monitor", figure("200"), period="2031-03"),
        claim("hospital", figure("190"), period="2031-03-01 to 2031-03-20"),
    )

    windows = [question.window.id for question in arrange_questions(story)]

    assert ["2031-03-01-to-2031-03-20", "2031-03", CLASH, "2031-03-09-raid"] == windows


def test_ids_that_read_alike_do_not_join_two_questions() -> None:
    """'soldiers' killed-or-wounded, and 'soldiers' killed in the scope 'or-wounded', make the same key."""
    story = dossier(
        claim("red-army", figure("23", outcome="killed-or-wounded")),
        claim("blue-army", figure("58", scope="or-wounded")),
        scopes=[{"id": "or-wounded", "label": "or wounded"}],
    )

    assert [1, 1] == [len(question.answers) for question in arrange_questions(story)]


def test_questions_follow_time_then_the_declared_groups_and_outcomes_then_scope() -> None:
    story = dossier(
        event("2031-03-09-raid", "2031-03-09"),
        claim("red-army", figure("1"), event="2031-03-09-raid"),
        claim("hospital", figure("2", of="civilians"), figure("3", of="blue-soldiers", outcome="wounded")),
        claim("blue-army", figure("4", scope="east-bank"), figure("5", outcome="captured"), figure("6")),
    )

    assert [
        (CLASH, "red-soldiers-killed"),
        (CLASH, "red-soldiers-killed-east-bank"),
        (CLASH, "red-soldiers-captured"),
        (CLASH, "blue-soldiers-wounded"),
        (CLASH, "civilians-killed"),
        ("2031-03-09-raid", "red-soldiers-killed"),
    ] == [(question.window.id, question.id) for question in arrange_questions(story)]


# -- side by side ----------------------------------------------------------------------------


def test_answers_stand_by_side_and_date_and_never_by_size() -> None:
    story = dossier(
        claim("monitor", figure("5"), said="2031-03-06"),
        claim("hospital", figure("500"), said="2031-03-07"),
        claim("blue-government", figure("90"), said="2031-03-06"),
        claim("blue-army", figure("10"), said="2031-03-07"),
        claim("red-government", figure("7"), said="2031-03-08"),
        claim("red-army", figure("3"), said="2031-03-06"),
    )

    assert [
        ("red-army", "3"),
        ("red-government", "7"),
        ("blue-government", "90"),
        ("blue-army", "10"),
        ("monitor", "5"),
        ("hospital", "500"),
    ] == said(only_question(story).answers)


@pytest.mark.parametrize(
    ("claimant", "of", "perspective"),
    [
        ("red-army", "red-soldiers", "own-loss"),
        ("red-government", "red-soldiers", "own-loss"),
        ("blue-army", "red-soldiers", "enemy-loss"),
        ("blue-army", "blue-soldiers", "own-loss"),
        ("red-army", "civilians", "third-party"),
        ("monitor", "red-soldiers", "third-party"),
        ("monitor", "civilians", "third-party"),
    ],
)
def test_perspective_is_the_claimants_side_against_the_counted_side(claimant: str, of: str, perspective: str) -> None:
    (answer,) = only_question(dossier(claim(claimant, figure("58", of=of)))).answers

    assert perspective == answer.perspective


# -- mirrored --------------------------------------------------------------------------------


def contest(one: str, other: str, first: str) -> Dossier:
    """The same story told of two sides; `first` stands first in briefing.yml."""
    sides = [RED, BLUE] if first == "red" else [BLUE, RED]
    return dossier(
        claim(f"{one}-army", figure("at least 58", of=f"{other}-soldiers"), said="2031-03-06"),
        claim(f"{one}-army", figure("61", of=f"{other}-soldiers"), said="2031-03-08"),
        claim(f"{other}-army", figure("23", of=f"{other}-soldiers"), said="2031-03-06"),
        claim(f"{other}-government", figure("23", of=f"{other}-soldiers"), said="2031-03-07"),
        claim(
            f"{other}-government",
            said="2031-03-09",
            responses=[response("denies", f"2031-03-08-{one}-army")],
        ),
        claim("monitor", figure("30 to 40", of=f"{other}-soldiers"), said="2031-03-20"),
        sides=sides,
    )


def shown(story: Dossier) -> list[object]:
    """Everything that a matrix shows, without names."""
    rows = arrange_matrix(arrange_questions(story), story)
    return [
        (
            row.question.state,
            [
                [(a.figure.value.printed, a.perspective, len(a.earlier), len(a.replies)) for a in cell.answers]
                for cell in row.cells
            ],
        )
        for row in rows
    ]


def test_swapping_the_roles_of_the_sides_changes_nothing_but_names() -> None:
    assert shown(contest("red", "blue", first="red")) == shown(contest("blue", "red", first="blue"))


def test_swapping_the_order_of_the_sides_swaps_their_columns_only() -> None:
    one, other = contest("red", "blue", first="red"), contest("red", "blue", first="blue")
    rows, mirrored = (arrange_matrix(arrange_questions(story), story) for story in (one, other))

    assert [row.question.state for row in rows] == [row.question.state for row in mirrored]
    for row, mirror in zip(rows, mirrored, strict=True):
        assert [*row.cells[1::-1], row.cells[2]] == [*mirror.cells]


# -- states ----------------------------------------------------------------------------------


def state(*claims: object) -> str:
    return only_question(dossier(*claims)).state  # type: ignore[arg-type]


def test_one_camp_alone_is_one_voice() -> None:
    assert "one-voice" == state(claim("red-army", figure("23")))
    assert "one-voice" == state(claim("red-army", figure("23")), claim("red-government", figure("23")))
    assert "one-voice" == state(claim("monitor", figure("23")))


def test_the_same_number_from_two_camps_is_agreed_whatever_the_qualifier() -> None:
    assert "agreed" == state(claim("red-army", figure("23")), claim("blue-army", figure("23")))
    assert "agreed" == state(claim("red-army", figure("at least 23")), claim("blue-army", figure("more than 23")))
    assert "agreed" == state(claim("red-army", figure("dozens")), claim("blue-army", figure("dozens")))


def test_two_who_belong_to_no_side_are_two_camps() -> None:
    assert "agreed" == state(claim("monitor", figure("23")), claim("hospital", figure("23")))


def test_different_numbers_are_contested_within_a_camp_too() -> None:
    assert "contested" == state(claim("red-army", figure("23")), claim("blue-army", figure("58")))
    assert "contested" == state(claim("red-army", figure("23")), claim("red-government", figure("24")))
    assert "contested" == state(claim("red-army", figure("23")), claim("blue-army", figure("20 to 23")))
    assert "contested" == state(claim("red-army", figure("23")), claim("blue-army", figure("dozens")))


@pytest.mark.parametrize("kind", ["denies", "disputes-number", "disputes-attribution"])
@pytest.mark.parametrize("to", ["2031-03-06-blue-army", "2031-03-06-blue-army#red-soldiers-killed"])
def test_one_number_that_another_party_denies_is_denied(kind: str, to: str) -> None:
    denial = claim("red-government", responses=[response(kind, to)])

    assert "denied" == state(claim("blue-army", figure("58")), denial)


@pytest.mark.parametrize("kind", ["accepts", "accepts-in-part", "cannot-confirm", "no-comment"])
def test_any_other_answer_is_no_denial(kind: str) -> None:
    answer = claim("red-government", responses=[response(kind, "2031-03-06-blue-army")])

    assert "one-voice" == state(claim("blue-army", figure("58")), answer)


def test_a_denial_with_a_number_of_its_own_contests() -> None:
    denial = claim("red-army", figure("23"), responses=[response("denies", "2031-03-06-blue-army")])

    assert "contested" == state(claim("blue-army", figure("58")), denial)


def test_a_denial_of_an_earlier_answer_does_not_reach_the_later_one() -> None:
    denial = claim("red-government", said="2031-03-07", responses=[response("denies", "2031-03-06-blue-army")])
    later = claim("blue-army", figure("50"), said="2031-03-08")

    assert "one-voice" == state(claim("blue-army", figure("58")), denial, later)


def test_a_withdrawn_denial_counts_no_longer() -> None:
    gone = {"date": "2031-03-09", "why": "never said"}
    denial = claim("red-army", responses=[response("denies", "2031-03-06-blue-army")], withdrawn=gone)

    assert "one-voice" == state(claim("blue-army", figure("58")), denial)


@pytest.mark.parametrize("standing", ["withdrawn", "removed", "error"])
def test_where_every_figure_was_taken_back_none_stands(standing: str) -> None:
    """It is not 'one voice': nobody gives the figure any more."""
    status = {"state": standing, "date": "2031-03-09", "why": "taken back"}
    question = only_question(dossier(claim("blue-army", figure("58", status=status))))

    assert "none-stands" == question.state
    assert () == question.answers
    assert [standing] == [answer.standing for answer in question.retired]


# -- how answers change ----------------------------------------------------------------------


def test_a_claimants_later_answer_takes_the_place_of_the_earlier_ones() -> None:
    story = dossier(
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-army", figure("at least 70"), said="2031-03-07"),
        claim("blue-army", figure("200"), said="2031-03-09"),
    )

    (answer,) = only_question(story).answers

    assert "200" == answer.figure.value.printed
    assert [("blue-army", "at least 70"), ("blue-army", "58")] == said(answer.earlier)
    assert {"superseded"} == {old.standing for old in answer.earlier}


def test_one_voice_of_a_side_may_revise_another() -> None:
    revision = figure("200", revises="2031-03-06-blue-army#red-soldiers-killed")
    story = dossier(claim("blue-army", figure("58")), claim("blue-government", revision, said="2031-03-09"))

    (answer,) = only_question(story).answers

    assert "blue-government" == answer.claimant.id
    assert [("blue-army", "58")] == said(answer.earlier)


def test_two_voices_of_a_side_both_stand_unless_one_says_that_it_revises() -> None:
    story = dossier(claim("blue-army", figure("58")), claim("blue-government", figure("200"), said="2031-03-09"))

    assert [("blue-army", "58"), ("blue-government", "200")] == said(only_question(story).answers)


@pytest.mark.parametrize("claimant", ["residents", "officials"])
def test_witnesses_and_unnamed_officials_are_other_people_each_time(claimant: str) -> None:
    story = dossier(
        claim(claimant, figure("58"), said="2031-03-06"),
        claim(claimant, figure("20"), said="2031-03-07"),
    )

    assert [(claimant, "58"), (claimant, "20")] == said(only_question(story).answers)


@pytest.mark.parametrize("standing", ["withdrawn", "removed", "error"])
@pytest.mark.parametrize("revises", [{}, {"revises": "2031-03-06-blue-army#red-soldiers-killed"}])
def test_what_no_longer_counts_replaces_nothing(standing: str, revises: dict[str, str]) -> None:
    """Least of all our own mistakes: the answer that was really given still stands."""
    status = {"state": standing, "date": "2031-03-10", "why": "it was another event"}
    story = dossier(
        claim("blue-army", figure("58")),
        claim("blue-army", figure("20", status=status, **revises), said="2031-03-07"),
    )

    question = only_question(story)

    assert [("blue-army", "58")] == said(question.answers)
    assert () == question.answers[0].earlier
    assert [("blue-army", "20")] == said(question.retired)


def test_what_was_taken_back_is_not_told_as_an_earlier_answer() -> None:
    status = {"state": "error", "date": "2031-03-10", "why": "mistyped"}
    story = dossier(
        claim("blue-army", figure("85", status=status)),
        claim("blue-army", figure("58", revises="2031-03-06-blue-army#red-soldiers-killed"), said="2031-03-07"),
    )

    question = only_question(story)

    assert () == question.answers[0].earlier
    assert [("blue-army", "85")] == said(question.retired)


def test_a_withdrawn_claim_keeps_its_figures_marked() -> None:
    gone = {"date": "2031-03-09", "why": "said about another place"}
    story = dossier(claim("blue-army", figure("58"), withdrawn=gone), claim("red-army", figure("23")))

    question = only_question(story)

    assert [("red-army", "23")] == said(question.answers)
    assert [("blue-army", "58")] == said(question.retired)
    assert "withdrawn" == question.retired[0].standing


def test_an_answer_to_another_question_leaves_the_old_one_standing() -> None:
    """Who first counts all soldiers, then those of one bank, has not taken the first count back."""
    narrower = figure("40", scope="east-bank", revises="2031-03-06-blue-army#red-soldiers-killed")
    story = dossier(claim("blue-army", figure("58")), claim("blue-army", narrower, said="2031-03-09"))

    whole, part = arrange_questions(story)

    assert [("blue-army", "58")] == said(whole.answers)
    assert [("blue-army", "40")] == said(part.answers)
    assert FigureRef("2031-03-09-blue-army", "red-soldiers-killed-east-bank") == whole.answers[0].replaced_by


def test_every_figure_is_told_exactly_once() -> None:
    story = contest("red", "blue", first="red")

    told = [answer.ref for question in arrange_questions(story) for answer in question.everything]

    assert sorted(told) == sorted(FigureRef(c.id, f.key) for c in story.claims.values() for f in c.figures)


def test_a_question_reaches_as_far_as_its_newest_answer() -> None:
    story = dossier(
        claim("red-army", figure("23"), said="2031-03-06"),
        claim("monitor", figure("30"), said="2031-03-20", as_of="2031-03-15"),
    )

    assert "2031-03-15" == str(only_question(story).reaches)


# -- replies ---------------------------------------------------------------------------------


def test_replies_are_heard_in_order_of_time_by_figure_and_by_claim() -> None:
    story = dossier(
        claim("blue-army", figure("58")),
        claim("red-army", said="2031-03-09", responses=[response("denies", "2031-03-06-blue-army")]),
        claim(
            "red-government",
            said="2031-03-08",
            responses=[response("no-comment", "2031-03-06-blue-army#red-soldiers-killed")],
        ),
        claim("monitor", said="2031-03-07", responses=[response("cannot-confirm", "2031-03-06-blue-army")]),
    )

    heard = arrange_replies(story)
    (answer,) = only_question(story).answers

    kinds = [reply.response.kind for reply in answer.replies]
    assert ["cannot-confirm", "no-comment", "denies"] == kinds
    assert ["cannot-confirm", "denies"] == [r.response.kind for r in heard[FigureRef("2031-03-06-blue-army")]]


def test_other_printings_belong_to_one_answer() -> None:
    printed = reports() + reports(printed="more than 58")
    (answer,) = only_question(dossier(claim("blue-army", figure("at least 58", reports=printed)))).answers

    assert ["at least 58", "more than 58"] == [value.printed for value in answer.figure.printings()]
