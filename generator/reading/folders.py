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

from generator.model.briefing import Actor, Actors, Background, Briefing, Places
from generator.model.briefing import Place as PlaceRecord
from generator.model.claims import Claim
from generator.model.corpus import Corpus, Dossier
from generator.model.events import Event, Source
from generator.model.fields import id_hint, is_id
from generator.model.records import FileRecord, Record
from generator.problems import Place, Problem, nearest
from generator.reading.records import read_record
from generator.reading.strict_yaml import MAX_BYTES, read_document

Model = TypeVar("Model", bound=BaseModel)

SINGLE_FILES = ("briefing.yml", "background.yml", "actors.yml", "places.yml")
FOLDERS: dict[str, type[FileRecord]] = {"events": Event, "claims": Claim, "sources": Source}
TAKEN = frozenset({"assets", "contribute", "data", "errors", "feeds", "method", "pagefind", "search"})
"""Folders of the site itself, which a briefing cannot be called after."""
_IGNORED = (".md", ".txt")
"""Notes for people may lie beside the records."""


@dataclass
class Reading:
    """What one run has found: the corpus so far and all problems, located by field only."""

    corpus: Corpus = field(default_factory=Corpus)
    problems: list[Problem] = field(default_factory=list)


def read_content(root: Path) -> Reading:
    """Read every briefing below `root`. Paths in problems start with the root's own name."""
    reading = Reading()
    dossiers = []
    for entry in _entries(root, root.name, reading):
        if entry.is_dir(follow_symlinks=False):
            dossier = _BriefingFolder(Path(entry.path), f"{root.name}/{entry.name}", reading).read()
            dossiers += [dossier] if dossier else []
        elif not entry.name.endswith(_IGNORED):
            hint = f"a briefing is a folder: {root.name}/<briefing>/briefing.yml"
            reading.problems.append(_misplaced(f"{root.name}/{entry.name}", hint))
    reading.corpus = Corpus(tuple(dossiers))
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


def _misplaced(shown: str, hint: str) -> Problem:
    name = shown.rpartition("/")[2]
    return Problem("misplaced-file", Place(shown), f"'{name}' is not expected here", hint)


class _BriefingFolder:
    """Reads one briefing."""

    def __init__(self, folder: Path, shown: str, reading: Reading) -> None:
        self.folder = folder
        self.shown = shown
        self.reading = reading
        self.unread: set[str] = set()

    def read(self) -> Dossier | None:
        self.check_names()
        if not is_id(self.folder.name):
            message = f"the folder name '{self.folder.name}' is not an id"
            self.reading.problems.append(Problem("bad-id", Place(self.shown), message, id_hint(self.folder.name)))
        elif self.folder.name in TAKEN:
            message = f"the folder name '{self.folder.name}' is taken by the site itself"
            hint = "name it after the conflict, like arvenia-belmark-2031"
            self.reading.problems.append(Problem("bad-id", Place(self.shown), message, hint))
        briefing = self.single("briefing.yml", Briefing)
        background = self.single("background.yml", Background)
        actors = self.listed(self.single("actors.yml", Actors, required=True), "actors.yml")
        places = self.listed(self.single("places.yml", Places, required=True), "places.yml")
        events, claims, sources = (self.folder_of(name, model) for name, model in FOLDERS.items())
        if briefing is None:
            return None
        return Dossier(
            id=self.folder.name,
            briefing=briefing,
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
            if entry.name not in expected and not entry.name.endswith(_IGNORED):
                hint = nearest(entry.name.lower().replace(".yaml", ".yml"), [*SINGLE_FILES, *FOLDERS])
                self.reading.problems.append(_misplaced(f"{self.shown}/{entry.name}", hint))

    def single(self, name: str, model: type[Model], *, required: bool = False) -> Model | None:
        path, shown = self.folder / name, f"{self.shown}/{name}"
        if not path.is_file() or path.is_symlink():
            if model is Briefing or required:
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
        elsewhere = _looks_like(document.tree, model) if record is None else ""
        if elsewhere:
            problems = [_misplaced(shown, f"it looks like one of the {elsewhere}; move it to {elsewhere}/")]
        self.reading.problems += [p for p in problems if p.at.field not in document.empty]
        return record

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
            problem = _name_problem(entry, where)
            if problem:
                self.reading.problems.append(problem)
                continue
            record = self.file(Path(entry.path), where, model)
            if record is None:
                self.unread.add(entry.name.removesuffix(".yml"))
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


def _looks_like(tree: object, model: type[BaseModel]) -> str:
    """Name the folder whose records have this one's fields, when it is another than the model's."""
    if not isinstance(tree, dict) or model not in FOLDERS.values():
        return ""
    fits = {name: len(set(tree) & set(kind.model_fields)) for name, kind in FOLDERS.items()}
    best = max(fits, key=lambda name: fits[name])
    here = next(name for name, kind in FOLDERS.items() if kind is model)
    return best if fits[best] >= 2 * max(fits[here], 1) + 1 else ""


def _name_problem(entry: os.DirEntry[str], shown: str) -> Problem | None:
    stem, dot, ending = entry.name.rpartition(".")
    if entry.is_dir():
        return _misplaced(shown, "records lie directly in this folder")
    if ending != "yml" or not dot:
        return _misplaced(shown, f"a record's file ends in .yml: {stem or entry.name}.yml")
    if not is_id(stem):
        return Problem("bad-id", Place(shown), f"the file name '{stem}' is not an id", id_hint(stem))
    return None


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
