"""The finder's file: small, whole, and no number in it without qualifier and owner."""

from __future__ import annotations

import gzip
import json
from functools import cache
from typing import Any

from generator.arranging.arranged import arrange
from generator.model.corpus import Dossier
from generator.pages.finder import print_finder
from generator.pipeline import check_content
from tests.builders import CLASH, STORY, claim, dossier, event, figure, place
from tests.pages.test_phrases import ENGLISH
from tests.projects import REPOSITORY

LARGEST = 10 * 1024


@cache
def real() -> str:
    return print_finder([arrange(one) for one in check_content(REPOSITORY / "content").corpus.dossiers], ENGLISH)


def printed(story: Dossier) -> dict[str, Any]:
    (briefing,) = json.loads(print_finder([arrange(story)], ENGLISH))
    assert isinstance(briefing, dict)
    return briefing


def test_a_figure_is_printed_with_qualifier_owner_date_and_event() -> None:
    found = printed(dossier(claim("blue-army", figure("at least 12"))))
    ((id, owner, said, about, *figures),) = found["said"]

    assert (STORY, "2031-03-06-blue-army", "6 March 2031") == (found["id"], id, said)
    assert ["blue-army", "Blue Army"] == found["actors"][owner][:2]
    assert CLASH == found["events"][about][0]
    assert [["red-soldiers-killed", "at least 12 Red soldiers killed"]] == figures


def test_a_figure_of_a_period_names_the_period() -> None:
    ((*_, about, _),) = printed(dossier(claim("blue-army", figure("12"), period="2031-03")))["said"]

    assert "March 2031" == about


def test_a_replaced_figure_says_so() -> None:
    first, second = claim("blue-army", figure("12")), claim("blue-army", figure("14"), said="2031-03-08")
    figures = [row[4] for row in printed(dossier(first, second))["said"]]

    assert ["red-soldiers-killed", "12 Red soldiers killed", "replaced by a later answer"] in figures
    assert ["red-soldiers-killed", "14 Red soldiers killed"] in figures


def test_places_keep_their_other_names_and_events_their_places() -> None:
    found = printed(dossier(place("ford", also=["Furt", "گدار"]), event(places=["ford"])))

    assert [["ford", "Ford", "Furt", "گدار"]] == found["places"]
    assert [[CLASH, "Clash at the river", "5 March 2031", [0]]] == found["events"]


def test_the_real_file_is_small() -> None:
    assert len(gzip.compress(real().encode(), 9)) <= LARGEST


def test_the_real_file_holds_every_figure_that_stands() -> None:
    stories = check_content(REPOSITORY / "content").corpus.dossiers
    for story, found in zip(stories, json.loads(real()), strict=True):
        standing = {a.ref for _, a in arrange(story).answers.values() if a.standing in ("current", "superseded")}
        offered = {(row[0], figure[0]) for row in found["said"] for figure in row[4:]}
        assert standing == offered
