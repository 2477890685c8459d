"""Conversations with `briefings new`: what a person types, one answer a line, and the command that is typed instead."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main


def type_answers(root: Path, command: str, *answers: str, options: tuple[str, ...] = ()) -> Result:
    """Run `briefings new COMMAND` and type these lines; an empty one is Enter alone."""
    typed = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(main, ["-C", str(root), "new", command, "--input", *options], input=typed)


def run_script(root: Path, command: str, *options: str) -> Result:
    """Run `briefings new COMMAND` with options, where nobody can be asked."""
    return CliRunner().invoke(main, ["-C", str(root), "new", command, *options])


def check(root: Path) -> str:
    """What `briefings check` says."""
    done = CliRunner().invoke(main, ["-C", str(root), "check"])
    return done.stdout + done.stderr
