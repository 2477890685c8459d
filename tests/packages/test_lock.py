"""Every package is there for a reason, pinned by its hashes, and installed as it was published: nothing is built."""

from __future__ import annotations

import ast
import re
from importlib.metadata import distribution, distributions
from pathlib import Path

import pytest

from generator.packages.lock import PROJECT, Locked, needed_to_run, read_direct, read_lock
from tests.projects import REPOSITORY

LOCK = read_lock(REPOSITORY / "requirements.lock")
DIRECT = read_direct(REPOSITORY / "pyproject.toml")
MAKEFILE = (REPOSITORY / "Makefile").read_text("utf-8")

MODULES = {  # where the module has another name than its package
    "cyclonedx-python-lib": "cyclonedx",
    "axe-playwright-python": "axe_playwright_python",
    "pyyaml": "yaml",
}
PROGRAMS = {  # what is run or read, not imported: where it is named, and how
    "flit-core": ("pyproject.toml", "flit_core.buildapi"),
    "mkdocs-material": ("mkdocs.yml", "name: material"),
    "mypy": ("Makefile", "$(BIN)/mypy"),
    "pagefind": ("generator/publishing/search.py", "pagefind"),
    "pip-audit": ("Makefile", "$(BIN)/pip-audit"),
    "pip-tools": ("Makefile", "$(BIN)/pip-compile"),
    "ruff": ("Makefile", "$(BIN)/ruff"),
    "zensical": ("generator/publishing/zensical.py", '"zensical"'),
}


def test_every_line_of_the_lock_is_read() -> None:
    text = (REPOSITORY / "requirements.lock").read_text("utf-8")

    assert re.findall(r"^([\w.-]+)==", text, re.MULTILINE) == [one.name for one in LOCK]
    assert text.count("--hash=sha256:") == sum(len(one.hashes) for one in LOCK)


def test_a_lock_is_read_with_hashes_and_who_asked(tmp_path: Path) -> None:
    path = tmp_path / "requirements.lock"
    path.write_text(
        f"a-b==1.0 \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{'1' * 64}\n    # via\n    #   c\n    #   d\n"
        f"c==2 \\\n    --hash=sha256:{'2' * 64}\n    # via {PROJECT} (pyproject.toml)\n",
        "utf-8",
    )

    assert read_lock(path) == (
        Locked("a-b", "1.0", ("0" * 64, "1" * 64), frozenset({"c", "d"})),
        Locked("c", "2", ("2" * 64,), frozenset({PROJECT})),
    )


def test_what_runs_is_what_is_named_and_what_that_needs() -> None:
    chain = [
        Locked(name, "1", (), frozenset({by})) for name, by in (("a", PROJECT), ("b", "a"), ("c", "b"), ("d", "x"))
    ]

    assert {"a", "b", "c"} == needed_to_run(chain, ["a", "elsewhere"])


def test_whoever_asked_for_a_package_is_in_the_lock() -> None:
    assert {PROJECT} == {asker for one in LOCK for asker in one.askers} - {one.name for one in LOCK}
    assert DIRECT["run"] | DIRECT["dev"] == {one.name for one in LOCK if PROJECT in one.askers}


def test_installing_builds_nothing_and_resolves_nothing() -> None:
    """An archive of sources would be built by whatever setuptools is newest that day; no hash would say which."""
    commands = re.findall(r"^\t@\$\(PIP\) install (.*)$", MAKEFILE, re.MULTILINE)

    assert [
        "--require-hashes --only-binary :all: --no-deps -r requirements.lock",
        "--no-deps --no-build-isolation -e .",
    ] == commands


def test_what_is_installed_is_what_is_locked() -> None:
    installed = {re.sub(r"[._-]+", "-", one.name).lower(): one.version for one in distributions()}

    assert {one.name: one.version for one in LOCK} == {one.name: installed.get(one.name) for one in LOCK}


def test_what_is_needed_is_locked_except_what_is_left_out_with_its_reason() -> None:
    """`docopt` comes as sources only, and nothing here imports it."""
    running = needed_to_run(LOCK, DIRECT["run"])
    wanted = {
        re.sub(r"[._-]+", "-", re.split(r"[^\w.-]", line, maxsplit=1)[0]).lower()
        for name in running
        for line in distribution(name).requires or ()
        if ";" not in line
    }

    assert {"docopt"} == wanted - {one.name for one in LOCK}
    assert "--unsafe-package docopt" in MAKEFILE


@pytest.mark.parametrize("kind", DIRECT)
def test_every_direct_dependency_gives_its_reason(kind: str) -> None:
    text = (REPOSITORY / "pyproject.toml").read_text("utf-8")
    for name in DIRECT[kind]:
        reason = re.search(
            rf'^    "{name.replace("-", "[-_]")}\W[^#\n]*# (.{{8,}})$', text, re.MULTILINE | re.IGNORECASE
        )

        assert reason, name


def imported() -> set[str]:
    """The outermost names of everything that our code and its tests import."""
    paths = [path for folder in ("generator", "tests") for path in (REPOSITORY / folder).rglob("*.py")]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in plain | named}


def test_every_direct_dependency_is_used() -> None:
    for name, (where, word) in PROGRAMS.items():
        assert word in (REPOSITORY / where).read_text("utf-8"), name
    wanted = {name: MODULES.get(name, name.replace("-", "_")) for kind in DIRECT.values() for name in kind}
    used = imported()
    unused = {name for name, module in wanted.items() if module not in used} - PROGRAMS.keys()

    assert set() == {name for name in unused if name.removeprefix("types-") not in wanted}
    assert set() == {name for name in unused if not name.startswith("types-")}
