"""Folders: every file is read, every mistake collected, nothing followed that is no file."""

from __future__ import annotations

import os
from pathlib import Path

from generator.reading.folders import read_content
from tests.conftest import BRIEFING, ReadAndCheck, WriteContent


def told(root: Path, check: ReadAndCheck) -> list[tuple[str, str]]:
    return [(p.at.file.removeprefix(f"content/{BRIEFING}/"), p.code) for p in check(root)]


def test_good_briefing_is_read_whole(write_content: WriteContent) -> None:
    [dossier] = read_content(write_content({})).corpus.dossiers

    assert dossier.id == BRIEFING
    assert list(dossier.events) == ["2031-03-05-river-clash"]
    assert len(dossier.claims) == len(dossier.sources) == len(dossier.actors) == len(dossier.places) == 2


def test_mistakes_of_all_files_come_in_one_run(write_content: WriteContent, read_and_check: ReadAndCheck) -> None:
    root = write_content({"events/2031-03-07-a.yml": "title:\n", "sources/b.yml": "a: 1\na: 2\n", "actors.yml": "[\n"})

    assert {file for file, _ in told(root, read_and_check)} == {
        "events/2031-03-07-a.yml",
        "sources/b.yml",
        "actors.yml",
    }


def test_pointing_at_a_record_with_mistakes_is_no_mistake(
    write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    root = write_content({"events/2031-03-05-river-clash.yml": "title: x\n", "places.yml": "places: x\n"})
    codes = {code for _, code in told(root, read_and_check)}

    assert codes == {"missing-field", "wrong-shape"}


def test_record_in_the_wrong_folder_is_one_mistake(write_content: WriteContent, read_and_check: ReadAndCheck) -> None:
    base = write_content({})
    text = (base / BRIEFING / "sources" / "bel-radio-2031-03-06.yml").read_text()
    root = write_content({"claims/bel-radio.yml": text})

    [problem] = read_and_check(root)
    assert (problem.code, problem.hint) == (
        "misplaced-file",
        "it looks like one of the sources; move it to sources/",
    )


def test_notes_and_hidden_files_may_lie_beside_records(
    write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    root = write_content({"README.md": "x", "claims/.draft.yml": "x", "notes.txt": "x"})
    (root / "README.md").write_text("x")

    assert told(root, read_and_check) == []


def test_file_beside_the_briefings_is_misplaced(write_content: WriteContent, read_and_check: ReadAndCheck) -> None:
    root = write_content({})
    (root / "briefing.yml").write_text("title: x\n")

    assert told(root, read_and_check) == [("content/briefing.yml", "misplaced-file")]


def test_folder_with_a_bad_name(write_content: WriteContent, read_and_check: ReadAndCheck) -> None:
    root = write_content({})
    (root / BRIEFING).rename(root / "Arvenia 2031")

    [problem] = read_and_check(root)
    assert (problem.code, problem.hint.endswith("like arvenia-2031")) == ("bad-id", True)


def test_links_and_pipes_are_not_followed(write_content: WriteContent, read_and_check: ReadAndCheck) -> None:
    root = write_content({})
    (root / BRIEFING / "claims" / "x.yml").symlink_to("/etc/passwd")
    (root / BRIEFING / "more").symlink_to("/etc")
    os.mkfifo(root / BRIEFING / "sources" / "pipe.yml")

    assert {code for _, code in told(root, read_and_check)} == {"not-a-file"}


def test_linked_single_file_is_not_read(write_content: WriteContent, read_and_check: ReadAndCheck) -> None:
    root = write_content({})
    (root / BRIEFING / "background.yml").unlink()
    (root / BRIEFING / "background.yml").symlink_to("briefing.yml")

    assert {code for _, code in told(root, read_and_check)} == {"not-a-file"}


def test_problem_in_a_nested_field_has_line_and_column(
    write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    text = "sections:\n  - id: a\n    title: b\n    text: c\n    sources:\n      - nowhere\n"

    [problem] = [p for p in read_and_check(write_content({"background.yml": text})) if p.code == "unknown-source"]
    assert (problem.line, problem.column) == (6, 9)


def test_two_briefings_are_apart(write_content: WriteContent, read_and_check: ReadAndCheck) -> None:
    root = write_content({})
    (root / "second").mkdir()

    assert {(p.at.file, p.code) for p in read_and_check(root)} == {
        (f"content/second/{name}", "missing-file") for name in ("briefing.yml", "actors.yml", "places.yml")
    }
