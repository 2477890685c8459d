"""What people read: whole figures with their owners, the signal first, and Markdown that is safe to post."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.history.compare import compare
from generator.history.comparison import Comparison
from generator.history.data import print_json
from generator.history.printing import MOST_BYTES, inert, print_markdown, print_text
from generator.history.report import Chapter, Heading, Section, chapters, read_phrases
from generator.model.claims import Claim
from generator.model.corpus import Corpus
from generator.pages.phrases import Phrases
from generator.problems import Place, Problem
from tests import builders
from tests.projects import TEMPLATES

HEADING = Heading("main (1a2b3c4d5e6f)", "the files in content/")


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return read_phrases(TEMPLATES)


def text_of(old: list[Claim], new: list[Claim], phrases: Phrases) -> str:
    before, after = (Corpus((builders.dossier(*claims),)) for claims in (old, new))
    return print_text(HEADING, chapters(compare(before, after), before, after, phrases))


def army(value: str, **fields: object) -> Claim:
    return builders.claim("red-army", builders.figure(value, **fields))


def test_no_change_is_said_in_each_form(phrases: Phrases) -> None:
    assert print_text(HEADING, ()) == "compared with main (1a2b3c4d5e6f)\n\nno change in meaning\n"
    assert "**No change in meaning.**" in print_markdown(HEADING, ())
    assert json.loads(print_json(HEADING, Comparison(()), phrases))["same"] is True


def test_a_changed_figure_is_whole_on_both_sides_and_has_its_owner(phrases: Phrases) -> None:
    text = text_of([army("58")], [army("at least 85")], phrases)

    assert (
        "  published figures that change: 1\n"
        "    “58 Red soldiers killed” is now “at least 85 Red soldiers killed” "
        "(Red Army, 6 March 2031; Clash at the river); no entry tells of it\n"
    ) in text


def test_where_the_owner_changes_each_figure_has_its_own(phrases: Phrases) -> None:
    other = builders.claim("blue-army", builders.figure("58"), id="2031-03-06-red-army")
    text = text_of([army("58")], [other], phrases)

    assert (
        "“58 Red soldiers killed” (Red Army, 6 March 2031; Clash at the river) is now "
        "“58 Red soldiers killed” (Blue Army, 6 March 2031; Clash at the river)"
    ) in text


def test_the_state_of_a_question_is_told_with_the_question(phrases: Phrases) -> None:
    rival = builders.claim("blue-army", builders.figure("23"))
    text = text_of([army("58"), rival], [army("23"), rival], phrases)

    assert "How many Red soldiers were killed, 5 March 2031? contested → agreed" in text


def test_no_difference_between_figures_is_worked_out(phrases: Phrases) -> None:
    rival = builders.claim("blue-army", builders.figure("23"))
    text = text_of([army("58"), rival], [army("85"), rival], phrases)

    assert not re.search(r"\b(27|62|35|81|108|143)\b|%", text)


def test_a_revision_is_told_as_the_claimants(phrases: Phrases) -> None:
    later = builders.claim("red-army", builders.figure("60"), said="2031-03-09")
    text = text_of([army("58")], [army("58"), later], phrases)

    assert "answers that claimants revise: 1" in text
    assert "gave way to “60 Red soldiers killed” (Red Army, 9 March 2031; Clash at the river)" in text
    assert "published figures that change" not in text


def test_a_printing_is_told_with_what_it_counts(phrases: Phrases) -> None:
    def printing(value: str) -> list[object]:
        return [*builders.reports(), *builders.reports("Other words.", printed=value)]

    text = text_of([army("58", reports=printing("50"))], [army("58", reports=printing("51"))], phrases)

    assert "printed: “50 Red soldiers killed” → “51 Red soldiers killed”" in text


# -- the form -----------------------------------------------------------------------------------


def chapter(signal: int, bulk: int) -> tuple[Chapter, ...]:
    lines = {name: tuple(f"{name} {n}" for n in range(count)) for name, count in (("s", signal), ("b", bulk))}
    return (Chapter("story", (Section("signal", lines["s"], True), Section("bulk", lines["b"], False))),)


def test_of_bulk_three_samples_are_shown_then_everything() -> None:
    lines = print_text(HEADING, chapter(5, 100)).splitlines()
    full = lines.index("story, in full")

    assert [line.strip() for line in lines[2:full]] == [
        "story", "signal: 5", "s 0", "s 1", "s 2", "s 3", "s 4",
        "bulk: 100", "b 0", "b 1", "b 2", "… and 97 more, below", "",
    ]  # fmt: skip
    assert [line.strip() for line in lines[full + 1 :]] == ["bulk: 100", *(f"b {n}" for n in range(100))]


def test_markdown_folds_the_full_list() -> None:
    text = print_markdown(HEADING, chapter(1, 5))

    assert text.index("… and 2 more") < text.index("<details>") < text.index("- b 4") < text.index("</details>")


def test_markdown_stays_below_what_github_takes_and_says_what_it_left_out() -> None:
    for signal, bulk in ((3, 20_000), (20_000, 20_000)):
        text = print_markdown(HEADING, chapter(signal, bulk))

        assert len(text.encode()) < MOST_BYTES
        assert re.search(r"^\d+ more lines left out here; `briefings diff` prints them all\.$", text, re.MULTILINE)
        assert text.count("<details>") == text.count("</details>")


def test_markdown_with_thousands_of_mistakes_is_cut_too() -> None:
    problems = tuple(Problem("bad-id", Place(f"content/a/claims/{n}.yml"), "x" * 80) for n in range(5_000))
    text = print_markdown(Heading("a", "b", mistakes=(("a", problems),)), chapter(1, 1))

    assert len(text.encode()) < MOST_BYTES


HOSTILE = [
    "@everyone look", "see #12 and GH-7 and a/b#3", "https://evil.example/x and www.evil.example",
    "![x](https://evil.example/i.png) [y](javascript:alert(1))", "<img src=x onerror=alert(1)> <!-- -->",
    "</details></ul><script>alert(1)</script>", "`code` ``more`` **bold** _it_ ~~no~~ $x$ | a | b |",
    "a@example.org", ":tada: :+1:", "# heading", "- item", "1. item", "+ item", "=====", "&lt;b&gt; &#64;x",
    "line\n\n# second", "<https://evil.example>", "[ref]: https://evil.example",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_authors_write_becomes_markup(text: str) -> None:
    shown = inert(text)
    bare = re.sub(r"\\[\\`*_\[\]{}~|$<>&#+=.)-]", "", shown)

    assert "\n" not in shown
    assert not re.search(r"[<>`*_\[\]{}~|$]|&[#\w]+;", bare)
    assert not re.search(r"@\w|#\w|://|www\.|GH-\d|:[\w+-]*[a-z+][\w+-]*:", shown)
    assert not re.match(r"[#+=-]|\d+[.)]", shown)


@pytest.mark.parametrize("text", HOSTILE)
def test_and_it_reads_the_same(text: str) -> None:
    shown = re.sub(r"\\([\\`*_\[\]{}~|$<>&#+=.)-])", r"\1", inert(text).replace("\u200b", ""))

    assert shown == " ".join(text.split())


def test_hostile_text_of_a_record_stays_inert_in_the_whole_report(phrases: Phrases) -> None:
    hostile = "@everyone <img src=x> [y](https://evil.example)"
    old = [army("58"), builders.claim("blue-army", statements=[builders.says("fire was heard")])]
    new = [army("58"), builders.claim("blue-army", statements=[builders.says(hostile)])]
    before, after = (Corpus((builders.dossier(*claims),)) for claims in (old, new))
    text = print_markdown(HEADING, chapters(compare(before, after), before, after, phrases))

    assert "everyone" in text
    assert not re.search(r"@everyone|(?<!\\)<img|(?<!\\)\]\(|://", text)


# -- JSON ---------------------------------------------------------------------------------------


def test_json_carries_each_figure_with_qualifier_and_owner(phrases: Phrases) -> None:
    before, after = (Corpus((builders.dossier(army(value)),)) for value in ("58", "at least 85"))
    (briefing,) = json.loads(print_json(HEADING, compare(before, after), phrases))["briefings"]
    (change,) = briefing["figures"]

    assert change["fields"] == [{"field": "value", "was": "58", "now": "at least 85"}]
    assert (change["change"], change["silent"]) == ("changed", True)
    assert change["now"] == {
        "ref": "2031-03-06-red-army#red-soldiers-killed", "figure": "at least 85 Red soldiers killed",
        "claimant_id": "red-army", "kind": "at-least", "numbers": {"low": 85, "high": None, "word": None},
        "standing": "current", "address": "red-blue-2031/figures/2031-03-05-clash/#red-soldiers-killed",
        "value": "at least 85", "group": "Red soldiers", "unit": "people", "outcome": "killed", "scope": "none",
        "basis": "statement", "claimant": "Red Army", "side": "Red", "side counted": "Red",
        "window": "2031-03-05-clash", "when": "2031-03-05", "said": "2031-03-06", "as_of": "none",
        "status": "none", "revises": "none",
    }  # fmt: skip


def test_every_name_in_the_json_is_documented(phrases: Phrases) -> None:
    guide = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")
    guide = guide.partition("## Two states of the content")[2].partition("\n## ")[0]
    later = builders.claim("red-army", builders.figure("60"), said="2031-03-09", note="x")
    entry = {"date": "2031-03-20", "field": "note", "was": "x", "now": "y", "why": "z"}
    told = builders.claim("blue-army", builders.figure("7"), corrections=[entry], note="y")
    untold = builders.claim("blue-army", builders.figure("8"), note="x")
    before, after = (
        Corpus((builders.dossier(*claims),)) for claims in ([army("58"), untold], [army("58"), later, told])
    )
    tree = json.loads(print_json(HEADING, compare(before, after), phrases))

    assert {name for name in names(tree) if f"`{name}`" not in guide} - {"date", "why", "new", "gone"} == set()


def names(tree: object) -> set[str]:
    if isinstance(tree, dict):
        return {*tree} | {name for inner in tree.values() for name in names(inner)}
    return {name for inner in tree for name in names(inner)} if isinstance(tree, list) else set()
