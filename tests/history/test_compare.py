"""Two states by meaning: what is listed for an edit, and that nothing is listed for none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.arranging.arranged import arrange
from generator.history.compare import compare, pages_of
from generator.history.comparison import BriefingChange, Comparison
from generator.model.corpus import Corpus
from generator.pages.phrases import Phrases
from generator.pages.site import Plan
from generator.pipeline import check_content, sizes_of
from generator.reading.words import read_words
from tests.projects import SAMPLE, TEMPLATES

BRIEFING = "arvenia-belmark-2031"
ARMY = "claims/2031-03-06-arvenian-army"
LATEST = "claims/2031-03-09-arvenian-army.yml"


class Edited:
    """A copy of the sample, to edit and compare with the sample."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.folder = content / BRIEFING

    def replace(self, name: str, old: str, new: str, count: int = -1) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, count), "utf-8")

    def everywhere(self, old: str, new: str) -> None:
        for path in self.content.rglob("*.yml"):
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    def corpus(self) -> Corpus:
        checked = check_content(self.content)
        assert [str(problem) for problem in checked.errors] == []
        return checked.corpus

    def compared(self) -> Comparison:
        return compare(check_content(SAMPLE).corpus, self.corpus())

    def change(self) -> BriefingChange:
        (change,) = self.compared().briefings
        return change


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    shutil.copytree(SAMPLE, tmp_path / "content")
    return Edited(tmp_path / "content")


def happened(change: BriefingChange) -> list[str]:
    """What happened to records: 'changed claim ID: field was → now'."""
    lines = []
    for record in change.records:
        line = f"{record.how} {record.kind} {record.id}"
        lines += [f"{line}: {e.field}" for e in record.edits] or [line]
    return lines


def facets(change: BriefingChange) -> list[str]:
    return [f"{f.field}: {f.old} → {f.new}" for figure in change.figures for f in figure.facets]


# -- nothing ------------------------------------------------------------------------------------


def test_the_same_content_is_no_change(edited: Edited) -> None:
    assert not edited.compared()
    assert edited.compared().briefings == ()


def test_comments_order_of_fields_and_layout_are_no_change(edited: Edited) -> None:
    for path in sorted(edited.folder.glob("sources/*.yml")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line]
        if all(line[0].isalpha() and not line.endswith((":", ">-")) for line in lines):
            path.write_text("# a comment\n\n" + "\r\n".join(reversed(lines)) + "   # another\n", "utf-8")
    edited.replace(f"{ARMY}.yml", "claimant: arvenian-army", "claimant:   'arvenian-army'  # who")

    assert not edited.compared()


def test_reports_in_another_order_are_no_change(edited: Edited) -> None:
    path = edited.folder / "events/2031-03-05-river-clash.yml"
    head, _, rest = path.read_text("utf-8").partition("actors:\n")
    actors, _, tail = rest.partition("summary:")
    entries = [f"  - {entry}" for entry in actors.split("  - ") if entry]
    path.write_text(f"{head}actors:\n{''.join(reversed(entries))}summary:{tail}", "utf-8")

    assert len(entries) > 1
    assert not edited.compared()


# -- figures ------------------------------------------------------------------------------------


def test_a_value_that_changes_is_a_changed_figure(edited: Edited) -> None:
    edited.replace(LATEST, "51", "50")
    edited.replace(LATEST, "۵۱", "۵۰")
    change = edited.change()

    assert facets(change) == ["value: 51 → 50"]
    assert change.figures[0].silent
    assert change.pages_gone == ()


def test_a_correction_makes_it_told_and_is_listed_as_ours(edited: Edited) -> None:
    edited.replace(LATEST, "51", "50")
    edited.replace(LATEST, "۵۱", "۵۰")
    with (edited.folder / LATEST).open("a", encoding="utf-8") as file:
        said = "field: value of belmark-soldiers-killed, was: 51, now: 50"
        file.write(f"corrections:\n  - {{date: 2031-04-01, {said}, why: Mistyped.}}\n")
    change = edited.change()

    assert [figure.silent for figure in change.figures] == [False]
    assert [r.corrections[0].why for r in change.records if r.how == "corrected"] == ["Mistyped."]


def test_a_group_called_otherwise_changes_every_figure_that_counts_it(edited: Edited) -> None:
    before = check_content(SAMPLE).corpus.dossiers[0]
    group = before.briefing.groups[0]
    counting = [f for claim in before.claims.values() for f in claim.figures if f.of == group.id]
    edited.replace("briefing.yml", f"label: {group.label}\n", f"label: {group.label} and others\n")

    assert facets(edited.change()) == [f"group: {group.label} → {group.label} and others"] * len(counting)


