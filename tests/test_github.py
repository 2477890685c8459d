"""What runs on GitHub: strangers' code never meets a right to write, and forms ask for what the records hold.

The workflow that comments is run here step by step, by the real shell, with a `gh` that answers from files.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
import pytest
import yaml
from pydantic import BaseModel

from generator.cli import main
from generator.model.claims import Claim, Figure, Quotation
from generator.model.events import Event, Source
from tests.projects import REPOSITORY

GITHUB = REPOSITORY / ".github"
WORKFLOWS = {path.stem: path.read_text("utf-8") for path in sorted(GITHUB.glob("workflows/*.yml"))}
PARSED: dict[str, Any] = {name: yaml.safe_load(text) for name, text in WORKFLOWS.items()}
JOBS = {f"{name}/{job}": steps for name, parsed in PARSED.items() for job, steps in parsed["jobs"].items()}
STEPS = [(name, step) for name, job in JOBS.items() for step in job["steps"]]
RUNS = [pytest.param(step["run"], id=f"{name}: {step['name']}") for name, step in STEPS if "run" in step]


@pytest.fixture(params=PARSED)
def workflow(request: pytest.FixtureRequest) -> Any:
    return PARSED[request.param]


@pytest.fixture(params=JOBS)
def job(request: pytest.FixtureRequest) -> Any:
    return JOBS[request.param]


def triggers(workflow: Any) -> dict[str, Any]:
    """What starts a workflow; YAML 1.1 reads the key `on` as true."""
    found = workflow[True]
    return found if isinstance(found, dict) else dict.fromkeys([found] if isinstance(found, str) else found)


# -- workflows -------------------------------------------------------------------------------


def test_there_is_one_workflow_for_each_purpose() -> None:
    assert {
        "audit": {"schedule", "workflow_dispatch"},
        "check": {"pull_request"},
        "comment": {"workflow_run"},
        "links": {"schedule", "workflow_dispatch"},
        "publish": {"push", "workflow_dispatch"},
    } == {name: set(triggers(parsed)) for name, parsed in PARSED.items()}
    assert ["main"] == triggers(PARSED["publish"])["push"]["branches"]


def test_every_action_is_pinned_by_commit_and_says_its_version() -> None:
    used = [
        line.strip().removeprefix("- ") for text in WORKFLOWS.values() for line in text.splitlines() if "uses:" in line
    ]
    pinned = re.compile(r"uses: ([\w.-]+/[\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)")

    assert [] == [line for line in used if not pinned.fullmatch(line)]
    pins = {found.groups() for line in used if (found := pinned.fullmatch(line))}
    assert len(pins) == len({action for action, _, _ in pins}), "one action, one version"
    assert len(used) == sum("uses" in step for _, step in STEPS)


def test_nothing_is_allowed_unless_a_job_says_so(workflow: Any) -> None:
    assert {} == workflow["permissions"]
    assert [] == [name for name, job in workflow["jobs"].items() if "permissions" not in job]


def test_rights_to_write_are_these_and_no_others() -> None:
    rights = {
        (name, right) for name, job in JOBS.items() for right, level in job["permissions"].items() if level != "read"
    }

    assert {
        ("audit/tell", "issues"),
        ("comment/comment", "pull-requests"),
        ("links/tell", "issues"),
        ("publish/attest", "attestations"),
        ("publish/attest", "id-token"),
        ("publish/deploy", "id-token"),
        ("publish/deploy", "pages"),
    } == rights


def test_who_may_write_runs_no_code_of_the_repository(job: Any) -> None:
    """Neither a fork's nor our own: no checkout, and so no make and no program of ours."""
    if set(job["permissions"].values()) <= {"read"}:
        return
    scripts = "\n".join(step.get("run", "") for step in job["steps"])

    assert [] == [step["uses"] for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert not re.search(r"\b(make|git|pip|python3?|briefings)\b", re.sub(r"<!--.*?-->|briefings: ", "", scripts))


def test_no_workflow_hands_secrets_to_strangers() -> None:
    for text in WORKFLOWS.values():
        assert "pull_request_target" not in text
        assert "secrets" not in text


def test_checkouts_leave_no_token_behind_and_take_what_github_chose() -> None:
    checkouts = [step["with"] for _, step in STEPS if "actions/checkout@" in step.get("uses", "")]

    assert checkouts
    assert {False} == {options["persist-credentials"] for options in checkouts}
    assert {"persist-credentials", "fetch-depth"} >= {name for options in checkouts for name in options}


@pytest.mark.parametrize("script", RUNS)
def test_no_value_is_pasted_into_a_script(script: str) -> None:
    """A branch may be called `$(curl …)`: values reach scripts by the environment, and the shell reads them there."""
    assert "${{" not in script


def test_what_strangers_name_stands_only_where_it_is_text() -> None:
    for name, parsed in PARSED.items():
        for path, text in leaves(parsed):
            if re.search(r"github\.(event\.|head_ref|actor)", text):
                assert {"env", "concurrency", "if"} & set(path), f"{name}: {'.'.join(path)}"


def leaves(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text with the keys that lead to it."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, inner in pairs:
        yield from leaves(inner, (*path, str(key)))
    if isinstance(tree, str):
        yield path, tree


def test_every_job_ends_and_none_runs_twice(workflow: Any) -> None:
    assert [] == [name for name, job in workflow["jobs"].items() if not 1 <= job.get("timeout-minutes", 0) <= 45]
    assert {"group", "cancel-in-progress"} == set(workflow["concurrency"])


def test_runners_and_pythons_are_named_by_version(job: Any) -> None:
    versions = [s["with"]["python-version"] for s in job["steps"] if "actions/setup-python@" in s.get("uses", "")]

    assert re.fullmatch(r"ubuntu-\d\d\.04", job["runs-on"])
    assert [] == [version for version in versions if not (isinstance(version, str) and version.startswith("3."))]


@pytest.mark.parametrize("script", RUNS)
def test_scripts_are_shell(script: str) -> None:
    done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)

    assert "" == done.stderr


def test_whatever_is_referred_to_exists(workflow: Any) -> None:
    jobs = workflow["jobs"]
    for name, job in jobs.items():
        text = yaml.dump(job)
        needs = job.get("needs", [])
        needs = [needs] if isinstance(needs, str) else needs

        assert set(needs) <= jobs.keys(), name
        assert set(re.findall(r"needs\.(\w+)", text)) <= set(needs), name
        assert set(re.findall(r"steps\.(\w+)", text)) <= {step.get("id") for step in job["steps"]}, name
    waited = triggers(workflow).get("workflow_run") or {"workflows": []}
    assert set(waited["workflows"]) <= {other["name"] for other in PARSED.values()}


def test_nothing_is_published_untested_or_unsigned() -> None:
    jobs = PARSED["publish"]["jobs"]

    assert "attest" == jobs["deploy"]["needs"]
    assert {"test", "build"} == set(jobs["attest"]["needs"])
    assert {"make check", "make test"} <= {step.get("run") for step in jobs["test"]["steps"]}


# -- what they run ---------------------------------------------------------------------------


def commands() -> list[str]:
    """Every line of scripts and hooks that starts our program."""
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    lines = [line.strip() for _, step in STEPS for line in step.get("run", "").splitlines()]
    return [line for line in [*lines, *(hook["entry"] for hook in hooks)] if line.startswith(".venv/bin/briefings ")]


def test_commands_that_are_run_exist() -> None:
    assert isinstance(main, click.Group)
    for line in commands():
        name, *arguments = line.removeprefix(".venv/bin/briefings ").split()
        assert name in main.commands, line
        options = {option for parameter in main.commands[name].params for option in parameter.opts}
        asked = {argument for argument in arguments if argument.startswith("--")}
        assert asked <= options, line


def test_the_check_does_all_that_it_should() -> None:
    assert {
        'briefings check --format github --against "$BASE"',
        "briefings format --check",
        'briefings diff "$BASE" --format markdown > build/diff.md',
        "briefings schema --check",
    } <= {line.removeprefix(".venv/bin/") for line in commands()}


def test_make_targets_that_are_run_exist() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    targets = set(re.findall(r"^([\w./-]+):", makefile, re.MULTILINE))
    used = {target for _, step in STEPS for target in re.findall(r"^make (\S+)", step.get("run", ""), re.MULTILINE)}

    assert {"check", "test", "site"} <= used <= targets


def test_hooks_run_here_and_download_nothing() -> None:
    (repo,) = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]

    assert "local" == repo["repo"]
    assert {"system"} == {hook["language"] for hook in repo["hooks"]}
    assert {".venv/bin/briefings", ".venv/bin/ruff"} == {hook["entry"].split()[0] for hook in repo["hooks"]}


