"""A record that is about to be written: in which file it goes, and the text that it gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.editing.appending import append_entry
from generator.editing.canonical import print_canonical
from generator.editing.field_help import comments_for, left_out
from generator.editing.kinds import KINDS, Kind
from generator.model.briefing import Actor, Place
from generator.reading.commented import Comment
from generator.reading.strict_yaml import Tree

_BY_NAME = {kind.name: kind for kind in KINDS}
ENTRIES: dict[str, type[BaseModel]] = {"actor": Actor, "place": Place}
_LISTS = {"actor": "actors", "place": "places"}
"""Kinds of records that share a file."""


@dataclass(frozen=True)
class Draft:
    """One record: 'claim', its id, and its fields as an author would type them."""

    kind: str
    id: str
    tree: Mapping[str, Tree]

    @property
    def is_entry(self) -> bool:
        """Whether it is one of many in a file."""
        return self.kind in _LISTS

    @property
    def file_kind(self) -> Kind:
        return _BY_NAME[_LISTS.get(self.kind, self.kind)]

    @property
    def file(self) -> str:
        """The path in the briefing's folder."""
        kind = self.file_kind
        return f"{kind.folder}/{self.id}.yml" if kind.folder else f"{kind.name}.yml"

    def print(self, *, modeline: bool) -> str:
        """The whole file, of which an entry is the only one."""
        kind = self.file_kind
        tree: Mapping[str, Tree] = {kind.name: [dict(self.tree)]} if self.is_entry else self.tree
        return print_canonical(kind.model, tree, comments_for(kind.model, tree), kind.modeline if modeline else "")

    def print_entry(self) -> str:
        """The file with this entry alone, and one line about what else an entry may have."""
        kind = self.file_kind
        more = left_out(ENTRIES[self.kind], self.tree)
        comment = Comment(after=(f"# {', '.join(more)}: see CONTRIBUTING.md",) if more else ())
        return print_canonical(kind.model, {kind.name: [dict(self.tree)]}, {(kind.name, 0): comment})


def files_of(drafts: Iterable[Draft], existing: Mapping[str, str], *, modeline: bool) -> dict[str, str]:
    """The text of every file that the drafts make or add to, by its path in the briefing's folder.

    `existing` holds the files that entries are added to, as they stand.
    """
    files: dict[str, str] = {}
    for draft in drafts:
        before = files.get(draft.file) or (existing.get(draft.file) if draft.is_entry else None)
        if before is None:
            files[draft.file] = draft.print(modeline=modeline)
        else:
            files[draft.file] = append_entry(before, draft.print_entry())
    return files
