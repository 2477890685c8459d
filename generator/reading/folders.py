"""From folders of files to dossiers: every file read once, every mistake collected, none fatal.

content/<briefing>/briefing.yml  background.yml  actors.yml  places.yml
content/<briefing>/events/*.yml  claims/*.yml  sources/*.yml
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.model.briefing import Actor, Actors, Background, Briefing, Places, blank_briefing
from generator.model.briefing import Place as PlaceRecord
from generator.model.corpus import Corpus, Dossier
from generator.model.records import FileRecord, Record
from generator.problems import Place, Problem, nearest
from generator.reading.names import (
    FOLDERS,
    IGNORED,
    SINGLE_FILES,
    folder_for,
    folder_name_problem,
    meant_id,
    meant_name,
    misplaced,
    record_name_problem,
)
from generator.reading.records import read_record
from generator.reading.strict_yaml import MAX_BYTES, Tree, read_document

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class Reading:
    """What one run has found: the corpus so far and all problems, located by field only."""

    corpus: Corpus = field(default_factory=Corpus)
    problems: list[Problem] = field(default_factory=list)


def read_content(root: Path) -> Reading:
    """Read every briefing below `root`. Paths in problems start with the root's own name."""
    reading = Reading()
    entries = list(_entries(root, root.name, reading))
    loose = [e for e in entries if e.is_file(follow_symlinks=False) and not e.name.endswith(IGNORED)]
    for entry in loose:
        kind = folder_for(_tree_of(Path(entry.path)))
        hint = f"it looks like one of the {kind}; move it to {root.name}/<briefing>/{kind}/" if kind else ""
        usual = f"a briefing is a folder: {root.name}/<briefing>/briefing.yml"
        reading.problems.append(misplaced(f"{root.name}/{entry.name}", hint or usual))
    strays = frozenset(meant_id(entry.name) for entry in loose)
    folders = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
    found = [
        _BriefingFolder(Path(entry.path), f"{root.name}/{entry.name}", reading, strays).read() for entry in folders
    ]
    whole = tuple(dossier for dossier in found if "briefing.yml" not in dossier.unread)
    reading.corpus = Corpus(whole, tuple(dossier for dossier in found if dossier not in whole))
    return reading


def _entries(folder: Path, shown: str, reading: Reading) -> Iterator[os.DirEntry[str]]:
    """The folder's entries in order; links and other oddities are reported, hidden files passed over."""
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        if entry.name.startswith("."):
            continue
        if entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
            yield entry
        else:
            message = f"'{entry.name}' is neither a file nor a folder"
            hint = "links and devices are not followed; put the file itself here"
            reading.problems.append(Problem("not-a-file", Place(f"{shown}/{entry.name}"), message, hint))


