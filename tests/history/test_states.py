"""States of the content, from real repositories: full and shallow, at the top and below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.history.repository import StateError
from generator.history.states import State, open_state
from generator.pipeline import check_content
from generator.problems import Problem
from tests.conftest import BRIEFING
from tests.projects import hashes
from tests.repositories import ARMY, Cloned, make_repository


@pytest.fixture
def published(tmp_path: Path) -> Cloned:
    return make_repository(tmp_path / "origin")


@pytest.fixture
def branch(published: Cloned, tmp_path: Path) -> Cloned:
    """A clone with one commit on a branch; main has moved on since."""
    mine = published.clone(tmp_path / "mine")
    mine.git("checkout", "--quiet", "-b", "mine")
    mine.replace("58", "85")
    mine.commit("change")
    published.replace("58", "60")
    published.commit("main moves on")
    mine.git("fetch", "--quiet")
    return mine


def value_at(named: str | None, of: Cloned, *, exactly: bool = False) -> tuple[str, State]:
    """The army's value in a state, and the state."""
    with open_state(named, of.content, exactly=exactly) as state:
        text = (state.content / BRIEFING / ARMY).read_text("utf-8")
    return text.partition("value: ")[2].partition("\n")[0], state


def refused(named: str | None, of: Cloned) -> str:
    with pytest.raises(StateError) as error, open_state(named, of.content):
        pass
    return str(error.value)


def test_a_commit_is_unpacked_byte_for_byte_and_removed_afterwards(published: Cloned) -> None:
    there = hashes(published.content)

    with open_state("main", published.content) as state:
        assert hashes(state.content) == there
        assert state.content.name == "content"
    assert not state.content.exists()


def test_a_branch_is_compared_with_main_where_it_left_it(branch: Cloned) -> None:
    value, state = value_at(None, branch)

    assert value == "58"
    assert state.name == f"origin/main where this branch left it ({state.commit[:12]})"
    assert state.notes == ()
    named, same = value_at("origin/main", branch)
    assert (named, same.commit, same.name) == (value, state.commit, state.name)


def test_exactly_means_the_tip(branch: Cloned) -> None:
    value, state = value_at("origin/main", branch, exactly=True)

    assert value == "60"
    assert state.name == f"origin/main ({state.commit[:12]})"


def test_without_a_remote_main_is_taken(published: Cloned) -> None:
    published.replace("58", "85")  # not committed

    assert value_at(None, published)[0] == "58"


def test_a_detached_head_finds_its_base(branch: Cloned) -> None:
    branch.git("checkout", "--quiet", "--detach")

    assert value_at(None, branch)[0] == "58"


def test_tags_and_short_names_of_commits_are_refs(branch: Cloned) -> None:
    branch.git("tag", "v1", "HEAD~1")
    short = branch.git("rev-parse", "--short", "HEAD~1")

    assert [value_at(ref, branch)[0] for ref in ("v1", short, "HEAD~1", "HEAD")] == ["58", "58", "58", "85"]


def test_a_shallow_clone_with_the_base_fetched_uses_its_tip_and_says_so(branch: Cloned, tmp_path: Path) -> None:
    shallow = branch.clone(tmp_path / "shallow", "--depth=1", "--branch=mine")
    origin = f"file://{tmp_path / 'origin'}"
    shallow.git("fetch", "--quiet", "--depth=1", origin, "main:refs/remotes/origin/main")

    value, state = value_at(None, shallow)

    assert value == "60"
    assert state.name == f"origin/main ({state.commit[:12]})"
    (note,) = state.notes
    assert note == (
        "the history here is too short to show where this branch left origin/main, so its tip is used: "
        "what origin/main gained since then shows as gone; 'git fetch --unshallow' brings the rest"
    )


def test_the_command_that_a_shallow_clone_is_told_to_type_helps(branch: Cloned, tmp_path: Path) -> None:
    branch.git("branch", "--force", "main", "origin/main")
    shallow = branch.clone(tmp_path / "shallow", "--depth=1", "--branch=mine")

    told = refused(None, shallow)

    assert told.startswith("neither of 'origin/main' and 'main' is known here, so name what to compare with, or fetch")
    command = told.partition("fetch it: git ")[2]
    assert command == "fetch --depth=1 origin main:refs/remotes/origin/main"
    shallow.git(*command.split())
    assert value_at(None, shallow)[0] == "60"


def test_a_forks_merge_ref_of_depth_one_is_compared_with_its_parent_without_a_note(
    branch: Cloned, published: Cloned, tmp_path: Path
) -> None:
    """What CI checks out for a pull request: a merge whose parents are cut off, and main's tip fetched beside it."""
    published.git("fetch", "--quiet", str(branch.top), "mine")
    published.git("checkout", "--quiet", "--detach", "main")
    published.git("merge", "--quiet", "--no-ff", "-X", "theirs", "-m", "merge", "FETCH_HEAD")
    published.git("update-ref", "refs/pull/1/merge", "HEAD")
    published.git("checkout", "--quiet", "main")
    ci = published.clone(tmp_path / "ci", "--depth=1", "--no-checkout")
    ci.git("fetch", "--quiet", "--depth=1", "origin", "refs/pull/1/merge")
    ci.git("checkout", "--quiet", "--detach", "FETCH_HEAD")

    value, state = value_at("origin/main", ci)

    assert (value, state.notes) == ("60", ())
    assert "value: 85" in (ci.briefing / ARMY).read_text()


