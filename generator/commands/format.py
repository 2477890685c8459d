"""`briefings format`: every content file in the one form, its comments where they were."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from generator.commands.showing import show
from generator.editing.canonical import print_canonical
from generator.editing.kinds import Kind, find_kind
from generator.problems import Place, Problem
from generator.publishing.files import write_file
from generator.reading.commented import read_commented
from generator.reading.records import read_record


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file as it is and as it should be."""

    path: Path
    shown: str
    old: str
    new: str

    @property
    def diff(self) -> str:
        """What would change, as a unified diff."""
        names = (f"a/{self.shown}", f"b/{self.shown}")
        lines = difflib.unified_diff(_lines(self.old), _lines(self.new), *names)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


@click.command("format")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; show what would change, and exit with 1.")
@click.pass_obj
def format_content(root: Path, paths: tuple[Path, ...], only_check: bool) -> None:
    """Put the files of content/, or some files and folders, into the one form.

    The form is the order of the fields, the quotes, the folding of long texts, the hyphens and the indentation. What
    a record says stays the same, and every comment stays at its field. A file with a mistake in its YAML is left as
    it is, and the mistake is shown.
    """
    files = [*_find_files(paths or (root / "content",))]
    problems: list[Problem] = []
    changes: list[Formatted] = []
    try:
        for path, kind in files:
            found = format_file(path, kind, _shown(path, root))
            if not isinstance(found, Formatted):
                problems += found
            elif found.old != found.new:
                changes.append(found)
                _show_or_write(found, only_check=only_check)
    except OSError as error:
        raise click.UsageError(f"'{error.filename}' cannot be read or written: {error.strerror}") from None
    show(problems)
    wrong = len({problem.at.file for problem in problems})
    failed = bool(problems) or (only_check and bool(changes))
    click.echo(_summary(len(files), len(changes), wrong, only_check=only_check), err=failed)
    if failed:
        sys.exit(1)


def format_file(path: Path, kind: Kind, shown: str) -> Formatted | list[Problem]:
    """A file's text in the one form, or what is wrong with its YAML."""
    data = path.read_bytes()
    read = read_commented(shown, data)
    if read.problems or not isinstance(read.tree, dict):
        return read.problems or read_record(kind.model, read.tree, Place(shown))[1]
    modeline = kind.modeline if (path.parent / kind.schema).parent.is_dir() else read.modeline
    new = print_canonical(kind.model, read.tree, read.comments, modeline)
    old = data.decode("utf-8")
    return (_unreadable(new, kind, shown) if new != old else []) or Formatted(path, shown, old, new)


def _unreadable(text: str, kind: Kind, shown: str) -> list[Problem]:
    """What would be wrong with a file that holds this text, before it takes the place of one that was right."""
    read = read_commented(shown, text.encode())
    if not read.problems:
        assert isinstance(read.tree, dict)
        assert text == print_canonical(kind.model, read.tree, read.comments, read.modeline)
    return read.problems


def _find_files(paths: Iterable[Path]) -> Iterator[tuple[Path, Kind]]:
    """The content files that are named or lie below a folder that is; each once, links and hidden ones left out."""
    found: dict[Path, Kind] = {}
    for path in paths:
        if path.is_dir():
            below = sorted(path.rglob("*.yml"))
            kinds = {file: find_kind(file) for file in below if _is_plain_file(file, path)}
            found |= {file: kind for file, kind in kinds.items() if kind}
        else:
            kind = find_kind(path.absolute())
            if not kind:
                hint = "content files are <briefing>/briefing.yml, …/claims/ID.yml and their like"
                raise click.UsageError(f"'{path}' is no content file; {hint}")
            found[path] = kind
    yield from found.items()


def _is_plain_file(file: Path, below: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(below).parts)
    return not hidden and file.is_file() and not file.is_symlink()


def _shown(path: Path, root: Path) -> str:
    """The path as `briefings check` prints it, or as it was given when it lies outside the project."""
    whole, project = path.resolve(), root.resolve()
    return (whole.relative_to(project) if whole.is_relative_to(project) else path).as_posix()


def _show_or_write(change: Formatted, *, only_check: bool) -> None:
    if only_check:
        click.echo(change.diff, nl=False)
    else:
        write_file(change.path.resolve(), change.new, lasting=True)


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]


def _summary(files: int, changes: int, wrong: int, *, only_check: bool) -> str:
    """Say it in one line: '2 files rewritten, 404 in the one form already, 1 left as it is'."""
    right = files - changes - wrong
    said = f"{_files(changes)} {'to be rewritten' if only_check else 'rewritten'}, {right} in the one form already"
    return said + (f", {wrong} left as {'it is' if wrong == 1 else 'they are'}" if wrong else "")


def _files(count: int) -> str:
    return f"{count} file{'s' * (count != 1)}"
