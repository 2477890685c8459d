"""One folder for each problem code: bad input laid over a valid briefing, and the exact lines printed.

A folder holds the files that differ from `_base`, and may hold
`remove.txt` (files to leave out) and `repeat.txt` (`FILE COUNT TEXT`: files too long to keep here).
`pytest --update-golden` rewrites expected.txt; review the difference.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.problems import Problem, summed
from generator.rules.catalogue import RULES
from tests.conftest import BASE, BRIEFING, ReadAndCheck

CASES = sorted(path for path in BASE.parent.iterdir() if path.is_dir() and path != BASE)
INSTRUCTIONS = ("expected.txt", "remove.txt", "repeat.txt")


def laid_over_base(case: Path, target: Path) -> Path:
    folder = target / "content" / BRIEFING
    shutil.copytree(BASE, folder)
    shutil.copytree(case, folder, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*INSTRUCTIONS))
    for name in _lines(case / "remove.txt"):
        (folder / name).unlink()
    for name, count, text in (line.split(" ", 2) for line in _lines(case / "repeat.txt")):
        (folder / name).write_text((text + "\n") * int(count))
    return target / "content"


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def printed(problems: list[Problem]) -> str:
    return "".join(f"{line}\n" for line in [*map(str, problems), summed(problems)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_prints_these_lines(
    case: Path, tmp_path: Path, read_and_check: ReadAndCheck, update_golden: bool
) -> None:
    problems = read_and_check(laid_over_base(case, tmp_path))
    if update_golden:
        (case / "expected.txt").write_text(printed(problems))

    assert printed(problems) == (case / "expected.txt").read_text()
    assert case.name in {problem.code for problem in problems}
    assert {p.severity for p in problems if p.code == case.name} == {
        next(rule.severity for rule in RULES if rule.code == case.name)
    }


def test_base_has_no_problems(tmp_path: Path, read_and_check: ReadAndCheck) -> None:
    shutil.copytree(BASE, tmp_path / "content" / BRIEFING)

    assert printed(read_and_check(tmp_path / "content")) == "no problems\n"


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    """What only two states show has its cases in tests/silent/."""
    assert [case.name for case in CASES] == sorted(rule.code for rule in RULES if not rule.two_states)
