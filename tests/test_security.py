"""SECURITY.md names tests that there are, and its figures are theirs."""

from __future__ import annotations

import ast
import re

import pytest

from generator.packages.lock import read_lock
from tests.browser.test_policy import CALLS, CLICKED, MARKUP, PAGES
from tests.projects import REPOSITORY, Built

SECURITY = (REPOSITORY / "SECURITY.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"tests/[\w/]+\.py(?:::\w+)?", SECURITY)))
FIGURES = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in SECURITY.partition("## Figures")[2].partition("\n## ")[0].splitlines()
    if line.startswith("| ")
][1:]

PROMISED = {
    "tests/hostile/test_built_site.py",
    "tests/hostile/test_files.py",
    "tests/hostile/test_in_browser.py",
}
"""Tests that are being written; empty once all are there."""


def test_every_test_that_is_named_exists() -> None:
    assert len(NAMED) > 20
    assert [] == [name for name in NAMED if name not in PROMISED and not exists(name)]


def test_what_is_promised_is_not_there_yet() -> None:
    assert [] == [name for name in sorted(PROMISED) if exists(name)]


def exists(name: str) -> bool:
    file, _, function = name.partition("::")
    path = REPOSITORY / file
    tree = ast.parse(path.read_text("utf-8")) if path.exists() else ast.Module([], [])
    tests = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}
    return function in tests if function else bool(tests)


def test_every_command_of_a_figure_runs_what_there_is() -> None:
    targets = re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)
    for *_, command in FIGURES:
        target = re.fullmatch(r"`make ([a-z]+)`", command)

        assert target[1] in targets if target else command.strip("`").split()[-1] in NAMED, command


def test_figures_are_missing_only_where_their_tests_are() -> None:
    open_ones = [command for *cells, command in FIGURES if "to come" in cells]

    assert bool(PROMISED) == bool(open_ones)


def figure(words: str) -> list[str]:
    return next([tried, wrong] for what, tried, wrong, _ in FIGURES if words in what)


def test_the_attacks_are_counted() -> None:
    attacks = len(MARKUP) + len(CALLS) + len(CLICKED)

    assert figure("behind our own back") == [str(attacks * len(PAGES) * 2), "0"]
    assert figure("the same attacks without it") == [str(attacks), str(attacks)]


def test_the_packages_are_counted() -> None:
    assert figure("licence") == [f"{len(read_lock(REPOSITORY / 'requirements.lock'))} packages", "0"]


@pytest.mark.site
def test_the_pages_are_counted(sample_site: Built) -> None:
    """The sample's, each opened; the real site's kinds come on top."""
    assert figure("requests to other origins") == [f"{len(list(sample_site.site.rglob('*.html')))} pages", "0"]
