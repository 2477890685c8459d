"""Problems as lines: for people and their editors, and as the commands that GitHub shows beside the changed lines."""

from __future__ import annotations

from generator.problems import Problem, visible
from generator.reporting.report import Report, said


def print_text(report: Report) -> str:
    """One clickable line for each problem."""
    return "".join(f"{problem}\n" for problem in report.problems)


def print_github(report: Report) -> str:
    """One workflow command for each problem, which becomes an annotation of the pull request."""
    return "".join(f"{_command(problem, report)}\n" for problem in report.problems)


def _command(problem: Problem, report: Report) -> str:
    properties = {
        "file": report.file(problem),
        "line": str(problem.line or 1),
        "col": str(problem.column or 1),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    link = report.help(problem.code)
    return f"::{problem.severity} {listed}::{_data(f'{said(problem)}; see {link}' if link else said(problem))}"


def _data(text: str) -> str:
    """A command ends with its line, and '%' begins an escape (toolkit: escapeData)."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property ends at a comma, and all of them at a colon (toolkit: escapeProperty)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