def test_other_files_name_what_exists() -> None:
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    owners = (GITHUB / "CODEOWNERS").read_text("utf-8")
    owned = [line.split()[0] for line in owners.splitlines() if line and not line.startswith("#")]

    assert {"github-actions", "pip"} == {update["package-ecosystem"] for update in updates}
    assert [] == [pattern for pattern in owned if pattern != "*" and not Path(REPOSITORY, pattern.strip("/")).exists()]
    assert "PLACEHOLDERS" in owners
    assert "corrections" in (GITHUB / "pull_request_template.md").read_text("utf-8")


# -- forms -----------------------------------------------------------------------------------

FORMS: dict[str, Any] = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(GITHUB.glob("ISSUE_TEMPLATE/*.yml"))
    if path.name != "config.yml"
}
OF_THE_PAGE = {"record", "shown"}
"""What the links on the site fill in: which record, and what is shown of it. No fields of a record."""
ASKED: dict[str, tuple[type[BaseModel], ...]] = {
    "figure-is-wrong": (Figure, Quotation, Source),
    "add-event": (Event, Claim),
    "add-source": (Source, Quotation),
}
"""The records whose fields a form may ask for. What the first of them requires, a form for a new one must ask for."""


def asked(form: str) -> dict[str, Any]:
    return {part["id"]: part for part in FORMS[form]["body"] if part["type"] != "markdown"}


