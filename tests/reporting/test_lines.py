"""Problems as lines: clickable for people, exact for GitHub, and never more than one line each."""

from __future__ import annotations

import re

import pytest

from generator.problems import Place, Problem, visible
from generator.reporting.lines import print_github, print_text
from generator.reporting.report import Report

FILE = "content/red-blue-2031/claims/a.yml"
UNKNOWN = Problem(
    "unknown-outcome", Place(FILE), "unknown outcome 'kiled'", "did you mean 'killed'?", line=6, column=14
)
STEERING = ["\x1b[2J", "\r", "\n", "\x00", "\x07", "\x9b31m", "\u202e", "\u2066", "\u2028", "\u200b", "\udcff", "##[x]"]


def one(message: str, file: str = FILE, **fields: str) -> Report:
    """A report of one problem."""
    return Report((Problem("bad-id", Place(file), message, line=1, column=2),), **fields)


def test_a_line_of_text_is_what_editors_make_clickable() -> None:
    assert (
        "content/red-blue-2031/claims/a.yml:6:14: error: unknown outcome 'kiled' (did you mean 'killed'?)"
        " [unknown-outcome]\n"
    ) == print_text(Report((UNKNOWN,)))


def test_a_command_for_github_has_its_place_its_code_and_what_is_wrong() -> None:
    assert (
        "::error file=content/red-blue-2031/claims/a.yml,line=6,col=14,title=unknown-outcome"
        "::unknown outcome 'kiled' (did you mean 'killed'?)\n"
    ) == print_github(Report((UNKNOWN,)))


def test_a_warning_is_a_warning_on_github() -> None:
    warning = Problem("unused-source", Place(FILE), "nothing cites it", severity="warning")

    assert print_github(Report((warning,))).startswith("::warning file=")


def test_github_is_given_the_way_from_the_top_of_the_repository_and_the_published_page() -> None:
    printed = print_github(one("x", folder="sites/war/", catalogue="https://briefings.example.org/errors/"))

    assert "file=sites/war/content/" in printed
    assert printed.endswith("::x; see https://briefings.example.org/errors/#bad-id\n")


def test_what_github_gives_a_meaning_to_is_escaped_as_its_toolkit_does() -> None:
    printed = print_github(one("100%: a,b::c", file="content/a,b:c%.yml"))

    assert "::error file=content/a%2Cb%3Ac%25.yml,line=1,col=2,title=bad-id::100%25: a,b::c\n" == printed


@pytest.mark.parametrize("text", ["x\n::error::y", "x\r\n::set-env name=a::b", "::stop-commands::t", "##[add-path]/x"])
def test_content_cannot_write_a_command_of_its_own(text: str) -> None:
    """A runner takes a line for a command when it begins with '::', or holds '##[' anywhere."""
    report = one(f"'{text}' is not an id", file=f"content/{text}.yml")

    assert [0] == [found.start() for found in re.finditer(r"^::|##\[", print_github(report), re.MULTILINE)]
    assert [] == re.findall(r"^\s*::|##\[", print_text(report), re.MULTILINE)


@pytest.mark.parametrize("text", STEERING)
def test_what_could_steer_a_terminal_is_spelt_out(text: str) -> None:
    for printed in (
        print_text(one(f"'{text}' is wrong", file=f"content/{text}")),
        print_github(one(f"'{text}' is wrong")),
    ):
        assert 1 == printed.count("\n")
        assert text not in printed.removesuffix("\n")
        assert printed.encode()


def test_joiners_and_letters_of_every_script_stay() -> None:
    assert "می‌گوید “۵۸” – Ω" == visible("می‌گوید “۵۸” – Ω")


def test_nothing_wrong_prints_nothing() -> None:
    assert "" == print_text(Report(())) == print_github(Report(()))
