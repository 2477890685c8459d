"""Problems as documents: the JSON that README describes, and SARIF 2.1.0 as its standard demands.

The SARIF schema itself is in no package, so its demands on what we print are written out here.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from generator.problems import Place, Problem
from generator.reporting.documents import print_json, print_sarif
from generator.reporting.report import Report
from generator.rules.catalogue import RULES
from tests.projects import REPOSITORY
from tests.reporting.test_lines import FILE, STEERING, UNKNOWN, one

WORDS = {"unknown-outcome": {"title": "Outcomes", "why": "Why.", "bad": "outcome: `kiled`", "good": "outcome: killed"}}
URI = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@/%-]*")
WARNING = Problem("unused-source", Place(FILE), "nothing cites it", severity="warning", line=1, column=1)
PUBLISHED = "https://briefings.example.org/errors/"


def sarif(*problems: Problem, **fields: str) -> dict[str, Any]:
    """The one run of a report."""
    [run] = json.loads(print_sarif(Report(problems, **fields), WORDS))["runs"]
    return dict(run)


def test_json_says_what_the_lines_say() -> None:
    assert {
        "shape": 1,
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "file": FILE,
                "line": 6,
                "column": 14,
                "severity": "error",
                "code": "unknown-outcome",
                "message": "unknown outcome 'kiled'",
                "hint": "did you mean 'killed'?",
                "help": f"{PUBLISHED}#unknown-outcome",
            },
            {
                "file": FILE,
                "line": 1,
                "column": 1,
                "severity": "warning",
                "code": "unused-source",
                "message": "nothing cites it",
                "hint": "",
                "help": f"{PUBLISHED}#unused-source",
            },
        ],
    } == json.loads(print_json(Report((UNKNOWN, WARNING), catalogue=PUBLISHED)))


def test_json_has_no_help_where_the_site_is_published_nowhere() -> None:
    assert None is json.loads(print_json(Report((UNKNOWN,))))["problems"][0]["help"]


def test_the_shape_of_the_json_is_in_the_readme() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    shown = json.loads(re.findall(r"```json\n(.*?)```", readme, re.DOTALL)[0])
    printed = json.loads(print_json(Report((UNKNOWN,), catalogue=PUBLISHED)))

    assert list(printed) == list(shown)
    assert list(printed["problems"][0]) == list(shown["problems"][0])


@pytest.mark.parametrize("text", STEERING)
def test_documents_are_plain_ascii_that_steers_nothing(text: str) -> None:
    report = one(f"'{text}' is wrong – ۵۸", file=f"content/{text}")

    for printed in (print_json(report), print_sarif(report, WORDS)):
        assert re.fullmatch(r"[\n\x20-\x7e]*", printed)
        assert text not in json.dumps([p["message"] for p in json.loads(printed).get("problems", [])])


# -- SARIF -----------------------------------------------------------------------------------


def test_sarif_names_its_version_and_schema() -> None:
    log = json.loads(print_sarif(Report(()), WORDS))

    assert {"$schema", "version", "runs"} == set(log)
    assert "2.1.0" == log["version"]
    assert re.fullmatch(r"https://\S+/sarif-schema-2\.1\.0\.json", log["$schema"])


def test_sarif_without_results_says_so_with_an_empty_list() -> None:
    assert [] == sarif()["results"]


def test_a_run_has_only_what_the_standard_knows() -> None:
    run = sarif(UNKNOWN)

    assert {"tool", "columnKind", "originalUriBaseIds", "results"} == set(run)
    assert {"driver"} == set(run["tool"])
    assert {"name", "semanticVersion", "rules"} == set(run["tool"]["driver"])
    assert "unicodeCodePoints" == run["columnKind"]
    assert re.fullmatch(r"\d+(\.(0|[1-9]\d*)){2}", run["tool"]["driver"]["semanticVersion"])


def test_the_rules_are_the_catalogue() -> None:
    rules = sarif(catalogue=PUBLISHED)["tool"]["driver"]["rules"]

    assert [rule.code for rule in RULES] == [rule["id"] for rule in rules]
    assert [rule.severity for rule in RULES] == [rule["defaultConfiguration"]["level"] for rule in rules]
    assert [f"{PUBLISHED}#{rule.code}" for rule in RULES] == [rule["helpUri"] for rule in rules]


def test_a_rule_is_explained_in_the_words_of_the_page_of_errors() -> None:
    rule = next(r for r in sarif()["tool"]["driver"]["rules"] if r["id"] == "unknown-outcome")

    assert {"id", "defaultConfiguration", "shortDescription", "fullDescription", "help"} == set(rule)
    assert {"text": "Outcomes."} == rule["shortDescription"]
    assert {"text": "Why."} == rule["fullDescription"]
    assert "Why.\nRefused: outcome: `kiled`\nRight: outcome: killed" == rule["help"]["text"]
    assert "Why.\n\nRefused: `` outcome: `kiled` ``\n\nRight: `outcome: killed`" == rule["help"]["markdown"]


def test_a_result_points_at_its_rule_and_its_place() -> None:
    run = sarif(UNKNOWN, WARNING, folder="sites/war/")
    first, second = run["results"]

    assert {"ruleId", "ruleIndex", "level", "message", "locations"} == set(first)
    assert ["unknown-outcome", "unused-source"] == [
        run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] for result in (first, second)
    ]
    assert ["error", "warning"] == [first["level"], second["level"]]
    assert {"text": "unknown outcome 'kiled' (did you mean 'killed'?)"} == first["message"]
    assert [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": f"sites/war/{FILE}", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 6, "startColumn": 14},
            }
        }
    ] == first["locations"]
    assert run["originalUriBaseIds"].keys() == {"%SRCROOT%"}


def test_places_are_never_before_the_first_line_and_column() -> None:
    [result] = sarif(Problem("missing-file", Place(FILE), "x"))["results"]

    assert {"startLine": 1, "startColumn": 1} == result["locations"][0]["physicalLocation"]["region"]


@pytest.mark.parametrize("name", ["a b.yml", "Ω.yml", "a%2f.yml", "[x].yml", "\udcff.yml", "a#b?c.yml"])
def test_a_file_is_a_relative_uri_whatever_its_name(name: str) -> None:
    [result] = sarif(Problem("bad-id", Place(f"content/{name}"), "x"))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert URI.fullmatch(uri)
    assert uri.startswith("content/")


def test_content_writes_no_links_into_messages() -> None:
    [result] = sarif(Problem("bad-id", Place(FILE), "'[here](https://evil.example)' is not an id"))["results"]

    assert "](" not in result["message"]["text"]
