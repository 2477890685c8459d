"""The beginning of a conversation: which briefing it is about, and whether anybody can be asked."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from generator.commands.asking.interview import Interview, Question
from generator.commands.asking.options import answers_of, source_answers
from generator.commands.asking.picking import Picker
from generator.commands.asking.session import Session
from generator.editing.finding import Choice
from generator.problems import summed
from generator.reading.folders import locate, read_content

BRIEFING = Question("Which briefing?", "--briefing")


def open_session(root: Path, values: Mapping[str, Any]) -> Session:
    """Read the content and choose the briefing."""
    content = root / "content"
    reading = read_content(content)
    if reading.problems:
        for problem in locate(reading.problems, content):
            click.echo(str(problem), err=True)
        raise click.ClickException(f"{summed(reading.problems)}; put right what is there before you add to it")
    dossiers = {dossier.id: dossier for dossier in reading.corpus.dossiers}
    if not dossiers:
        raise click.ClickException("there is no briefing yet; make one with `briefings new briefing`")
    interview = Interview(asks=can_ask(values["asks"]))
    interview.given |= answers_of("session", {"briefing": values["briefing"]})
    only = next(iter(dossiers)) if len(dossiers) == 1 else ""
    if only and not values["briefing"]:
        interview.answers["session.briefing"] = only
    choices = [Choice(id, dossier.briefing.short_title) for id, dossier in dossiers.items()]
    briefing = Picker(interview, BRIEFING, choices).one("session.briefing")
    return Session(content, briefing, dossiers[briefing], interview)


def open_new(root: Path, values: Mapping[str, Any]) -> Session:
    """A session about a briefing that is still to be made."""
    interview = Interview(asks=can_ask(values["asks"]))
    renamed = {"id_": "id", "covers": "scope_in", "leaves_out": "scope_out"}
    names = ("title", "short_title", "source", "summary", "time_zone", "covers", "leaves_out")
    interview.given |= answers_of("briefing", {**{n: values[n] for n in names}, "id_": values["id_"]}, **renamed)
    interview.given |= answers_of("briefing.status", {n: values[n] for n in ("state", "rationale", "as_of")})
    interview.given |= answers_of("place", {"name": values["place"], "kind": values["place_kind"]})
    for number, text in enumerate(values["side"]):
        name, _, descriptor = text.partition(":")
        given = {"name": name.strip(), "descriptor": descriptor.strip() or None}
        interview.given |= answers_of(f"briefing.sides.{number}", given)
    for number, text in enumerate(values["group"]):
        interview.given[f"briefing.named.{number}"] = text
    if values["group"]:
        interview.given[f"briefing.named.{len(values['group'])}"] = ""
    interview.given |= source_answers(values)
    return Session(root / "content", "", None, interview)


def can_ask(asks: bool | None) -> bool:
    """As told, or else when somebody sits at a terminal: whatever waits for a pipe may wait for ever."""
    return sys.stdin.isatty() if asks is None else asks
