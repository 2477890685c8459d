"""What the check would say if new files stood in a briefing: everything is tried before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TypeVar

from pydantic import BaseModel

from generator.editing.kinds import find_kind
from generator.model.briefing import Actor, Actors, Background, Briefing, Places
from generator.model.briefing import Place as PlaceRecord
from generator.model.claims import Claim
from generator.model.corpus import Dossier
from generator.model.events import Event, Source
from generator.model.records import Record
from generator.problems import Place, Problem, in_order
from generator.reading.records import read_record
from generator.reading.strict_yaml import Document, read_document
from generator.rules.catalogue import check_dossier

Entry = TypeVar("Entry", Actor, PlaceRecord)
Known = TypeVar("Known")


@dataclass
class _Trial:
    """Files that are read as if they stood in the folder."""

    folder: str
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, file: str, text: str) -> BaseModel | None:
        """The record or records of a file; what is wrong with it is kept."""
        place = Place(f"{self.folder}/{file}")
        document = read_document(place.file, text.encode("utf-8", "surrogatepass"), with_marks=True)
        self.documents[place.file] = document
        self.problems += document.problems
        if document.tree is None:
            return None
        kind = find_kind(PurePath(file))
        assert kind
        record, problems = read_record(kind.model, document.tree, place)
        self.problems += [problem for problem in problems if problem.at.field not in document.spoilt]
        if isinstance(record, Record):
            record.placed(place)
        return record

    def located(self, problem: Problem) -> Problem:
        """With line and column, where it lies in one of the files."""
        document = self.documents.get(problem.at.file)
        if problem.line or document is None:
            return problem
        for length in range(len(problem.at.field), -1, -1):
            mark = document.marks.get(problem.at.field[:length])
            if mark:
                line, column = mark.key if problem.at.on_key else mark.value
                return replace(problem, line=line, column=column)
        return problem


def find_new_problems(dossier: Dossier | None, briefing: str, files: Mapping[str, str]) -> list[Problem]:
    """Every problem that these files would bring, located, in order; `dossier` is the briefing as it is.

    `files` holds the texts by path in the briefing's folder; one that exists is replaced.
    """
    trial = _Trial(f"content/{briefing}")
    records = {file: record for file, text in files.items() if (record := trial.read(file, text))}
    own = records.get("briefing.yml")
    before = dossier or (Dossier(briefing, own) if isinstance(own, Briefing) else None)
    found = list(trial.problems)
    if before and len(records) == len(files):
        known = set(check_dossier(dossier)) if dossier else set()
        found += [problem for problem in check_dossier(with_records(before, records)) if problem not in known]
    return in_order(map(trial.located, found))


def with_records(dossier: Dossier, records: Mapping[str, BaseModel]) -> Dossier:
    """The briefing with these records, by path in its folder, added or in the place of old ones."""
    for file, record in records.items():
        match record:
            case Briefing():
                dossier = replace(dossier, briefing=record)
            case Background():
                dossier = replace(dossier, background=record)
            case Actors():
                dossier = replace(dossier, actors=dict(_placed(record.actors, dossier, file)))
            case Places():
                dossier = replace(dossier, places=dict(_placed(record.places, dossier, file)))
            case Event():
                dossier = replace(dossier, events=_sorted({**dossier.events, record.id: record}))
            case Claim():
                dossier = replace(dossier, claims=_sorted({**dossier.claims, record.id: record}))
            case Source():
                dossier = replace(dossier, sources=_sorted({**dossier.sources, record.id: record}))
    return dossier


def _placed(entries: Iterable[Entry], dossier: Dossier, file: str) -> Iterator[tuple[str, Entry]]:
    """The entries of a file by id, each told where it stands."""
    at = Place(f"content/{dossier.id}/{file}")
    for index, entry in enumerate(entries):
        entry.placed(at / file.removesuffix(".yml") / index)
        yield entry.id, entry


def _sorted(records: dict[str, Known]) -> dict[str, Known]:
    return dict(sorted(records.items()))