def test_an_actor_called_otherwise_changes_its_figures(edited: Edited) -> None:
    edited.replace("actors.yml", "name: Arvenian army", "name: Arvenian forces")
    change = edited.change()

    assert set(facets(change)) == {"claimant: Arvenian army → Arvenian forces"}
    assert all(figure.silent for figure in change.figures)
    assert "changed actor arvenian-army: name" in happened(change)


# -- questions, revisions -------------------------------------------------------------------------


def test_a_later_answer_is_a_revision_and_no_changed_figure(edited: Edited) -> None:
    """The sample's own later claim, taken away from the old state."""
    old = check_content(SAMPLE).corpus
    path = edited.folder / LATEST
    later = path.read_text("utf-8")
    path.unlink()
    new, before = old, check_content(edited.content).corpus
    (change,) = compare(before, new).briefings

    assert "revises:" in later
    assert change.figures[0].old is None
    assert [str(r.new.answer.claim.id) for r in change.revisions] == ["2031-03-09-arvenian-army"]
    assert "new claim 2031-03-09-arvenian-army" in happened(change)
    assert f"{BRIEFING}/claims/2031-03-09-arvenian-army/" in change.pages_new


def test_a_denial_taken_back_changes_the_state_of_its_question(edited: Edited) -> None:
    denied = [q for q in arrange(edited.corpus().dossiers[0]).questions if q.state == "denied"]
    (reply, *_) = [r for q in denied for a in q.answers for r in a.replies]
    edited.replace(f"claims/{reply.claim.id}.yml", f"kind: {reply.response.kind}", "kind: no-comment", 1)
    states = [(q.old and q.old.state, q.new and q.new.state) for q in edited.change().questions]

    assert ("denied", "one-voice") in states or ("denied", "agreed") in states


# -- records ----------------------------------------------------------------------------------------


def test_wording_is_a_class_of_its_own(edited: Edited) -> None:
    edited.replace("events/2031-03-05-river-clash.yml", "title: ", "title: The ")
    (record,) = edited.change().records

    assert record.sorted("wording") == record.edits
    assert not edited.change().figures


def test_an_event_that_moves_says_from_where_to_where(edited: Edited) -> None:
    event = edited.corpus().dossiers[0].events["2031-03-05-river-clash"]
    edited.replace(
        "events/2031-03-05-river-clash.yml", f"place_precision: {event.place_precision}", "place_precision: area"
    )
    (record,) = edited.change().records

    assert [(e.field, e.old, e.new) for e in record.sorted("moved")] == [
        ("place_precision", event.place_precision, "area")
    ]


def test_withdrawn_and_restored(edited: Edited) -> None:
    old = check_content(SAMPLE).corpus
    path = edited.folder / "claims/2031-03-15-arvenian-government-riot.yml"
    text = path.read_text("utf-8")
    path.write_text(text.partition("withdrawn:")[0], "utf-8")
    new = edited.corpus()
    (restored,), (withdrawn,) = compare(old, new).briefings, compare(new, old).briefings

    assert "restored claim 2031-03-15-arvenian-government-riot" in happened(restored)
    assert "withdrawn claim 2031-03-15-arvenian-government-riot" in happened(withdrawn)


def test_a_quote_a_printing_and_an_archived_copy(edited: Edited) -> None:
    claim = edited.corpus().dossiers[0].claims["2031-03-09-arvenian-army"]
    quote = claim.figures[0].reports[0].quote
    edited.replace(LATEST, quote[-20:], quote[-20:].upper())
    source = next(s for s in edited.corpus().dossiers[0].sources.values() if not s.archive)
    with (edited.folder / f"sources/{source.id}.yml").open("a", encoding="utf-8") as file:
        file.write("archive: https://archive.example/1\n")
    reports, archive = edited.change().records

    assert [edit.steps[-1] for edit in reports.sorted("report")] == ["quote"]
    assert [edit.field for edit in archive.sorted("archive")] == ["archive"]


# -- renames ----------------------------------------------------------------------------------------


RENAMES: list[tuple[str, str, str]] = [
    ("claims", "2031-03-06-arvenian-army", "2031-03-06-army"),
    ("events", "2031-03-05-river-clash", "2031-03-05-clash"),
    ("sources", "sorn-times-2031-03-06", "sorn-times-first"),
]


