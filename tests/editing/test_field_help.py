"""The comments of new files are true: every example can be uncommented, and `format` leaves them where they are."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import BaseModel

from generator.editing.canonical import print_canonical
from generator.editing.drafts import Draft
from generator.editing.field_help import HELP, comments_for
from generator.model.briefing import Briefing
from generator.model.claims import Claim
from generator.model.events import Event, Source
from generator.problems import Place
from generator.reading.commented import read_commented
from generator.reading.records import read_record
from generator.reading.strict_yaml import Tree, read_document
from tests.conftest import BASE

RECORDS: Mapping[str, type[BaseModel]] = {
    "briefing": Briefing,
    "claim": Claim,
    "event": Event,
    "source": Source,
}
FILES = {
    "briefing": "briefing.yml",
    "claim": "claims/2031-03-06-belmark-ministry.yml",
    "event": "events/2031-03-05-river-clash.yml",
    "source": "sources/bel-radio-2031-03-06.yml",
}
EXAMPLES = [(model, name, text) for model, help_ in HELP.items() for name, text in help_.left_out.items()]


@pytest.mark.parametrize(("model", "name", "text"), EXAMPLES)
def test_an_optional_field_is_right_when_its_comment_sign_is_removed(
    model: type[BaseModel], name: str, text: str
) -> None:
    example, _, purpose = text.partition("  ")
    document = read_document("", f"{example}  # {purpose}\n".encode())
    _, problems = read_record(model, document.tree, Place(""))

    assert [] == document.problems
    assert isinstance(document.tree, dict)
    assert [name] == list(document.tree)
    assert [] == [problem for problem in problems if problem.code != "missing-field" and problem.at.field]


@pytest.mark.parametrize(("model", "name"), [(model, name) for model, h in HELP.items() for name in h.above])
def test_a_line_of_help_stands_above_a_field_that_there_is(model: type[BaseModel], name: str) -> None:
    assert name in model.model_fields


@pytest.mark.parametrize("kind", FILES)
def test_the_one_form_keeps_every_comment_where_it_is(kind: str) -> None:
    tree = read_document("", (BASE / FILES[kind]).read_bytes()).tree
    assert isinstance(tree, dict)
    text = Draft(kind, "x", tree).print(modeline=True)
    read = read_commented("x.yml", text.encode())
    assert isinstance(read.tree, dict)

    assert "\n# " in text or "\n        # " in text
    assert text == print_canonical(RECORDS[kind], read.tree, read.comments, read.modeline)


def test_only_the_first_entry_of_a_list_is_explained() -> None:
    figure: Tree = {"of": "a", "outcome": "killed", "value": "1", "basis": "statement", "reports": []}
    paths = list(comments_for(Claim, {"claimant": "a", "figures": [figure, figure]}))

    assert ("figures", 0) in paths
    assert ("figures", 1) not in paths


def test_what_is_written_is_not_offered_again() -> None:
    text = Draft("claim", "x", {"claimant": "a", "note": "n"}).print(modeline=False)

    assert "# as_of:" in text
    assert "# note:" not in text
