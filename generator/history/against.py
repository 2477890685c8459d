"""The content held against an earlier state of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.history.silent import check_silent_edits
from generator.history.states import open_state
from generator.model.corpus import Corpus
from generator.problems import Problem, in_order
from generator.reading.folders import locate, read_content


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was changed silently since an earlier state."""

    base: str
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    unreadable: tuple[Problem, ...] = ()
    """Mistakes of the earlier state for which a whole briefing could not be compared."""


def find_silent_edits(base: str, content: Path, corpus: Corpus) -> Verdict:
    """Hold what was read from `content` against a ref or a folder; raises StateError when that cannot be had."""
    with open_state(base, content) as state:
        reading = read_content(state.content)
        wrong = locate(reading.problems, state.content)
        if missing_briefings(state.content, reading.corpus):
            return Verdict(state.name, (), state.notes, tuple(wrong))
    problems = in_order(locate(list(check_silent_edits(reading.corpus, corpus)), content))
    return Verdict(state.name, tuple(problems), (*state.notes, *_not_compared(state.name, wrong)))


def missing_briefings(content: Path, corpus: Corpus) -> list[str]:
    """Folders with a briefing.yml that could not be read."""
    read = {dossier.id for dossier in corpus.dossiers}
    return sorted(path.parent.name for path in content.glob("*/briefing.yml") if path.parent.name not in read)


def _not_compared(base: str, wrong: list[Problem]) -> list[str]:
    files = sorted({problem.at.file for problem in wrong})
    return [f"not compared, because of mistakes at {base}: {', '.join(files)}"] if files else []
