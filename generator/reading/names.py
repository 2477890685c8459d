"""What files and folders are called, where they belong, and what a wrong name was meant to be."""

from __future__ import annotations

import os
from difflib import get_close_matches

from pydantic import BaseModel

from generator.model.claims import Claim
from generator.model.events import Event, Source
from generator.model.fields import as_id, id_hint, is_id
from generator.model.records import FileRecord
from generator.problems import Place, Problem

SINGLE_FILES = ("briefing.yml", "background.yml", "actors.yml", "places.yml")
FOLDERS: dict[str, type[FileRecord]] = {"events": Event, "claims": Claim, "sources": Source}
TAKEN = frozenset(
    {"api", "assets", "contribute", "data", "embed", "errors", "feeds", "method", "pagefind", "privacy", "search"}
)
"""Folders of the site itself, which a briefing cannot be called after."""
IGNORED = (".md", ".txt")
"""Notes for people may lie beside the records."""


def misplaced(shown: str, hint: str) -> Problem:
    """The problem of a file that nobody looks for where it is."""
    name = shown.rpartition("/")[2]
    return Problem("misplaced-file", Place(shown), f"'{name}' is not expected here", hint)


def folder_name_problem(name: str, shown: str) -> Problem | None:
    """What is wrong with the name of a briefing's folder."""
    if not is_id(name):
        return Problem("bad-id", Place(shown), f"the folder name '{name}' is not an id", id_hint(name))
    if name in TAKEN:
        hint = "name it after the conflict, like arvenia-belmark-2031"
        return Problem("bad-id", Place(shown), f"the folder name '{name}' is taken by the site itself", hint)
    return None


def record_name_problem(entry: os.DirEntry[str], shown: str) -> Problem | None:
    """What is wrong with the name of an entry of events/, claims/ or sources/."""
    stem, dot, ending = entry.name.rpartition(".")
    if entry.is_dir():
        return misplaced(shown, "records lie directly in this folder")
    if ending != "yml" or not dot:
        return misplaced(shown, f"a record's file ends in .yml: {meant_id(entry.name)}.yml")
    if not is_id(stem):
        return Problem("bad-id", Place(shown), f"the file name '{stem}' is not an id", id_hint(stem))
    return None


def meant_id(name: str) -> str:
    """The id that a file's name was meant to give: 'River Clash.YAML' is river-clash."""
    return as_id(name.partition(".")[0]) or name


def meant_name(name: str) -> str:
    """The file or folder of a briefing that a name comes close to; empty where it comes close to none."""
    told = name.lower().replace(".yaml", ".yml")
    return next(iter(get_close_matches(told, [*SINGLE_FILES, *FOLDERS], n=1, cutoff=0.7)), "")


def folder_for(tree: object, model: type[BaseModel] | None = None) -> str:
    """Name the folder whose records have these fields, when it is clearly another than the model's own."""
    if not isinstance(tree, dict) or (model and model not in FOLDERS.values()):
        return ""
    fits = {name: len(set(tree) & set(kind.model_fields)) for name, kind in FOLDERS.items()}
    best = max(fits, key=lambda name: fits[name])
    here = next((fits[name] for name, kind in FOLDERS.items() if kind is model), 1)
    return best if fits[best] >= 2 * max(here, 1) + 1 else ""
