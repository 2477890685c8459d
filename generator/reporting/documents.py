"""Problems as documents: a small JSON of our own, and SARIF 2.1.0 for whatever shows the findings of linters.

Both are plain ASCII, so that nothing on their way can mistake or be steered by what content holds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.problems import Problem, visible
from generator.reporting.report import Report, said
from generator.rules.catalogue import RULES, Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SHAPE = 1
"""The number of the JSON's shape: raised when a field changes its meaning or goes, not when one is added."""


def print_json(report: Report) -> str:
    """Everything that the lines say, one field for each thing; README documents the shape."""
    found = report.problems
    return _printed(
        {
            "shape": SHAPE,
            "errors": sum(problem.severity == "error" for problem in found),
            "warnings": sum(problem.severity == "warning" for problem in found),
            "problems": [_entry(problem, report) for problem in found],
        }
    )


def _entry(problem: Problem, report: Report) -> dict[str, Any]:
    return {
        "file": report.file(problem),
        "line": problem.line or 1,
        "column": problem.column or 1,
        "severity": problem.severity,
        "code": problem.code,
        "message": visible(problem.message),
        "hint": visible(problem.hint),
        "help": report.help(problem.code) or None,
    }


def print_sarif(report: Report, words: Mapping[str, Any]) -> str:
    """One run with every rule of the catalogue; `words` explains them by code, as site_templates/words/ does."""
    driver = {
        "name": "briefings",
        "semanticVersion": _semantic(__version__),
        "rules": [_rule(rule, words.get(rule.code, {}), report) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The top of the repository."}}},
        "results": [_result(problem, report) for problem in report.problems],
    }
    return _printed({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _semantic(version: str) -> str:
    """A calendar version without the zeros that semantic versions forbid."""
    return ".".join(str(int(part)) for part in version.split("."))


def _rule(rule: Rule, words: Mapping[str, str], report: Report) -> dict[str, Any]:
    described = {"id": rule.code, "defaultConfiguration": {"level": rule.severity}}
    if words.keys() >= {"title", "why", "bad", "good"}:
        described |= {
            "shortDescription": {"text": f"{words['title']}."},
            "fullDescription": {"text": words["why"]},
            "help": {
                "text": f"{words['why']}\nRefused: {words['bad']}\nRight: {words['good']}",
                "markdown": f"{words['why']}\n\nRefused: {_code(words['bad'])}\n\nRight: {_code(words['good'])}",
            },
        }
    link = report.help(rule.code)
    return described | ({"helpUri": link} if link else {})


def _code(text: str) -> str:
    """A code span of Markdown, whatever the text holds."""
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"


_INDEX = {rule.code: index for index, rule in enumerate(RULES)}


def _result(problem: Problem, report: Report) -> dict[str, Any]:
    return {
        "ruleId": problem.code,
        "ruleIndex": _INDEX[problem.code],
        "level": problem.severity,
        "message": {"text": _without_links(visible(said(problem)))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(report.file(problem), errors="surrogateescape"),
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": problem.line or 1, "startColumn": problem.column or 1},
                }
            }
        ],
    }


def _without_links(text: str) -> str:
    """SARIF reads '[words](address)' in a message as a link, which content must not be able to write."""
    return text.replace("](", "] (")


def _printed(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=2) + "\n"
