"""Rule 8 across time: nothing that was published changes or disappears without an entry that says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.history.entries import NOTHING, Told, lost_entries, new_entries
from generator.history.pairs import Briefings, lost, pair_briefings
from generator.history.published import Published, find_published
from generator.model.corpus import Corpus, Dossier
from generator.model.records import FileRecord, Record
from generator.problems import Place, Problem

_TO_REVISE = "; what the claimant changed is a new claim with 'revises' instead"


def check_silent_edits(old: Corpus, new: Corpus) -> Iterator[Problem]:
    """Every change of published figures, and every loss, that the records of the new state do not tell.

    Records with mistakes of their own, in either state, are passed over: the other rules report those.
    """
    for briefings in pair_briefings(old, new):
        if briefings.new is None:
            at = Place(f"content/{briefings.id}/briefing.yml")
            hint = "restore the folder: what was published stays at its address"
            yield Problem("record-gone", at, f"the briefing '{briefings.id}' was published and is gone", hint)
        elif briefings.old is not None:
            yield from _Silence(briefings, briefings.old, briefings.new).check()


@dataclass(frozen=True)
class _Silence:
    """One briefing in both states."""

    briefings: Briefings
    old: Dossier
    """Under the ids of today."""
    new: Dossier

    def check(self) -> Iterator[Problem]:
        yield from self.check_renamed()
        yield from self.check_gone()
        yield from (_published(change) for change in find_published(self.old, self.new) if not change.is_entered)
        for before, after in self.briefings.records():
            yield from _check_corrections(before, after)
            yield from _check_withdrawal(before, after)

    def check_renamed(self) -> Iterator[Problem]:
        for kind, was, now, at in self.briefings.renamed():
            told = Told((kind,), was, now)
            if not self.briefings.tells(told):
                message = f"the {kind} '{was}' is now called '{now}', so that its address is gone"
                add = f"or add to 'corrections' in briefing.yml: {told.entry}"
                hint = f"ids never change, so name it '{was}' again; {add}"
                yield Problem("record-renamed", at, message, hint)

    def check_gone(self) -> Iterator[Problem]:
        for kind, record in self.briefings.gone():
            told = lost(kind, record)
            if not self.briefings.tells(told):
                withdrawal = "restore the file and add: withdrawn: {date: YYYY-MM-DD, why: …}"
                restored = withdrawal if isinstance(record, FileRecord) else "put it back"
                hint = f"{restored}; or add to 'corrections' in briefing.yml: {told.entry}"
                message = f"the {kind} '{told.old}' was published and is gone"
                yield Problem("record-gone", _list_of(record), message, hint)


def _list_of(record: Record) -> Place:
    """The file; of a file with many records the list that lacks it."""
    return Place(record.at.file, record.at.field[:1])


def _published(change: Published) -> Problem:
    name, was, now = change.told.fields[0], change.told.old, change.told.new
    add = f"add to 'corrections' of this record: {change.told.entry}"
    if change.how == "gone":
        message = f"the published figure '{change.about}' was '{was}' and is gone"
        hint = f"put it back and add to it: status: {{state: error, date: YYYY-MM-DD, why: …}}; or {add}"
        return Problem("figure-gone", change.at, message, hint)
    message = f"the published {name} was '{was}' and is now '{now}'"
    if change.how == "taken back":
        return Problem("history-removed", change.at, f"{message}: an entry was removed", f"put it back, or {add}")
    return Problem("silent-change", change.at, message, add + (_TO_REVISE if name.startswith("value of") else ""))


def _check_corrections(old: Record, new: Record) -> Iterator[Problem]:
    for entry in lost_entries(old, new):
        message = f"the published correction of {entry.date.written} of '{entry.field}' is gone or says something else"
        hint = f"put it back: {Told.by(entry).entry_of(entry.date.written, entry.why)}"
        yield Problem("history-removed", new.at / "corrections", message, hint)


def _check_withdrawal(old: Record, new: Record) -> Iterator[Problem]:
    if not (isinstance(old, FileRecord) and isinstance(new, FileRecord)) or not old.withdrawn:
        return
    was, now = old.withdrawn.state, new.withdrawn.state if new.withdrawn else NOTHING
    told = Told(("withdrawn",), was, now)
    if was == now or told.is_in(new_entries(old, new)):
        return
    add = f"add to 'corrections' of this record: {told.entry}"
    if new.withdrawn:
        message = f"the record was published as '{was}' and is now '{now}'"
        yield Problem("silent-change", new.at / "withdrawn" / "state", message, add)
    else:
        message = f"the withdrawal of {old.withdrawn.date.written} is gone, so that the record counts again"
        yield Problem("history-removed", new.at, message, f"put it back, or {add}")