class _BriefingFolder:
    """Reads one briefing."""

    def __init__(self, folder: Path, shown: str, reading: Reading, strays: frozenset[str]) -> None:
        self.folder = folder
        self.shown = shown
        self.reading = reading
        self.unread = set(strays)
        """What exists and could not be read, so that pointing at it is no second mistake."""

    def read(self) -> Dossier:
        self.check_names()
        problem = folder_name_problem(self.folder.name, self.shown)
        self.reading.problems += [problem] if problem else []
        briefing = self.single("briefing.yml", Briefing, required=True)
        background = self.single("background.yml", Background)
        actors = self.listed(self.single("actors.yml", Actors, required=True), "actors.yml")
        places = self.listed(self.single("places.yml", Places, required=True), "places.yml")
        events, claims, sources = (self.folder_of(name, model) for name, model in FOLDERS.items())
        return Dossier(
            id=self.folder.name,
            briefing=briefing or blank_briefing(Place(f"{self.shown}/briefing.yml")),
            background=background,
            actors={r.id: r for r in actors if isinstance(r, Actor)},
            places={r.id: r for r in places if isinstance(r, PlaceRecord)},
            events=events,  # type: ignore[arg-type]
            claims=claims,  # type: ignore[arg-type]
            sources=sources,  # type: ignore[arg-type]
            unread=frozenset(self.unread),
        )

    def check_names(self) -> None:
        """Report what lies in the folder but belongs elsewhere, or is spelt almost right."""
        for entry in _entries(self.folder, self.shown, self.reading):
            expected = FOLDERS if entry.is_dir() else SINGLE_FILES
            if entry.name not in expected and not entry.name.endswith(IGNORED):
                self.reading.problems.append(misplaced(f"{self.shown}/{entry.name}", self.place_for(entry)))

    def place_for(self, entry: os.DirEntry[str]) -> str:
        """Say where an entry belongs, and remember that what it holds exists."""
        meant = meant_name(entry.name)
        if meant:
            self.unread.add(f"{meant}.yml" if meant in FOLDERS else meant)
            return f"did you mean '{meant}'?"
        self.unread.add(meant_id(entry.name))
        kind = "" if entry.is_dir() else folder_for(_tree_of(Path(entry.path)))
        return (
            f"it looks like one of the {kind}; move it to {kind}/" if kind else nearest("", [*SINGLE_FILES, *FOLDERS])
        )

    def single(self, name: str, model: type[Model], *, required: bool = False) -> Model | None:
        path, shown = self.folder / name, f"{self.shown}/{name}"
        if not path.is_file() or path.is_symlink():
            if required and name not in self.unread:
                self.unread.add(name)
                message = f"'{name}' is missing"
                self.reading.problems.append(Problem("missing-file", Place(shown), message, "every briefing has one"))
            return None
        record = self.file(path, shown, model)
        if record is None:
            self.unread.add(name)
        if isinstance(record, Record):
            record.placed(Place(shown))
        return record

    def file(self, path: Path, shown: str, model: type[Model]) -> Model | None:
        document = read_document(shown, _bytes_of(path))
        self.reading.problems += document.problems
        if document.tree is None:
            return None
        record, problems = read_record(model, document.tree, Place(shown))
        elsewhere = folder_for(document.tree, model) if record is None else ""
        if elsewhere:
            problems = [misplaced(shown, f"it looks like one of the {elsewhere}; move it to {elsewhere}/")]
        self.reading.problems += [p for p in problems if p.at.field not in document.spoilt]
        doubtful = any(problem.code == "duplicate-key" for problem in document.problems)
        return None if doubtful else record

    def listed(self, found: Actors | Places | None, name: str) -> list[Actor | PlaceRecord]:
        """The records of a file that holds many, each told where it stands."""
        if found is None:
            return []
        key = name.removesuffix(".yml")
        records: list[Actor | PlaceRecord]
        records = [*found.actors] if isinstance(found, Actors) else [*found.places]
        seen: set[str] = set()
        for index, record in enumerate(records):
            record.placed(Place(f"{self.shown}/{name}", (key, index)))
            if record.id in seen:
                self.unread.add(name)  # one of the two is meant to be another, which may be pointed at
                message = f"the id '{record.id}' is used twice"
                self.reading.problems.append(Problem("duplicate-id", record.at / "id", message, "ids are never reused"))
            seen.add(record.id)
        return records

    def folder_of(self, name: str, model: type[FileRecord]) -> dict[str, FileRecord]:
        folder, shown = self.folder / name, f"{self.shown}/{name}"
        if not folder.is_dir() or folder.is_symlink():
            return {}
        records: dict[str, FileRecord] = {}
        for entry in _entries(folder, shown, self.reading):
            where = f"{shown}/{entry.name}"
            problem = record_name_problem(entry, where)
            self.reading.problems += [problem] if problem else []
            record = None if problem else self.file(Path(entry.path), where, model)
            if record is None:
                self.unread.add(meant_id(entry.name))
                continue
            record.placed(Place(where))
            records[record.id] = record
        return records


def _bytes_of(path: Path) -> bytes:
    """A file, or so much of one that is too large as shows that it is."""
    if path.stat().st_size <= MAX_BYTES:
        return path.read_bytes()
    with path.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _tree_of(path: Path) -> Tree | None:
    """What a file holds, where only its kind is asked for."""
    return read_document(path.name, _bytes_of(path)).tree


def locate(problems: list[Problem], root: Path) -> list[Problem]:
    """Look up line and column in the files, only for problems that have none yet."""
    marks: dict[str, Callable[[Place], tuple[int, int]]] = {}
    located = []
    for problem in problems:
        if not problem.line:
            file = problem.at.file
            find = marks.setdefault(file, _finder(file, root)) if file not in marks else marks[file]
            line, column = find(problem.at)
            located.append(replace(problem, line=line, column=column))
        else:
            located.append(problem)
    return located


def _finder(file: str, root: Path) -> Callable[[Place], tuple[int, int]]:
    path = root.parent / file
    data = path.read_bytes() if path.is_file() else b""
    marks = read_document(file, data, with_marks=True).marks

    def find(at: Place) -> tuple[int, int]:
        """The field itself, or the nearest of its parents that stands in the file."""
        for length in range(len(at.field), -1, -1):
            mark = marks.get(at.field[:length])
            if mark:
                return mark.key if at.on_key and length == len(at.field) else mark.value
        return (1, 1)

    return find
