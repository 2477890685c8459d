"""A file's kind is told from its name and folder, as the reader tells it."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator.editing.kinds import KINDS, find_kind
from generator.reading.names import FOLDERS, SINGLE_FILES


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content/x/claims/2031-03-06-army.yml", "claim"),
        ("content/x/events/a.yml", "event"),
        ("content/x/sources/briefing.yml", "source"),
        ("content/x/briefing.yml", "briefing"),
        ("content/x/places.yml", "places"),
    ],
)
def test_a_file_has_the_kind_of_its_place(path: str, name: str) -> None:
    kind = find_kind(PurePosixPath(path))

    assert kind is not None
    assert name == kind.name


@pytest.mark.parametrize(
    "path", ["content/x/notes.yml", "content/x/claims/a.yaml", "content/x/claims/a.md", "claim.yml"]
)
def test_other_files_have_none(path: str) -> None:
    assert find_kind(PurePosixPath(path)) is None


def test_the_kinds_are_those_that_are_read() -> None:
    assert FOLDERS == {kind.folder: kind.model for kind in KINDS if kind.folder}
    assert SINGLE_FILES == tuple(f"{kind.name}.yml" for kind in KINDS if not kind.folder)


def test_the_modeline_leads_from_the_file_to_its_schema() -> None:
    lines = {kind.name: kind.modeline for kind in KINDS}

    assert "# yaml-language-server: $schema=../../.schema/claim.json" == lines["claim"]
    assert "# yaml-language-server: $schema=../.schema/places.json" == lines["places"]
