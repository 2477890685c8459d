"""The one form of a file: pairs of files under forms/, and what holds for every file.

A case is named after its kind: claim-…, event-…. It holds before.yml and after.yml.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.editing.canonical import print_canonical
from generator.editing.kinds import KINDS
from generator.model.claims import Claim
from generator.model.events import Event
from generator.problems import Field
from generator.reading.commented import Comment, Commented, read_commented
from generator.reading.strict_yaml import Tree

CASES = sorted((Path(__file__).parent / "forms").iterdir())
MODELS = {kind.name: kind.model for kind in KINDS}
CLASH: dict[str, Tree] = {"title": "Clash", "when": "2031-03-05", "sources": ["times"]}


def read(text: str) -> Commented:
    found = read_commented("content/x/claims/x.yml", text.encode())

    assert [] == found.problems, text
    return found


def formatted(text: str, model: type[BaseModel] = Claim) -> str:
    found = read(text)
    assert isinstance(found.tree, dict)
    return print_canonical(model, found.tree, found.comments, found.modeline)


def folded(tree: Tree | None) -> object:
    """The tree as the model takes it, where all texts are one line and the order of fields does not matter."""
    if isinstance(tree, dict):
        return {name: folded(inner) for name, inner in tree.items()}
    return [folded(inner) for inner in tree] if isinstance(tree, list) else " ".join(str(tree).split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_is_put_into_the_form(case: Path) -> None:
    model = MODELS[case.name.partition("-")[0]]
    before, after = (case / "before.yml").read_text("utf-8"), (case / "after.yml").read_text("utf-8")

    assert after == formatted(before, model)
    assert after == formatted(after, model)
    assert folded(read(before).tree) == folded(read(after).tree)
    assert comments_in(before) == comments_in(after)


def comments_in(text: str) -> list[str]:
    """Every line of comment, in no order that means anything."""
    found = read(text)
    lines = [line for c in found.comments.values() for line in (*c.before, *c.beside, *c.after)]
    return sorted([*lines, found.modeline])


def test_the_modeline_comes_first_and_once() -> None:
    modeline = "# yaml-language-server: $schema=../../.schema/event.json"

    assert f"{modeline}\ntitle: Clash\n" == print_canonical(Event, {"title": "Clash"}, modeline=modeline)
    assert f"{modeline}\ntitle: Clash\n" == formatted(f"{modeline}\n\ntitle: Clash\n", Event)


def test_comments_may_be_given_for_any_field() -> None:
    """As those do who write new files."""
    given = {
        (): Comment(before=("# An event.",), after=("# That is all.",)),
        ("title",): Comment(before=("# neutral",), beside=("# no number",)),
        ("sources", 0): Comment(beside=("# a file in sources/",)),
        ("sources",): Comment(after=("# - another",)),
        ("when",): Comment(beside=("# the day", "# or the night")),
    }
    expected = """\
# An event.

# neutral
title: Clash  # no number
when: 2031-03-05  # the day
                  # or the night
sources:
  - times  # a file in sources/
  # - another
# That is all.
"""

    assert expected == print_canonical(Event, CLASH, given)
    assert given == read(expected).comments


def test_nothing_but_the_last_line_ends_the_file() -> None:
    assert "title: Clash\n" == formatted("\n\ntitle: Clash\n\n\n", Event)
    assert "title: Clash\n" == formatted("---\ntitle: Clash\n...\n", Event)
    assert "title: Clash\n" == formatted("title: Clash", Event)
    assert "title: Clash\n" == formatted("title: Clash\r\n", Event)


def test_what_has_the_wrong_shape_keeps_it() -> None:
    """Its mistake is for `check` to name; the form does not depend on it."""
    wrong = "claimant:\n  - one\nfigures: none\nresponses:\n  to:\n    - a: b\n"

    assert wrong == formatted(wrong)


@pytest.mark.parametrize("text", ["{}\n", "{}\n# nothing yet\n", "# head\n\n{}\n"])
def test_an_empty_record_stays_one(text: str) -> None:
    assert text == formatted(text)


def test_a_name_may_be_longer_than_yaml_likes() -> None:
    text = f"figures:\n  - ? {'x' * 1001}\n    : 1\n    ? {'y' * 1001}\n    :\n      - 2\n"

    assert text == formatted(text)


# -- whatever the file ---------------------------------------------------------------------

WHERE = ("before", "beside", "after")
NAMES = st.sampled_from(
    ["claimant", "said", "figures", "reports", "of", "value", "note", "corrections", "summary", "x"]
)
SIGNS = "ab 1\n\t:#-'\"\\,[]{}&*!|>%@`?~=.“”س–"
TEXTS = st.one_of(
    st.text(SIGNS, min_size=1, max_size=12),
    st.lists(st.sampled_from(["river", "a", "#1", "- x", "'tis", "12:30", "so:", "“on”"]), min_size=1, max_size=40).map(
        " ".join
    ),
    st.sampled_from(["null", "no", "18:00", "1_0", "---", "...", "<<", "p\n\nq", "- a\n- b", "a\n", "a\n\n", " b\nc"]),
).filter(lambda text: bool(text.strip()))
TREES = st.dictionaries(
    NAMES,
    st.recursive(
        TEXTS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
        max_leaves=8,
    ),
    min_size=1,
    max_size=6,
)


def paths_of(tree: Tree, path: Field = ()) -> list[Field]:
    """The path of everything in a tree."""
    steps: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(found for step, inner in steps for found in paths_of(inner, (*path, step)))]


@settings(max_examples=150, deadline=None)
@given(TREES, st.data())
def test_what_is_printed_is_read_again(tree: dict[str, Tree], data: st.DataObject) -> None:
    paths = data.draw(st.lists(st.sampled_from(paths_of(tree)), max_size=6, unique=True))
    parts = {where: st.lists(st.sampled_from(["# a", "#b: c", "# - 'd"]), max_size=2).map(tuple) for where in WHERE}
    comments = {path: data.draw(st.builds(Comment, **parts)) for path in paths}

    text = print_canonical(Claim, tree, comments)
    assert folded(tree) == folded(read(text).tree)
    assert text == formatted(text)


@settings(max_examples=150, deadline=None)
@given(TREES, st.data())
def test_no_comment_is_lost_however_the_file_is_written(tree: dict[str, Tree], data: st.DataObject) -> None:
    style: dict[str, Any] = {
        "default_flow_style": data.draw(st.sampled_from([None, False, True])),
        "width": data.draw(st.sampled_from([20, 80, 200])),
        "indent": data.draw(st.integers(2, 5)),
        "default_style": data.draw(st.sampled_from([None, "'", '"', "|", ">"])),
    }
    lines = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, **style).split("\n")
    for number in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        comment = " " * data.draw(st.integers(0, 8)) + f"#no-{number}"
        lines[at : at + 1] = data.draw(st.sampled_from([[comment, lines[at]], [lines[at] + " " + comment]]))
    text = "\n".join(lines)
    found = read_commented("x.yml", text.encode())
    if found.problems:  # a comment in the middle of a text that goes over several lines
        return

    once = formatted(text)

    assert folded(found.tree) == folded(read(once).tree)
    assert once == formatted(once)
    assert [] == [n for n in range(6) if text.count(f"#no-{n}") != once.count(f"#no-{n}")]
