"""Every package says under which licence it is, and those that run here are under one that is allowed."""

from __future__ import annotations

import pytest

from generator.packages.licences import find_licence, is_known, print_licences
from generator.packages.lock import needed_to_run, read_direct, read_lock
from tests.projects import REPOSITORY

LOCK = read_lock(REPOSITORY / "requirements.lock")
RUNNING = needed_to_run(LOCK, read_direct(REPOSITORY / "pyproject.toml")["run"])


@pytest.mark.parametrize("name", [one.name for one in LOCK])
def test_the_licence_of_every_package_is_known_and_allowed(name: str) -> None:
    licence = find_licence(name)

    assert licence
    assert is_known(licence)


@pytest.mark.parametrize(
    ("expression", "known"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_an_expression_is_allowed_when_all_of_it_is(expression: str, known: bool) -> None:
    assert known == is_known(expression)


def test_the_list_has_a_line_for_every_package_those_that_run_first() -> None:
    lines = print_licences(REPOSITORY).splitlines()

    assert len(LOCK) + 2 == len(lines)
    assert [line.split("| ")[-1] for line in lines[2:]] == ["running |"] * len(RUNNING) + ["developing |"] * (
        len(LOCK) - len(RUNNING)
    )
