"""`briefings schema`: what editors and CONTRIBUTING.md know of the records, made of the records."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.editing.field_tables import put_between_marks
from generator.editing.kinds import SCHEMA_FOLDER
from generator.editing.schema import print_schemas
from generator.publishing.files import write_file


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a file is not what the records give.")
@click.pass_obj
def schema(root: Path, check: bool) -> None:
    """Write the JSON Schema of each kind of file into content/.schema/, for completion in editors.

    CONTRIBUTING.md gets its tables of fields, too, where it has the marks for them. Both are made of the records in
    generator/model/, so there is something to do only when those have changed.
    """
    stale = [(path, text) for path, text in expected_files(root).items() if not is_written(path, text)]
    for path, text in stale:
        shown = path.relative_to(root).as_posix()
        if check:
            click.echo(
                f"{shown}:1:1: error: '{path.name}' is not what the records give (run: briefings schema)", err=True
            )
        else:
            write_file(path, text)
            click.echo(f"written: {shown}")
    if check and stale:
        sys.exit(1)
    if not stale:
        click.echo("the schemas and the tables of fields are what the records give")


def expected_files(root: Path) -> dict[Path, str]:
    """The text of every file that is made of the records, by its path; CONTRIBUTING.md only where there is one."""
    folder = root / "content" / SCHEMA_FOLDER
    files = {folder / name: text for name, text in print_schemas().items()}
    contributing = root / "CONTRIBUTING.md"
    if contributing.is_file():
        files[contributing] = put_between_marks(contributing.read_text("utf-8"))
    return files


def is_written(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
