"""New files are tried with the whole briefing, and only what they bring is reported."""

from __future__ import annotations

import pytest

from generator.editing.trial import find_new_problems
from generator.model.corpus import Dossier
from generator.pipeline import check_content
from tests.conftest import BASE, BRIEFING, WriteContent

CLAIM = (BASE / "claims" / "2031-03-06-arvenian-army.yml").read_text()


@pytest.fixture
def dossier(write_content: WriteContent) -> Dossier:
    (found,) = check_content(write_content({})).corpus.dossiers
    return found


def tried(dossier: Dossier | None, **files: str) -> list[str]:
    names = {name.replace("__", "/").replace("_", "-") + ".yml": text for name, text in files.items()}
    return [str(problem) for problem in find_new_problems(dossier, BRIEFING, names)]


def test_what_fits_brings_no_problem(dossier: Dossier) -> None:
    assert [] == tried(dossier, claims__2031_03_06_x=CLAIM)


def test_a_problem_has_the_line_and_column_that_the_file_will_have(dossier: Dossier) -> None:
    text = CLAIM.replace("said: 2031-03-06", "said: 2031-03-04")
    (told,) = tried(dossier, claims__2031_03_04_x=text)

    assert told.startswith(f"content/{BRIEFING}/claims/2031-03-04-x.yml:2:7: error: said 2031-03-04, before the event")


def test_a_problem_of_the_form_is_told_too(dossier: Dossier) -> None:
    told = tried(dossier, claims__2031_03_06_x=CLAIM.replace("killed", "kiled", 1))

    assert [f"content/{BRIEFING}/claims/2031-03-06-x.yml:6:14: error: unknown outcome 'kiled' (did you mean"] == [
        line.partition(" 'killed'")[0] for line in told
    ]


def test_what_was_wrong_before_is_not_told(write_content: WriteContent) -> None:
    content = write_content({"claims/2031-03-08-y.yml": CLAIM.replace("2031-03-06\n", "2031-03-09\n")})
    (dossier,) = check_content(content).corpus.dossiers

    assert check_content(content).errors
    assert [] == tried(dossier, claims__2031_03_06_x=CLAIM)


def test_what_a_new_file_breaks_elsewhere_is_told(dossier: Dossier) -> None:
    """The list of actors is replaced by one without the army."""
    actors = "actors:\n  - id: belmark-ministry\n    name: M\n    kind: government\n    descriptor: m\n"

    assert any("unknown actor 'arvenian-army'" in told for told in tried(dossier, actors=actors))


def test_a_whole_briefing_is_tried_before_there_is_one() -> None:
    files = {path.relative_to(BASE).as_posix(): path.read_text() for path in BASE.rglob("*.yml")}

    assert [] == find_new_problems(None, BRIEFING, files)
    assert ["unknown-source"] == [
        problem.code
        for problem in find_new_problems(None, BRIEFING, {f: t for f, t in files.items() if "bel-radio" not in f})
    ][:1]