def test_content_below_the_top_of_the_repository_and_spaces_in_paths(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "a repository", "parts of it/the project")
    (made.briefing / "notes of mine.md").write_text("kept")
    made.commit("notes")
    made.replace("58", "85")

    value, _ = value_at("main", made)

    assert value == "58"


def test_an_earlier_name_of_a_file_is_read_under_that_name(published: Cloned) -> None:
    before = sorted(hashes(published.content))
    published.git("mv", f"content/{BRIEFING}/{ARMY}", f"content/{BRIEFING}/claims/2031-03-06-army.yml")
    published.commit("rename")

    with open_state("HEAD~1", published.content) as state:
        assert sorted(hashes(state.content)) == before


def test_the_users_own_settings_change_nothing(
    published: Cloned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Line endings, colours and attributes would change what `git show` or `git archive` prints."""
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[core]\n autocrlf = true\n eol = crlf\n quotePath = true\n[color]\n ui = always\n ls-tree = always\n"
    )
    (published.top / ".gitattributes").write_text("*.yml text eol=crlf export-ignore\n")
    there = hashes(published.content)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")

    with open_state("main", published.content) as state:
        assert hashes(state.content) == there


def test_a_commit_without_content_is_an_empty_state(published: Cloned) -> None:
    published.git("checkout", "--quiet", "--orphan", "empty")
    published.git("rm", "--quiet", "-r", "--cached", ".")
    published.git("commit", "--quiet", "--allow-empty", "-m", "nothing")

    with open_state("empty", published.content, exactly=True) as state:
        assert list(state.content.iterdir()) == []
    assert state.notes == (f"there is no content at {state.name}, so everything is new",)


def test_folders_are_states_too(published: Cloned) -> None:
    for named in (published.root, published.content):
        with open_state(str(named), published.content) as state:
            assert state == State(published.content, f"the folder {named}")


def test_a_ref_comes_before_a_folder_of_its_name(published: Cloned, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(published.top)
    published.git("branch", "content")

    with open_state("content", published.content) as state:
        assert state.name.startswith("content (")
    with open_state("./content", published.content) as state:
        assert state.name == "the folder ./content"


# -- what cannot be had ------------------------------------------------------------------------


def test_an_unknown_ref_names_the_nearest_or_what_to_fetch(branch: Cloned) -> None:
    assert "unknown ref 'origin/mian', and no folder of that name (did you mean 'origin/main'?)" == refused(
        "origin/mian", branch
    )
    assert refused("release-7", branch).endswith(
        "if this clone lacks the branch, fetch it: git fetch --depth=1 origin release-7:refs/remotes/origin/release-7"
    )


@pytest.mark.parametrize("named", ["--all", "-q", "main..mine", "^main", "", "main\n", "HEAD:content"])
def test_what_is_no_commit_is_refused_and_never_an_option(branch: Cloned, named: str) -> None:
    assert refused(named, branch).startswith(f"unknown ref '{named}'")


def test_a_folder_without_a_briefing_is_refused(published: Cloned, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert refused(str(tmp_path / "empty"), published).startswith("there is no briefing in '")


def test_no_repository_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    assert refused(None, Cloned(tmp_path, tmp_path)).startswith(f"git knows no repository around {tmp_path}/content")


def test_a_machine_without_git_is_told_so(published: Cloned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert refused("main", published).startswith("git is not installed; install it, or name a folder")


# -- what a commit may not do ------------------------------------------------------------------


def problems_at(commit: str, of: Cloned) -> list[Problem]:
    with open_state(commit, of.content, exactly=True) as state:
        return list(check_content(state.content).problems)


def test_links_in_a_commit_are_refused_and_not_followed(published: Cloned, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("secret")
    (published.briefing / "claims" / "2031-03-07-link.yml").symlink_to(tmp_path / "secret.yml")
    (published.content / "elsewhere").symlink_to(tmp_path)
    commit = published.commit("links")

    found = problems_at(commit, published)

    assert [(p.code, p.at.file) for p in found] == [
        ("not-a-file", f"content/{BRIEFING}/claims/2031-03-07-link.yml"),
        ("not-a-file", "content/elsewhere"),
    ]


def test_a_file_too_large_to_read_is_refused_by_the_reader(published: Cloned) -> None:
    (published.briefing / "claims" / "2031-03-07-large.yml").write_text("# text\n" * 100_000)
    commit = published.commit("large")

    assert [problem.code for problem in problems_at(commit, published)] == ["too-large"]


def test_a_path_that_leads_out_of_the_folder_stops_everything(published: Cloned) -> None:
    """Such a tree cannot be made with `git add`; one written by hand can hold it."""
    blob = published.git("rev-parse", f"HEAD:content/{BRIEFING}/{ARMY}")
    content = tree(published, f"100644 blob {blob}\t..")
    top = tree(published, f"040000 tree {content}\tcontent")
    commit = published.git("commit-tree", top, "-m", "out")

    told = refused(commit, published)

    assert told == "the commit holds the path '..', which leads elsewhere; nothing was read"


def tree(of: Cloned, *lines: str) -> str:
    """Write a tree that `git mktree` would refuse."""
    entries = b""
    for line in lines:
        mode, _, rest = line.partition(" ")
        name = rest.partition("\t")[2]
        entries += f"{mode.lstrip('0')} {name}".encode() + b"\0" + bytes.fromhex(rest.split()[1])
    file = of.top / "tree"
    file.write_bytes(entries)
    return of.git("hash-object", "-t", "tree", "-w", "--literally", str(file))
