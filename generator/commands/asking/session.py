"""One run of `briefings new`: the briefing as it stands, the conversation, and what is tried before it is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
from pydantic import BaseModel

from generator.commands.asking.interview import Interview, Question
from generator.editing.answers import read_answer
from generator.editing.drafts import Draft, files_of
from generator.editing.finding import Choice
from generator.editing.kinds import SCHEMA_FOLDER
from generator.editing.naming import unique_id
from generator.model.briefing import Actor
from generator.model.corpus import Dossier
from generator.reading.names import TAKEN
from generator.reading.strict_yaml import Tree

Drafts = dict[str, Draft]
"""What is to be written, by the path of its questions: 'source', 'claim'. The last one is what was asked for."""


@dataclass
class Known:
    """What was answered a moment ago, for another record."""

    event: str = ""
    source: str = ""
    said: str = ""


@dataclass
class Session:
    """The state of a conversation about one briefing."""

    content: Path
    briefing: str
    dossier: Dossier | None
    """None for a briefing that is being made."""
    interview: Interview
    known: Known = field(default_factory=Known)
    added: Drafts = field(default_factory=dict)
    """Actors and places that were made on the way, by the path of their questions."""
    tried: set[str] = field(default_factory=set)
    """Texts that were found right."""

    @property
    def folder(self) -> Path:
        return self.content / self.briefing

    @property
    def records(self) -> Dossier:
        """The briefing that the new record joins."""
        assert self.dossier
        return self.dossier

    def text(self, key: str, model: type[BaseModel], name: str, question: Question, default: str = "") -> str:
        """An answer that the model's field takes."""
        return self.interview.need(key, question, lambda typed: read_answer(model, name, typed), default)

    def text_or_none(
        self, key: str, model: type[BaseModel], name: str, question: Question, default: str = ""
    ) -> str | None:
        return self.interview.ask(key, question, lambda typed: read_answer(model, name, typed), default)

    def texts(self, key: str, model: type[BaseModel], name: str, question: Question, default: str = "") -> list[Tree]:
        """The entries of a list, typed with commas between them; none where nothing was typed."""

        def read(typed: str) -> list[Tree]:
            return [read_answer(model, name, part) for part in typed.split(",") if part.strip()]

        return self.interview.ask(key, question, read, default) or []

    def add(self, kind: str, ask: Callable[[Session, str], Drafts]) -> str:
        """Ask for a record in the middle of another one, to be written with it. Returns its id."""
        key = f"{kind}{len(self.added) + 1}"
        drafts = ask(self, key)
        self.added |= drafts
        click.echo(f"\n  {drafts[key].id} is written with the rest. Back to the question before:")
        return drafts[key].id

    def made(self, kind: str, but: str = "") -> list[Choice]:
        """Records that were made a moment ago and can be named, but for one."""
        drafts = [draft for key, draft in self.added.items() if draft.kind == kind and key != but]
        return [Choice(draft.id, str(draft.tree.get("name", ""))) for draft in drafts]

    def extras(self, key: str, model: type[BaseModel], *names: str) -> dict[str, Tree]:
        """Fields that nobody is asked for, where options gave them."""
        found: dict[str, Tree] = {}
        for name in names:
            option = Question(f"{name}?", f"--{name.replace('_', '-')}", may_lack=True)
            path = f"{key}.{name}"
            if path in self.interview.given or path in self.interview.typed:
                value = self.text_or_none(path, model, name, option)
                found |= {name: value} if value else {}
        return found

    def id_for(self, key: str, taken: Collection[str], proposals: Sequence[str]) -> str:
        """The id of a record: as given, or proposed and made unique."""
        chosen = str(self.extras(key, Actor, "id").get("id", ""))
        if chosen not in taken:
            return chosen or unique_id(taken, proposals)
        told = f"'{chosen}' is there already and is not overwritten; choose another name"
        if not self.interview.asks:
            raise click.ClickException(f"{told} with --id")
        click.secho(f"  {told}", fg="red")
        self.interview.forget([f"{key}.id"])
        del self.interview.typed[f"{key}.id"]
        return unique_id(taken, proposals)

    def files(self, drafts: Drafts) -> dict[str, str]:
        """The text of every file that the drafts make or add to."""
        existing = {file: data.decode("utf-8") for file, data in self.before(drafts).items()}
        return files_of(drafts.values(), existing, modeline=(self.content / SCHEMA_FOLDER).is_dir())

    def before(self, drafts: Drafts) -> dict[str, bytes]:
        """The files that entries are added to, as they stand."""
        files = {draft.file for draft in drafts.values() if draft.is_entry and (self.folder / draft.file).is_file()}
        return {file: (self.folder / file).read_bytes() for file in files}

    def taken_folders(self) -> list[str]:
        """Names that a new briefing cannot have."""
        return [*TAKEN, *(path.name for path in self.content.iterdir())]


Ask = Callable[[Session], Drafts]
"""Asks everything about a record; runs from the top again after AskAgain."""
