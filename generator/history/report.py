"""A comparison as sections of lines: what readers would notice first, then everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.history.comparison import BriefingChange, Comparison, How, RecordChange, Sort
from generator.history.lines import Lines
from generator.model.corpus import Corpus, Dossier
from generator.pages.phrases import Phrases
from generator.problems import Problem
from generator.reading.words import read_words

NO_CHANGE = "no change in meaning"
SIGNALS = 12
"""So many lines of a section that matters most are shown at once."""
SAMPLES = 3
"""So many of any other."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What was compared, and what must be known to read the result rightly."""

    base: str
    new: str
    notes: tuple[str, ...] = ()
    mistakes: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    """By the name of the state, what is wrong with its content."""


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one kind in one briefing, each on a line."""

    title: str
    lines: tuple[str, ...]
    is_signal: bool

    @property
    def samples(self) -> tuple[str, ...]:
        """The lines that are shown at once."""
        return self.lines[: SIGNALS if self.is_signal else SAMPLES]

    @property
    def is_cut(self) -> bool:
        return len(self.samples) < len(self.lines)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One briefing's sections, the signal first."""

    title: str
    sections: tuple[Section, ...]


def read_phrases(templates: Path) -> Phrases:
    """The words in which readers see figures."""
    return Phrases(read_words(templates / "words" / "en.yml"))


def chapters(comparison: Comparison, old: Corpus, new: Corpus, phrases: Phrases) -> tuple[Chapter, ...]:
    """Every briefing in which something is different."""
    before, after = ({dossier.id: dossier for dossier in corpus.dossiers} for corpus in (old, new))
    return tuple(
        _Told(change, before.get(change.id), after.get(change.id), Lines(phrases)).chapter()
        for change in comparison.briefings
    )


class _Told:
    """Tells the changes of one briefing."""

    def __init__(self, change: BriefingChange, old: Dossier | None, new: Dossier | None, lines: Lines) -> None:
        self.change = change
        self.dossiers = {"gone": old or new}
        self.new = new or old
        self.lines = lines

    def chapter(self) -> Chapter:
        note = {"new": ", a new briefing", "gone": ", a briefing that is gone", "changed": ""}[self.change.how]
        sections = (*self.signal(), *self.bulk())
        return Chapter(f"{self.change.id}{note}", tuple(section for section in sections if section.lines))

    def signal(self) -> Iterator[Section]:
        """What changes for who has read, cited or linked the pages before."""
        figures, questions = self.change.figures, self.change.questions
        yield _signal("published figures that change", (self.lines.figure(f) for f in figures if f.old and f.new))
        yield _signal("published figures that are gone", (self.lines.figure(f) for f in figures if f.old and not f.new))
        yield _signal("questions whose state changes", (self.lines.question(q) for q in questions if q.old and q.new))
        yield _signal("questions without answers now", (self.lines.question(q) for q in questions if not q.new))
        yield _signal("answers that claimants revise", map(self.lines.revision, self.change.revisions))
        yield _signal("our corrections", self.corrections())
        yield _signal("withdrawn", self.records("withdrawn"))
        yield _signal("restored", self.records("restored"))
        yield _signal("records that are gone", self.records("gone"))
        yield _signal("renamed: the address changes", self.records("renamed"))
        yield _signal("pages that vanish", self.change.pages_gone)
        yield _signal("events moved in time or place", self.edits("moved"))

    def bulk(self) -> Iterator[Section]:
        """What is added, and what is worded otherwise."""
        new = {change.id for change in self.change.records if (change.how, change.kind) == ("new", "claim")}
        added = (f for f in self.change.figures if f.new and not f.old and f.new.answer.claim.id not in new)
        yield _bulk("new figures in claims that were there", map(self.lines.figure, added))
        for kind in ("claim", "event", "source", "actor", "place", "background"):
            yield _bulk(f"new: {kind}", self.records("new", kind))
        yield _bulk("questions newly answered", (self.lines.question(q) for q in self.change.questions if not q.old))
        yield _bulk("statements and answers to others", self.edits("said"))
        yield _bulk("reports: sources, quotes and printings", self.edits("report"))
        yield _bulk("other fields", self.edits("detail", "figure"))
        yield _bulk("archived copies added", self.edits("archive"))
        yield _bulk("pages that appear", self.change.pages_new)
        yield _bulk("wording only: titles, notes, glosses, archive links", self.edits("wording"))
        yield _bulk("not compared, because of mistakes in them", self.change.skipped)

    def records(self, how: How, kind: str = "") -> Iterator[str]:
        for change in self.change.records:
            if change.how == how and kind in ("", change.kind):
                yield self.lines.record(change, self.dossier(change))

    def corrections(self) -> Iterator[str]:
        for change in self.change.records:
            yield from self.lines.corrections(change, self.new)

    def edits(self, *sorts: Sort) -> Iterator[str]:
        for change in self.change.records:
            yield from (self.lines.edit(change, edit, self.new) for edit in change.sorted(*sorts))

    def dossier(self, change: RecordChange) -> Dossier | None:
        """The state in which the record stands."""
        return self.dossiers.get(change.how, self.new)


def _signal(title: str, lines: Iterable[str]) -> Section:
    return Section(title, tuple(lines), is_signal=True)


def _bulk(title: str, lines: Iterable[str]) -> Section:
    return Section(title, tuple(lines), is_signal=False)