def test_there_is_a_form_for_each_need() -> None:
    assert set(ASKED) == set(FORMS)
    assert "blank_issues_enabled" in yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "config.yml").read_text("utf-8"))


@pytest.mark.parametrize("form", ASKED)
def test_forms_ask_in_the_words_of_the_records(form: str) -> None:
    fields = {name for model in ASKED[form] for name in model.model_fields}

    assert set(asked(form)) <= fields | OF_THE_PAGE
    assert len(asked(form)) == sum(part["type"] != "markdown" for part in FORMS[form]["body"])


@pytest.mark.parametrize("form", ["add-event", "add-source"])
def test_forms_for_new_records_insist_on_what_the_record_needs(form: str) -> None:
    needed = {name for name, info in ASKED[form][0].model_fields.items() if info.is_required()}
    insisted = {name for name, part in asked(form).items() if part.get("validations", {}).get("required")}

    assert needed == insisted


@pytest.mark.parametrize("form", ASKED)
def test_choices_are_those_that_the_record_allows(form: str) -> None:
    for name, part in asked(form).items():
        words = [get_args(m.model_fields[name].annotation) for m in ASKED[form] if name in m.model_fields]
        is_choice = any(
            get_origin(m.model_fields[name].annotation) is Literal for m in ASKED[form] if name in m.model_fields
        )

        assert is_choice == (part["type"] == "dropdown"), name
        if is_choice:
            assert [*words[0]] == part["attributes"]["options"], name


def test_the_report_can_be_filled_in_from_a_link() -> None:
    parts = asked("figure-is-wrong")

    assert {"input", "textarea"} >= {parts[name]["type"] for name in OF_THE_PAGE}


@pytest.mark.parametrize("form", ASKED)
def test_forms_are_what_github_accepts(form: str) -> None:
    whole = FORMS[form]

    assert {"name", "description", "title", "labels", "body"} == set(whole)
    assert [] == [name for name, part in asked(form).items() if not part["attributes"].get("label")]
    assert [] == [name for name in asked(form) if not re.fullmatch(r"[A-Za-z0-9_-]+", name)]
    assert "no names of victims" in str(whole["body"][0]["attributes"]["value"])


# -- the comment, run ------------------------------------------------------------------------

SHA = "c" * 40
GH = """\
import os, shutil, sys
from pathlib import Path

answers, arguments = Path(os.environ["ANSWERS"]), sys.argv[1:]
with (answers / "asked").open("a") as asked:
    print(*arguments, sep="\\t", file=asked)
if "--method" in arguments and arguments[arguments.index("--method") + 1] in ("POST", "PATCH"):
    shutil.copy("body.md", answers / "posted")
else:
    name = next(a for a in arguments if a.startswith("repos/")).rpartition("/")[2]
    sys.stdout.buffer.write((answers / name).read_bytes())
"""


class Comment:
    """The steps of comment.yml, run in order as GitHub runs them, until one leaves no output that the next asks for."""

    def __init__(self, folder: Path) -> None:
        self.answers, self.bin, self.temp = (folder / name for name in ("answers", "bin", "temp"))
        for made in (self.answers, self.bin, self.temp):
            made.mkdir()
        gh = self.bin / "gh"
        gh.write_text(f"#!{sys.executable}\n{GH}", "utf-8")
        gh.chmod(gh.stat().st_mode | stat.S_IXUSR)
        self.answer("pulls", f"{'a' * 40} 6\n{SHA} 7\n")
        self.answer("artifacts", "99 1000\n")
        self.answer("comments", "")
        self.leave("| figure | was | is |\n")

    def answer(self, name: str, text: str) -> None:
        (self.answers / name).write_text(text, "utf-8")

    def leave(self, text: str | bytes, name: str = "diff.md") -> None:
        with zipfile.ZipFile(self.answers / "zip", "w") as archive:
            archive.writestr(name, text)

    def run(self, branch: str = "my-branch") -> str | None:
        """The comment that was posted, if one was."""
        outputs: dict[str, str] = {}
        for step in PARSED["comment"]["jobs"]["comment"]["steps"]:
            if "if" in step and not outputs.get(step["if"].rpartition(".")[2]):
                continue
            out = self.temp / "output"
            out.write_text("")
            env = {
                "PATH": f"{self.bin}:{os.environ['PATH']}",
                "ANSWERS": str(self.answers),
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_OUTPUT": str(out),
                "GH_REPO": "you/repo",
                "RUN_ID": "5",
                "HEAD_OWNER": "them",
                "HEAD_BRANCH": branch,
                "HEAD_SHA": SHA,
                "NUMBER": outputs.get("number", ""),
                "RUN_URL": "https://github.com/you/repo/actions/runs/5",
            }
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(command, env=env, cwd=self.temp, capture_output=True, text=True, check=False)
            assert 0 == done.returncode, done.stderr
            outputs |= dict(line.split("=", 1) for line in out.read_text().splitlines())
        posted = self.answers / "posted"
        return posted.read_text("utf-8") if posted.exists() else None

    def asked(self) -> list[list[str]]:
        return [line.split("\t") for line in (self.answers / "asked").read_text("utf-8").splitlines()]


