"""What others said is offered for comparison, and a speaker's own last answer for revision."""

from __future__ import annotations

from generator.editing.earlier import Rival, figures_about, find_earlier, find_rival
from tests.builders import CLASH, claim, dossier, figure

OLD = claim("blue-army", figure("58"))
OLDER = claim("blue-army", figure("50"), said="2031-03-05")
OTHER = claim("red-army", figure("23", of="civilians", outcome="wounded"), said="2031-03-07")


def test_the_last_answer_of_the_same_speaker_to_the_same_question_is_found() -> None:
    new = claim("blue-army", figure("40"), said="2031-03-08")
    found = find_earlier(dossier(OLD, OLDER, OTHER), new, new.figures[0])

    assert found is not None
    assert ("2031-03-06-blue-army#red-soldiers-killed", "2031-03-06", "58") == (found.ref, found.said, str(found.value))


def test_another_question_a_later_day_or_many_voices_have_no_earlier_answer() -> None:
    books = dossier(OLD, claim("residents", figure("9")))
    for new in (
        claim("blue-army", figure("40", outcome="wounded"), said="2031-03-08"),
        claim("blue-army", figure("40", scope="east-bank"), said="2031-03-08"),
        claim("blue-army", figure("40"), said="2031-03-04"),
        claim("residents", figure("40"), said="2031-03-08"),
    ):
        assert find_earlier(books, new, new.figures[0]) is None


def test_the_last_figure_of_somebody_else_is_the_rival() -> None:
    assert Rival("civilians", "wounded") == find_rival(dossier(OLD, OTHER), CLASH, "blue-army")
    assert Rival("red-soldiers", "killed") == find_rival(dossier(OLD, OTHER), CLASH, "red-army")
    assert Rival() == find_rival(dossier(OLD), CLASH, "blue-army")


def test_figures_that_no_longer_count_are_left_out() -> None:
    status = {"state": "withdrawn", "date": "2031-03-07", "why": "taken back"}

    assert [] == figures_about(dossier(claim("blue-army", figure("58", status=status))), CLASH)
