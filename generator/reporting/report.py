"""What every form of telling starts from: the problems, and what a reader of them needs beside."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Problem


@dataclass(frozen=True)
class Report:
    """The problems that one run shows, located and in order."""

    problems: tuple[Problem, ...]
    folder: str = ""
    """The project's folder in its repository, with a final '/'; empty at the top of it."""
    catalogue: str = ""
    """Where the page of errors is published; empty when that is not known."""

    def file(self, problem: Problem) -> str:
        """The problem's file as the repository names it."""
        return f"{self.folder}{problem.at.file}"

    def help(self, code: str) -> str:
        """The address of a code's paragraph; empty where there is none."""
        return f"{self.catalogue}#{code}" if self.catalogue else ""


def said(problem: Problem) -> str:
    """What is wrong, with the hint."""
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message
