"""Random edits of a fictional briefing: a change passes exactly when there is an entry, and none goes unmentioned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.history.compare import compare
from generator.history.silent import check_silent_edits
from generator.model.corpus import Corpus
from tests import builders

VALUES = ("58", "at least 58", "more than 200", "about 20", "60 to 70", "dozens", "1,203")
GROUPS = ("red-soldiers", "blue-soldiers", "civilians")
CLAIMANTS = ("red-army", "blue-army", "monitor")

Told = bool | None
"""With its entry, without one, or with one that tells something else."""


@dataclass
class Figure:
    value: str
    now: str | None
    told: Told
    status: bool = False

    @property
    def is_silent(self) -> bool:
        return self.now != self.value and self.told is not True


@dataclass
class Claim:
    figures: dict[str, Figure]
    said: str = "2031-03-06"
    said_told: Told = True
    note: str = ""
    gone: Told = False
    """True: gone and told; None: gone without an entry; False: still there."""

    @property
    def is_silent(self) -> bool:
        if self.gone is not False:
            return self.gone is None
        return any(f.is_silent for f in self.figures.values()) or (
            self.said != "2031-03-06" and self.said_told is not True
        )


@dataclass
class Edits:
    claims: dict[str, Claim]
    summary: str = "Both armies exchanged fire."
    silent: bool = field(init=False)

    def __post_init__(self) -> None:
        self.silent = any(claim.is_silent for claim in self.claims.values())

    def before(self) -> Corpus:
        claims = [claim(name, {k: (f.value, False) for k, f in c.figures.items()}) for name, c in self.claims.items()]
        return Corpus((builders.dossier(*claims),))

    def after(self) -> Corpus:
        claims = []
        for name, c in self.claims.items():
            kept = {k: (f.now, f.status) for k, f in c.figures.items() if f.now}
            if c.gone is False:
                claims.append(claim(name, kept, said=c.said, note=c.note or None, corrections=corrections(c)))
        gone = [entry("claim", f"2031-03-06-{name}", "none") for name, c in self.claims.items() if c.gone]
        return Corpus((builders.dossier(builders.event(summary=self.summary), *claims, corrections=gone),))


def claim(
    claimant: str, figures: Mapping[str, tuple[str | None, bool]], said: str = "2031-03-06", **fields: Any
) -> Any:
    status = {"state": "error", "date": "2031-03-20", "why": "Misread."}
    made = [
        builders.figure(value or "", of=group, **({"status": status} if is_off else {}))
        for group, (value, is_off) in figures.items()
    ]
    given = {name: value for name, value in fields.items() if value}
    return builders.claim(
        claimant, *made, said=said, id=f"2031-03-06-{claimant}", statements=[builders.says("fire was heard")], **given
    )


def entry(field: str, was: str, now: str) -> dict[str, str]:
    return {"date": "2031-03-20", "field": field, "was": was, "now": now, "why": "Misread."}


def corrections(c: Claim) -> list[dict[str, str]]:
    """An entry for what is told; for what is told wrongly, entries that come close."""
    found = []
    for group, f in c.figures.items():
        name, now = f"value of {group}-killed", f.now or "none"
        if f.now != f.value and f.told is True:
            found.append(entry(name, f.value, now))
        elif f.now != f.value and f.told is None:
            found += [
                entry(name, now, f.value),
                entry(f"note of {group}-killed", f.value, now),
                entry("value", f.value, now),
            ]
    if c.said != "2031-03-06" and c.said_told is not False:
        found.append(entry("said" if c.said_told else "as_of", "2031-03-06", c.said))
    return found


told = st.sampled_from([True, True, False, None])
figures = st.builds(
    lambda value, changes, now, told, status: Figure(value, now if changes else value, told, status),
    st.sampled_from(VALUES),
    st.integers(0, 3).map(lambda n: n == 0),
    st.sampled_from([*VALUES, None]),
    told,
    st.booleans(),
)
claims = st.builds(
    Claim,
    st.dictionaries(st.sampled_from(GROUPS), figures, min_size=1),
    st.sampled_from(["2031-03-06", "2031-03-06", "2031-03-07", "2031-03"]),
    told,
    st.sampled_from(["", "A note."]),
    st.sampled_from([False, False, False, True, None]),
)
edits = st.builds(
    Edits,
    st.dictionaries(st.sampled_from(CLAIMANTS), claims, min_size=1),
    st.sampled_from(["Both armies exchanged fire.", "Fire was exchanged."]),
)


@settings(max_examples=150, deadline=None)
@given(edits)
def test_a_change_passes_exactly_when_there_is_an_entry(edit: Edits) -> None:
    problems = list(check_silent_edits(edit.before(), edit.after()))

    assert edit.silent == bool(problems), [str(problem) for problem in problems]


@settings(max_examples=150, deadline=None)
@given(edits)
def test_every_figure_that_is_printed_otherwise_is_mentioned(edit: Edits) -> None:
    comparison = compare(edit.before(), edit.after())
    mentioned = {c.old.ref for b in comparison.briefings for c in b.figures if c.old}
    otherwise = {
        f"2031-03-06-{name}#{group}-killed"
        for name, c in edit.claims.items()
        for group, f in c.figures.items()
        if f.now != f.value or f.status or c.gone is not False or c.said != "2031-03-06"
    }

    assert otherwise == mentioned


@settings(max_examples=50, deadline=None)
@given(edits)
def test_equal_states_differ_in_nothing_and_no_change_is_none_the_other_way_round(edit: Edits) -> None:
    assert not compare(edit.before(), edit.before())
    assert not list(check_silent_edits(edit.after(), edit.after()))
    assert bool(compare(edit.before(), edit.after())) == bool(compare(edit.after(), edit.before()))
