"""What a wrong name was meant to be, and where a file belongs."""

from __future__ import annotations

import pytest

from generator.model.claims import Claim
from generator.reading.names import folder_for, folder_name_problem, meant_id, meant_name

A_CLAIM = dict.fromkeys(("claimant", "said", "event", "figures"), "x")
A_SOURCE = dict.fromkeys(("publisher", "url", "published", "language", "kind", "read"), "x")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("2031-03-06-army.yml", "2031-03-06-army"),
        ("River Clash.YAML", "river-clash"),
        ("2031-03-06-army.yml.txt", "2031-03-06-army"),
        ("Café.yml", "cafe"),
        ("گروه.yml", "گروه.yml"),
    ],
)
def test_a_name_is_meant_as_an_id(name: str, id: str) -> None:
    assert id == meant_id(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Claims", "claims"),
        ("event", "events"),
        ("briefing.yaml", "briefing.yml"),
        ("Actor.yml", "actors.yml"),
        ("2031-03-06-army.yml", ""),
        ("images", ""),
    ],
)
def test_a_name_that_comes_close_is_meant(name: str, meant: str) -> None:
    assert meant == meant_name(name)


def test_a_record_is_known_by_its_fields() -> None:
    assert "claims" == folder_for(A_CLAIM)
    assert "sources" == folder_for(A_SOURCE)
    assert "sources" == folder_for(A_SOURCE, Claim)
    assert "" == folder_for(A_CLAIM, Claim)


@pytest.mark.parametrize("tree", [None, "text", ["claimant"], {}, {"title": "x", "note": "y"}])
def test_what_could_be_anything_belongs_nowhere(tree: object) -> None:
    assert "" == folder_for(tree)


@pytest.mark.parametrize(("name", "what"), [("Red Blue", "is not an id"), ("errors", "is taken by the site itself")])
def test_a_briefings_folder_has_an_id_that_the_site_does_not_use(name: str, what: str) -> None:
    problem = folder_name_problem(name, f"content/{name}")

    assert problem
    assert what in problem.message
    assert folder_name_problem("red-blue-2031", "content/red-blue-2031") is None
