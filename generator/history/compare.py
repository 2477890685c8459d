"""From two states of the content to what is different between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.arranging.questions import Question, arrange_questions
from generator.arranging.timeline import SPLIT_AT, month_of
from generator.history.comparison import (
    BriefingChange,
    Comparison,
    Facet,
    FigureChange,
    QuestionChange,
    RecordChange,
    Revision,
    Said,
    sort_of,
)
from generator.history.edits import Edit, find_edits
from generator.history.entries import new_entries
from generator.history.pairing import pair
from generator.history.pairs import Briefings, id_of, kind_of, pair_briefings
from generator.history.published import find_published
from generator.history.renames import DECLARED, members
from generator.model.claims import Claim, Figure
from generator.model.corpus import Corpus, Dossier
from generator.model.records import FigureRef, FileRecord, Record
from generator.pages.addresses import address, edition_uri, page_address
from generator.pages.site import section_uris

Figures = dict[FigureRef, Said]


def compare(old: Corpus, new: Corpus) -> Comparison:
    """Compare by meaning: layout, comments, the order of fields and other ids for the same records are nothing."""
    found = (_Compared(briefings).change() for briefings in pair_briefings(old, new))
    return Comparison(tuple(change for change in found if change or change.skipped))


class _Compared:
    """One briefing in both states."""

    def __init__(self, briefings: Briefings) -> None:
        self.briefings = briefings
        self.before, self.after = (
            arrange_questions(dossier) if dossier else () for dossier in (briefings.old, briefings.new)
        )
        self.old, self.new = _said(self.before, briefings.old), _said(self.after, briefings.new)

    def change(self) -> BriefingChange:
        old, new = self.briefings.old, self.briefings.new
        how: Literal["new", "gone", "changed"] = "changed" if old and new else "new" if new else "gone"
        pages, now = (
            set(pages_of(one, asked)) if one else set() for one, asked in ((old, self.before), (new, self.after))
        )
        figures = tuple(self.figures())
        return BriefingChange(
            id=self.briefings.id,
            how=how,
            figures=figures,
            revisions=tuple(self.revisions()),
            questions=tuple(self.questions()),
            records=tuple(self.records({f.old.answer.claim.id for f in figures if f.old and f.new})),
            pages_new=tuple(sorted(now - pages)),
            pages_gone=tuple(sorted(pages - now)),
            skipped=self.briefings.skipped,
        )

    def figures(self) -> Iterator[FigureChange]:
        """Changed figures in the order of the old state's questions, then new ones."""
        silent, pairs = self.silent(), dict(self.pairs())
        for ref, was in self.old.items():
            now = self.new.get(pairs.get(ref, ref))
            facets = _facets(was, now) if now else ()
            if facets or now is None:
                about = {str(ref), ref.claim, *(str((now or was).answer.ref),), *_printed_with(was)}
                yield FigureChange(was, now, facets, bool(about & silent))
        known = {*pairs.values(), *self.old}
        yield from (FigureChange(None, now, (), False) for ref, now in self.new.items() if ref not in known)

    def pairs(self) -> Iterator[tuple[FigureRef, FigureRef]]:
        """Figures that have another key now, because their group, outcome or scope changed."""
        for before, after in self.briefings.records():
            if isinstance(before, Claim) and isinstance(after, Claim):
                kept = pair(before.figures, after.figures).kept
                yield from ((FigureRef(before.id, o.key), FigureRef(after.id, n.key)) for o, n, _ in kept)

    def silent(self) -> set[str]:
        """Figures, claims and what they stand with, about which something changed that no entry tells."""
        old, new = self.briefings.old, self.briefings.new
        if not old or not new:
            return set()
        lost = {id for kind, id in self.briefings.lost_silently() if kind == "claim"}
        return lost | {change.about for change in find_published(old, new) if not change.is_entered}

    def revisions(self) -> Iterator[Revision]:
        for ref, was in self.old.items():
            now = self.new.get(ref)
            if was.answer.standing == "current" and now and now.answer.standing == "superseded":
                assert now.answer.replaced_by is not None
                yield Revision(now, self.new[now.answer.replaced_by])

    def questions(self) -> Iterator[QuestionChange]:
        before, after = ({address(q): q for q in asked} for asked in (self.before, self.after))
        for where in dict.fromkeys([*before, *after]):
            was, now = before.get(where), after.get(where)
            if (was and was.state) != (now and now.state):
                yield QuestionChange(was, now)

    def records(self, told: set[str]) -> Iterator[RecordChange]:
        """What happened to records; `told` are claims whose figures are listed as changed."""
        yield from self.renamed()
        for how, found in (("gone", self.briefings.gone()), ("new", self.briefings.come())):
            for kind, record in found:
                yield RecordChange("gone" if how == "gone" else "new", kind, id_of(record), record)
        for before, after in self.briefings.records():
            yield from _changed(before, after, is_told=id_of(after) in told)

    def renamed(self) -> Iterator[RecordChange]:
        new = self.briefings.new
        for kind, was, now, _ in self.briefings.renamed():
            assert new is not None
            kinds = f"{kind}s"
            record = new.briefing if kind == "briefing" or kinds in DECLARED else members(new, kinds)[now]
            yield RecordChange("renamed", kind, now, record, was_id=was)


def _said(questions: tuple[Question, ...], dossier: Dossier | None) -> Figures:
    return {a.ref: Said(a, q, dossier) for q in questions for a in q.everything} if dossier else {}


def _facets(was: Said, now: Said) -> tuple[Facet, ...]:
    before, after = was.printed_with(), now.printed_with()
    return tuple(Facet(name, text, after[name]) for name, text in before.items() if text != after[name])


def _printed_with(said: Said) -> set[str]:
    """What else the figure stands with, as `find_published` names it."""
    claimant, group = said.answer.claimant, said.question.group
    found = {f"actors {claimant.id}", f"groups {group.id}", f"sides {group.side}", f"sides {claimant.side}"}
    found |= {f"events {said.question.window.id}"}
    return found | ({f"scopes {said.question.scope.id}"} if said.question.scope else set())


def _changed(before: Record, after: Record, *, is_told: bool) -> Iterator[RecordChange]:
    kind, id = kind_of(after), id_of(after)
    was, now = (isinstance(record, FileRecord) and record.withdrawn is not None for record in (before, after))
    if was != now:
        yield RecordChange("withdrawn" if now else "restored", kind, id, after)
    entries = tuple(new_entries(before, after))
    if entries:
        yield RecordChange("corrected", kind, id, after, corrections=entries)
    edits = tuple(edit for edit in find_edits(before, after) if not _is_listed(kind, edit, is_told=is_told))
    if edits:
        yield RecordChange("changed", kind, id, after, edits=edits)


def _is_listed(kind: str, edit: Edit, *, is_told: bool) -> bool:
    """Whether the list of figures tells of it already: a whole figure always does, its fields where it changed."""
    return sort_of(kind, edit) == "figure" and (is_told or isinstance(edit.new or edit.old, Figure))


def pages_of(dossier: Dossier, questions: tuple[Question, ...]) -> Iterator[str]:
    """The addresses of a briefing's pages."""
    yield from map(page_address, section_uris(dossier.id).values())
    yield edition_uri(dossier.id)
    yield from (address(question.window) for question in questions)
    yield from map(address, (*dossier.events.values(), *dossier.claims.values()))
    if len(dossier.events) > SPLIT_AT:
        yield from (f"{dossier.id}/timeline/{month_of(event.when)}/" for event in dossier.events.values())
