"""Fixtures for all tests: content written from texts, and what the check says of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import check_content
from generator.problems import Problem
from tests.projects import REPOSITORY, Built, build_project, make_project

BASE = Path(__file__).parent / "invalid" / "_base"
BRIEFING = "arvenia-belmark-2031"

WriteContent = Callable[[Mapping[str, str | bytes]], Path]
ReadAndCheck = Callable[[Path], list[Problem]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the expected output from what is printed now"
    )
    parser.addoption("--kills", type=int, default=20, help="how many builds tests/site/test_kill.py kills")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def write_content(tmp_path: Path) -> WriteContent:
    """Write files, named from the briefing's folder, over a small valid briefing. Returns content/."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "content" / BRIEFING
        if not folder.exists():
            shutil.copytree(BASE, folder)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return tmp_path / "content"

    return write


@pytest.fixture
def read_and_check() -> ReadAndCheck:
    """All problems of a content folder, located and in order."""
    return lambda root: list(check_content(root).problems)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample, built once for all tests that only look at it."""
    return build_project(make_project(tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The repository's own content, built once, away from the folder that people publish from."""
    return build_project(make_project(tmp_path_factory.mktemp("real"), REPOSITORY / "content"))