@pytest.fixture
def comment(tmp_path: Path) -> Comment:
    if not all(map(shutil.which, ("bash", "unzip", "iconv"))):
        pytest.skip("the shell's usual programs are not installed")
    return Comment(tmp_path)


def test_the_diff_is_posted_on_the_pull_request_of_the_checked_commit(comment: Comment) -> None:
    posted = comment.run()

    assert posted
    assert posted.endswith("| figure | was | is |\n")
    assert ["repos/you/repo/issues/7/comments"] == [a for a in comment.asked()[-1] if a.startswith("repos/")]


def test_a_second_run_brings_the_comment_up_to_date(comment: Comment) -> None:
    comment.answer("comments", "31\n32\n")

    assert comment.run()
    assert ["api", "--method", "PATCH", "repos/you/repo/issues/comments/31"] == comment.asked()[-1][:4]


@pytest.mark.parametrize("pulls", ["", f"{'a' * 40} 6\n", f"{SHA} 7;id\n", f"{SHA} null\n"])
def test_nothing_is_posted_when_no_pull_request_stands_at_that_commit(comment: Comment, pulls: str) -> None:
    comment.answer("pulls", pulls)

    assert comment.run() is None
    assert 1 == len(comment.asked())


@pytest.mark.parametrize("branch", ["$(touch hacked)", "`touch hacked`", '"; touch hacked; "', "-f x=@/etc/passwd"])
def test_a_branch_name_is_only_a_name(comment: Comment, branch: str) -> None:
    comment.run(branch)

    assert f"head=them:{branch}" in comment.asked()[0]
    assert not list(comment.temp.rglob("hacked"))


@pytest.mark.parametrize("artifact", ["", "99 1000001\n", "x 10\n", "99\n"])
def test_what_is_too_large_or_no_artifact_is_left_alone(comment: Comment, artifact: str) -> None:
    comment.answer("artifacts", artifact)

    assert comment.run() is None
    assert not (comment.temp / "diff.zip").exists()


def test_a_strangers_text_calls_nobody_loads_nothing_and_hides_nothing(comment: Comment) -> None:
    comment.leave("@you/all <img src=x> ![x](https://evil.example/x.png) <!-- \x07 <details open> a & b\n")
    posted = (comment.run() or "").partition("\n\n")[2]

    assert (
        "@&#8203;you/all &lt;img src=x> !&#8203;[x](https://evil.example/x.png) &lt;!--  &lt;details open> a &amp; b\n"
    ) == posted


def test_long_lists_may_still_be_folded(comment: Comment) -> None:
    comment.leave("<details><summary>All</summary>\n\n- x\n</details>\n")

    assert (comment.run() or "").endswith("<details><summary>All</summary>\n\n- x\n</details>\n")


@pytest.mark.parametrize("text", ["@" * 300_000, "ü" * 300_000, b"\xff\xfe" * 1000 + b"x"])
def test_however_long_or_broken_it_stays_a_comment(comment: Comment, text: str | bytes) -> None:
    comment.leave(text)
    posted = comment.run()

    assert posted
    assert len(posted.encode()) < 65_536


def test_an_archive_writes_no_file_of_its_own_choice(comment: Comment, tmp_path: Path) -> None:
    comment.leave("x", name="../../escaped")

    assert comment.run() is None
    assert not list(tmp_path.parent.rglob("escaped"))


def test_code_alone_needs_no_comment_and_takes_back_an_old_one(comment: Comment) -> None:
    comment.leave("")
    assert comment.run() is None

    comment.answer("comments", "31\n")
    assert "no longer changes the content" in (comment.run() or "")
