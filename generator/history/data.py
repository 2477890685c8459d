"""A comparison as JSON, for programs. The shape is documented in CONTRIBUTING.md and only ever grows."""

from __future__ import annotations

import json
from typing import Any

from generator.history.comparison import (
    BriefingChange,
    Comparison,
    FigureChange,
    QuestionChange,
    RecordChange,
    Revision,
    Said,
    sort_of,
)
from generator.history.edits import written
from generator.history.entries import Told
from generator.history.report import Heading
from generator.model.values import Value
from generator.pages.addresses import address
from generator.pages.phrases import Phrases

VERSION = 1
Tree = dict[str, Any]


def print_json(heading: Heading, comparison: Comparison, phrases: Phrases) -> str:
    """Everything that is different. A figure is never a bare number: each carries its qualifier and its owner."""
    tree = {
        "version": VERSION,
        "base": heading.base,
        "now": heading.new,
        "notes": list(heading.notes),
        "mistakes": {state: [str(problem) for problem in problems] for state, problems in heading.mistakes},
        "same": not comparison,
        "briefings": [_briefing(change, phrases) for change in comparison.briefings],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _briefing(change: BriefingChange, phrases: Phrases) -> Tree:
    return {
        "id": change.id,
        "change": change.how,
        "figures": [_figure_change(figure, phrases) for figure in change.figures],
        "revisions": [_revision(revision, phrases) for revision in change.revisions],
        "questions": [_question(question, phrases) for question in change.questions],
        "records": [_record(record) for record in change.records],
        "pages": {"new": list(change.pages_new), "gone": list(change.pages_gone)},
        "not_compared": list(change.skipped),
    }


def _figure_change(change: FigureChange, phrases: Phrases) -> Tree:
    how = "changed" if change.old and change.new else "new" if change.new else "gone"
    return {
        "change": how,
        "silent": change.silent,
        "fields": [{"field": facet.field, "was": facet.old, "now": facet.new} for facet in change.facets],
        "was": change.old and _said(change.old, phrases),
        "now": change.new and _said(change.new, phrases),
    }


def _said(said: Said, phrases: Phrases) -> Tree:
    """A figure with everything that it is printed with."""
    claim, value = said.answer.claim, said.answer.figure.value
    return {
        "ref": said.ref,
        "figure": phrases.counted(said.answer.figure, said.dossier),
        "claimant_id": claim.claimant,
        "kind": value.kind,
        "numbers": _numbers(value),
        "standing": said.answer.standing,
        "address": address(said.question),
        **said.printed_with(),
    }


def _numbers(value: Value) -> Tree:
    return {"low": value.low, "high": value.high, "word": value.word}


def _revision(change: Revision, phrases: Phrases) -> Tree:
    return {"was": _said(change.old, phrases), "now": _said(change.new, phrases)}


def _question(change: QuestionChange, phrases: Phrases) -> Tree:
    return {
        "question": phrases.question(change.question),
        "address": address(change.question),
        "was": change.old and change.old.state,
        "now": change.new and change.new.state,
    }


def _record(change: RecordChange) -> Tree:
    return {
        "change": change.how,
        "kind": change.kind,
        "id": change.id,
        "was_id": change.was_id or None,
        "file": change.file,
        "address": change.address,
        "fields": [
            {
                "field": edit.field,
                "class": sort_of(change.kind, edit),
                "was": None if edit.old is None else written(edit.old),
                "now": None if edit.new is None else written(edit.new),
            }
            for edit in change.edits
        ],
        "corrections": [
            {"date": entry.date.written, "field": entry.field, "was": told.old, "now": told.new, "why": entry.why}
            for entry, told in ((entry, Told.by(entry)) for entry in change.corrections)
        ],
    }
