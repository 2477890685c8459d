"""The bill of materials is valid CycloneDX, lists every package of the lock, and is the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from generator.packages.bill import CARRIED, print_bill
from generator.packages.lock import PROJECT, read_lock
from tests.projects import REPOSITORY, TEMPLATES

LOCK = read_lock(REPOSITORY / "requirements.lock")


@pytest.fixture(scope="module")
def text() -> str:
    return print_bill(REPOSITORY)


@pytest.fixture(scope="module")
def bill(text: str) -> Any:
    return json.loads(text)


def test_it_is_valid(text: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_it_lists_every_package_of_the_lock_with_its_hashes_and_licence(bill: Any) -> None:
    parts = {part["name"]: part for part in bill["components"]}

    assert {one.name: one.version for one in LOCK} | {"ufuzzy": "1.0.19"} == {n: p["version"] for n, p in parts.items()}
    for one in LOCK:
        (source,) = parts[one.name]["externalReferences"]
        assert sorted(one.hashes) == sorted(digest["content"] for digest in source["hashes"])
        assert parts[one.name]["licenses"]


def test_what_runs_is_told_from_what_developers_use(bill: Any) -> None:
    scopes = {part["name"]: part["scope"] for part in bill["components"]}

    assert ("required", "required", "excluded") == (scopes["mkdocs"], scopes["markupsafe"], scopes["playwright"])


def test_it_says_who_needs_whom(bill: Any) -> None:
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}

    assert len([one for one in LOCK if PROJECT in one.askers]) == len(needs[PROJECT])
    assert any(ref.startswith("pkg:pypi/markupsafe@") for ref in needs[f"pkg:pypi/jinja2@{version('jinja2')}"])


def version(name: str) -> str:
    return next(one.version for one in LOCK if one.name == name)


def test_what_is_carried_in_the_repository_is_there() -> None:
    file, name, _ = CARRIED

    assert (name.version or "") in file
    assert [file] == [path.name for path in TEMPLATES.glob("theme/assets/vendor/*/*.js")]


def test_it_is_the_same_each_time_and_everywhere(text: str) -> None:
    other = {**os.environ, "TZ": "Asia/Kabul", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-m", "generator.packages.bill"]
    again = subprocess.run(command, cwd=REPOSITORY, env=other, capture_output=True, check=True)

    assert text.encode() == again.stdout
