"""The kinds of content files: which model each holds, and where its editor finds the schema."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from pydantic import BaseModel

from generator.model.briefing import Actors, Background, Briefing, Places
from generator.model.claims import Claim
from generator.model.events import Event, Source

SCHEMA_FOLDER = ".schema"
"""Below content/: what editors check and complete the files with."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: 'claim' is the model Claim, in the folder claims/."""

    name: str
    model: type[BaseModel]
    folder: str = ""
    """Empty for files that there is one of in a briefing: actors.yml."""

    @property
    def schema(self) -> str:
        """Where the file's schema is, seen from the file's own folder."""
        up = "../.." if self.folder else ".."
        return f"{up}/{SCHEMA_FOLDER}/{self.name}.json"

    @property
    def modeline(self) -> str:
        """The comment that tells editors the schema of the file."""
        return f"# yaml-language-server: $schema={self.schema}"


KINDS = (
    Kind("briefing", Briefing),
    Kind("background", Background),
    Kind("actors", Actors),
    Kind("places", Places),
    Kind("event", Event, "events"),
    Kind("claim", Claim, "claims"),
    Kind("source", Source, "sources"),
)


def find_kind(path: PurePath) -> Kind | None:
    """The kind of a file, told from its name or its folder's."""
    if path.suffix != ".yml":
        return None
    of_folder = next((kind for kind in KINDS if kind.folder and kind.folder == path.parent.name), None)
    return of_folder or next((kind for kind in KINDS if not kind.folder and kind.name == path.stem), None)