@pytest.mark.parametrize(("kind", "old", "new"), RENAMES)
def test_a_record_renamed_with_all_references_is_one_entry(edited: Edited, kind: str, old: str, new: str) -> None:
    (edited.folder / kind / f"{old}.yml").rename(edited.folder / kind / f"{new}.yml")
    edited.everywhere(old, new)
    change = edited.change()

    assert happened(change) == [f"renamed {kind[:-1]} {new}"]
    assert [record.was_id for record in change.records] == [old]
    assert (change.figures, change.questions, change.pages_new, change.pages_gone) == ((), (), (), ())


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [("actor", "arvenian-army", "army-of-arvenia"), ("place", "sorn-bridge", "old-bridge")],
)
def test_so_is_one_that_stands_in_a_list(edited: Edited, kind: str, old: str, new: str) -> None:
    for path in edited.content.rglob("*.yml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(rf"(?<=[ :]){old}(?=$|[|\]])", new, text, flags=re.MULTILINE), "utf-8")

    assert happened(edited.change()) == [f"renamed {kind} {new}"]


def test_a_group_renamed_takes_the_keys_of_its_figures_with_it(edited: Edited) -> None:
    group = edited.corpus().dossiers[0].briefing.groups[0].id
    edited.everywhere(group, f"{group}-all")
    change = edited.change()

    assert happened(change) == [f"renamed group {group}-all"]
    assert change.figures == ()


def test_several_records_that_point_at_each_other_are_renamed_together(edited: Edited) -> None:
    for kind, old, new in RENAMES:
        (edited.folder / kind / f"{old}.yml").rename(edited.folder / kind / f"{new}.yml")
        edited.everywhere(old, new)

    assert sorted(happened(edited.change())) == sorted(f"renamed {kind[:-1]} {new}" for kind, _, new in RENAMES)


def test_a_folder_renamed_is_the_same_briefing(edited: Edited) -> None:
    edited.folder.rename(edited.content / "arvenia-2031")
    (change,) = edited.compared().briefings

    assert happened(change) == ["renamed briefing arvenia-2031"]


def test_renamed_and_changed_is_another_record(edited: Edited) -> None:
    kind, old, new = RENAMES[0]
    (edited.folder / kind / f"{old}.yml").rename(edited.folder / kind / f"{new}.yml")
    edited.everywhere(old, new)
    with (edited.folder / kind / f"{new}.yml").open("a", encoding="utf-8") as file:
        file.write("note: Something more.\n")
    found = happened(edited.change())

    assert {f"gone claim {old}", f"new claim {new}"} <= set(found)


# -- what cannot be compared ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [(LATEST, "outcome: killed", "outcome: kiled"), (LATEST, "claimant: ", "claimant: nobody-and-")],
)
def test_a_record_with_a_mistake_is_passed_over_and_named(edited: Edited, name: str, old: str, new: str) -> None:
    edited.replace(name, old, new)
    (change,) = compare(check_content(SAMPLE).corpus, check_content(edited.content).corpus).briefings

    assert not change
    assert change.skipped == ("2031-03-09-arvenian-army",)


def test_an_event_with_a_mistake_takes_only_its_own_claims_with_it(edited: Edited) -> None:
    edited.replace("events/2031-03-12-exchange.yml", "type: ", "type: no-")
    (change,) = compare(check_content(SAMPLE).corpus, check_content(edited.content).corpus).briefings

    assert not change
    assert "2031-03-12-exchange" in change.skipped
    assert "2031-03-06-arvenian-army" not in change.skipped


def test_a_new_briefing_and_one_that_is_gone(edited: Edited) -> None:
    shutil.rmtree(edited.content / "corvo-delmar-2030")
    (gone,) = edited.compared().briefings
    (new,) = compare(edited.corpus(), check_content(SAMPLE).corpus).briefings

    assert (gone.how, new.how) == ("gone", "new")
    assert gone.pages_gone == new.pages_new
    assert len(new.figures) == sum(figure.old is None for figure in new.figures) > 0


def test_pages_are_those_of_the_plan() -> None:
    """So that a page which vanishes is noticed: the addresses are derived here without rendering anything."""
    briefings = tuple(arrange(dossier) for dossier in check_content(SAMPLE).corpus.dossiers)
    words = Phrases(read_words(TEMPLATES / "words" / "en.yml"))
    sizes = sizes_of({f"{b.dossier.id}/edition/{b.dossier.id}.html": "" for b in briefings})
    planned = {page.address for page in Plan(briefings, words, {}, sizes).pages() if page.briefing}
    found = {page for b in briefings for page in pages_of(b.dossier, b.questions)}

    assert found - set(sizes) == planned
