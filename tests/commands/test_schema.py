"""`briefings schema`: writes what is not current, and with --check only says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.editing.field_tables import BEGIN, END
from generator.editing.kinds import KINDS, SCHEMA_FOLDER
from tests.conftest import WriteContent

CURRENT = "the schemas and the tables of fields are what the records give\n"


@pytest.fixture
def root(tmp_path: Path, write_content: WriteContent) -> Path:
    write_content({})
    (tmp_path / "CONTRIBUTING.md").write_text(f"# Ours\n{BEGIN}\n{END}\n", "utf-8")
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "schema", *arguments])


def test_writes_every_schema_and_the_tables_once(root: Path) -> None:
    first, second = run(root), run(root)

    names = [f"content/{SCHEMA_FOLDER}/{kind.name}.json" for kind in KINDS]
    assert [f"written: {name}" for name in [*names, "CONTRIBUTING.md"]] == first.stdout.splitlines()
    assert CURRENT == second.stdout
    assert sorted(path.name for path in (root / "content" / SCHEMA_FOLDER).iterdir()) == sorted(
        f"{kind.name}.json" for kind in KINDS
    )
    assert "| `claimant` | yes |" in (root / "CONTRIBUTING.md").read_text("utf-8")


def test_check_names_what_is_not_current_and_writes_nothing(root: Path) -> None:
    run(root)
    claim = root / "content" / SCHEMA_FOLDER / "claim.json"
    claim.write_text("{}", "utf-8")
    done = run(root, "--check")

    where = f"content/{SCHEMA_FOLDER}/claim.json:1:1"
    line = f"{where}: error: 'claim.json' is not what the records give (run: briefings schema)\n"
    assert (1, line) == (done.exit_code, done.stderr)
    assert "{}" == claim.read_text("utf-8")


def test_check_of_current_files_exits_0(root: Path) -> None:
    run(root)
    done = run(root, "--check")

    assert (0, CURRENT) == (done.exit_code, done.stdout)


def test_a_project_without_contributing_gets_the_schemas_only(root: Path) -> None:
    (root / "CONTRIBUTING.md").unlink()
    run(root)

    assert not (root / "CONTRIBUTING.md").exists()
    assert 0 == run(root, "--check").exit_code
