"""One folder for each problem that only two states show: `before/` and `after/`, each laid over one valid briefing.

`after/remove.txt` lists files that are gone. `pytest --update-golden` rewrites expected.txt; review the difference.
`tests/silent/_fine/` holds changes that pass: nothing is printed for them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.history.against import find_silent_edits
from generator.pipeline import check_content
from generator.rules.catalogue import RULES
from tests.conftest import BASE, BRIEFING
from tests.test_invalid import laid_over_base, printed

SILENT = Path(__file__).parent / "silent"
CODES = [rule.code for rule in RULES if rule.two_states]
CASES = sorted(path for path in SILENT.iterdir() if path.is_dir() and path.name != "_fine")
FINE = sorted((SILENT / "_fine").iterdir())


def two_states(case: Path, target: Path) -> tuple[Path, Path]:
    """The published content and the content now, in folders of their own."""
    before, after = target / "before", target / "after"
    laid_over_base(case / "before", before) if (case / "before").exists() else shutil.copytree(
        BASE, before / "content" / BRIEFING
    )
    shutil.copytree(before, after)
    folder = after / "content" / BRIEFING
    shutil.copytree(case / "after", folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("remove.txt"))
    removed = case / "after" / "remove.txt"
    for name in removed.read_text().split() if removed.exists() else ():
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return before / "content", after / "content"


def silent_lines(before: Path, after: Path) -> str:
    checked = check_content(after)
    verdict = find_silent_edits(str(before), after, checked.corpus)

    assert checked.errors == ()
    assert verdict.unreadable == ()
    return printed(list(verdict.problems))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_silent_edit_prints_these_lines(case: Path, tmp_path: Path, update_golden: bool) -> None:
    lines = silent_lines(*two_states(case, tmp_path))
    if update_golden:
        (case / "expected.txt").write_text(lines)

    assert lines == (case / "expected.txt").read_text()
    assert set(re.findall(r"\[([a-z-]+)\]$", lines, re.MULTILINE)) == {case.name.partition(".")[0]}


@pytest.mark.parametrize("case", FINE, ids=lambda case: case.name)
def test_what_is_told_or_is_no_change_of_a_figure_passes(case: Path, tmp_path: Path) -> None:
    assert silent_lines(*two_states(case, tmp_path)) == "no problems\n"


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    assert sorted({case.name.partition(".")[0] for case in CASES}) == sorted(CODES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_command_fails_with_these_lines(case: Path, tmp_path: Path) -> None:
    before, after = two_states(case, tmp_path)
    done = CliRunner().invoke(main, ["-C", str(after.parent), "check", "--against", str(before)])
    lines = (case / "expected.txt").read_text().splitlines()

    assert done.exit_code == 1
    assert [line for line in lines[:-1] if line not in done.stderr] == []


NOT_TOLD = ("history-removed", "history-removed.reworded")
"""Entries that are gone are put back; nothing else makes up for them."""
ENTRY = re.compile(r"add to 'corrections' (of this record|in briefing.yml): (- \{.*?why: …\})")


@pytest.mark.parametrize("case", [c for c in CASES if c.name not in NOT_TOLD], ids=lambda case: case.name)
def test_the_printed_entries_pasted_in_put_it_right(case: Path, tmp_path: Path) -> None:
    """What people are told to add is what is asked of them, in valid YAML."""
    before, after = two_states(case, tmp_path)
    for line in (case / "expected.txt").read_text().splitlines()[:-1]:
        found = ENTRY.search(line)
        assert found, line
        file = after.parent / line.partition(":")[0]
        place = after / BRIEFING / "briefing.yml" if found[1] == "in briefing.yml" else file
        add(found[2].replace("YYYY-MM-DD", "2031-03-20").replace("…", "We had misread it."), place, line)

    assert silent_lines(before, after) == "no problems\n"


def add(entry: str, file: Path, line: str) -> None:
    """Paste an entry into a record; in a file of many records into the one that the line points at."""
    lines = file.read_text().splitlines()
    if file.name != "actors.yml":
        if "corrections:" not in lines:
            lines.append("corrections:")
        lines.insert(lines.index("corrections:") + 1, f"  {entry}")
    else:
        number = int(line.split(":")[1])
        lines[number:number] = ["    corrections:", f"      {entry}"]  # below the name, which the line points at
    file.write_text("\n".join(lines) + "\n")
