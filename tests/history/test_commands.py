"""`briefings diff` and `briefings check --against`, as people and CI run them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.conftest import BRIEFING
from tests.projects import REPOSITORY, run_module
from tests.repositories import ARMY, Cloned, make_repository

MINISTRY = "claims/2031-03-06-belmark-ministry.yml"
ENTRY = """corrections:
  - date: 2031-03-20
    field: value of belmark-soldiers-killed
    was: 58
    now: 85
    why: We had swapped the digits.
"""


@pytest.fixture
def published(tmp_path: Path) -> Cloned:
    return make_repository(tmp_path / "origin")


def run(of: Cloned, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(of.root), *arguments])


def test_58_becomes_85_and_is_stopped_then_done_properly(published: Cloned) -> None:
    published.replace("58", "85")
    published.git("checkout", "--quiet", "-b", "mine")
    published.commit("content: change a figure")

    stopped = run(published, "check", "--against", "main")

    assert stopped.exit_code == 1
    assert stopped.stdout == ""
    assert stopped.stderr == (
        f"briefings: compared with main ({published.git('rev-parse', 'main')[:12]})\n"
        f"content/{BRIEFING}/{ARMY}:7:12: error: "
        "the published value of belmark-soldiers-killed was '58' and is now '85' (add to 'corrections' of this record: "
        "- {date: YYYY-MM-DD, field: value of belmark-soldiers-killed, was: 58, now: 85, why: …}; "
        "what the claimant changed is a new claim with 'revises' instead) [silent-change]\n"
        "1 error in 1 file; 11 records read\n"
    )
    assert "is now “85 Belmark soldiers killed”" in run(published, "diff").stdout

    with (published.briefing / ARMY).open("a", encoding="utf-8") as file:
        file.write(ENTRY)
    passed = run(published, "check", "--against", "main")

    assert (passed.exit_code, passed.stdout) == (0, "no problems; 11 records read\n")
    assert (
        "our corrections: 1\n    claim 2031-03-06-arvenian-army (Arvenian army, 6 March 2031): "
        "value of belmark-soldiers-killed: we had written “58”, it is now “85”; We had swapped the digits.\n"
    ) in run(published, "diff").stdout


def test_without_against_a_silent_edit_is_not_looked_for(published: Cloned) -> None:
    published.replace("58", "85")

    assert run(published, "check").exit_code == 0


def test_diff_says_what_it_compared_and_that_nothing_changed(published: Cloned) -> None:
    done = run(published, "diff")
    base = published.git("rev-parse", "main")[:12]

    assert (done.exit_code, done.stdout) == (0, f"compared with main ({base})\n\nno change in meaning\n")


def test_two_refs_are_compared_without_looking_at_the_files(published: Cloned) -> None:
    published.replace("58", "85")
    published.commit("change")
    published.replace("85", "99")
    done = run(published, "diff", "main~1", "main", "--format", "json")
    (briefing,) = json.loads(done.stdout)["briefings"]

    assert [figure["fields"] for figure in briefing["figures"]] == [[{"field": "value", "was": "58", "now": "85"}]]


def test_it_runs_from_a_folder_below(published: Cloned) -> None:
    """In the terminal people stand anywhere; git would then list less than everything."""
    published.replace("58", "85")
    done = run_module("generator", "-C", "../../..", "diff", root=published.briefing / "claims")

    assert "“58 Belmark soldiers killed” is now “85 Belmark soldiers killed”" in done.stdout, done.stdout


def test_a_project_below_the_top_of_the_repository(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "top", "a project")
    made.replace("58", "85")

    assert run(made, "check", "--against", "HEAD").exit_code == 1
    assert "“85 Belmark soldiers killed”" in run(made, "diff", "HEAD").stdout


def test_it_runs_from_a_hook(published: Cloned) -> None:
    """Git tells hooks by environment variables where the repository is, relative to another folder."""
    hook = published.top / ".git" / "hooks" / "pre-commit"
    hook.write_text(
        f"#!/bin/sh\nGIT_DIR=.git GIT_WORK_TREE=.; export GIT_DIR GIT_WORK_TREE\n"
        f"PYTHONPATH={REPOSITORY} {sys.executable} -m generator check --against main > said 2>&1\nexit 1\n"
    )
    hook.chmod(0o755)
    published.replace("58", "85")
    subprocess.run(["git", "commit", "--all", "--message", "x"], cwd=published.top, capture_output=True, check=False)

    assert "[silent-change]" in (published.top / "said").read_text()


def test_what_cannot_be_had_is_wrong_use(published: Cloned) -> None:
    for command in (["diff", "nowhere"], ["check", "--against", "nowhere"]):
        done = run(published, *command)

        assert done.exit_code == 2
        assert "Error: unknown ref 'nowhere'" in done.stderr


def test_diff_needs_the_words_of_the_site(published: Cloned) -> None:
    (published.root / "site_templates").unlink()

    assert (run(published, "diff").exit_code, run(published, "check", "--against", "main").exit_code) == (2, 0)


# -- states with mistakes -----------------------------------------------------------------------


def broken(of: Cloned) -> None:
    of.replace(
        "event: 2031-03-05-river-clash",
        "event: 2031-03-05-river-clash\nfigurs: 1",
        "claims/2031-03-06-belmark-ministry.yml",
    )


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_mistakes_of_a_state_are_named_and_the_rest_is_compared(published: Cloned, form: str) -> None:
    published.replace("58", "85")
    broken(published)
    done = run(published, "diff", "--format", form)

    assert done.exit_code == 0
    assert f"{MINISTRY}:4:1: error: unknown field" in done.stdout.replace("\\", "")
    assert "85 Belmark soldiers killed" in done.stdout


def test_mistakes_of_the_earlier_state_are_noted_by_check(published: Cloned) -> None:
    broken(published)
    published.commit("broken")
    published.replace("figurs: 1\n", "", MINISTRY)
    published.replace("58", "85")
    done = run(published, "check", "--against", "HEAD")

    assert done.exit_code == 1
    assert "note: not compared, because of mistakes at HEAD" in done.stderr
    assert f": content/{BRIEFING}/claims/2031-03-06-belmark-ministry.yml\n" in done.stderr
    assert "[silent-change]" in done.stderr


@pytest.mark.parametrize("command", [["diff", "HEAD"], ["check", "--against", "HEAD"]])
def test_a_briefing_that_cannot_be_read_at_all_stops_with_1(published: Cloned, command: list[str]) -> None:
    good = (published.briefing / "briefing.yml").read_text()
    published.replace("title: Arvenia", "titel: Arvenia", "briefing.yml")
    published.commit("broken")
    (published.briefing / "briefing.yml").write_text(good)
    done = run(published, *command)

    assert done.exit_code == 1
    assert f"content/{BRIEFING}/briefing.yml:1:1: error: unknown field 'titel'" in done.stderr
    assert "nothing was compared" in done.stderr
    assert "no problems" not in done.stdout


def test_a_broken_briefing_now_stops_diff_too(published: Cloned) -> None:
    published.replace("title: Arvenia", "titel: Arvenia", "briefing.yml")
    done = run(published, "diff")

    assert (done.exit_code, done.stdout) == (1, "")
    assert f"{BRIEFING} cannot be read, so nothing was compared" in done.stderr
