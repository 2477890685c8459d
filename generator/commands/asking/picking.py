"""Answers that name a known record or a word of a fixed list: by number, by id, or by part of a name."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import click

from generator.commands.asking.interview import Interview, Question, prompt
from generator.editing.answers import UnfitAnswerError
from generator.editing.finding import Choice, find_matches
from generator.problems import nearest

FEW = 12
"""So many choices are listed at once; of more, a part of the name is asked for."""

MOST = 60
"""So many are listed when all are asked for."""


@dataclass
class Picker:
    """One question whose answer is among choices."""

    interview: Interview
    question: Question
    choices: Sequence[Choice]
    new: Callable[[], str] | None = None
    """Asks for a record that is not there yet, and returns its id."""
    free: Callable[[str], str] | None = None
    """Reads what may be typed instead of a choice; raises UnfitAnswerError."""
    is_free: Callable[[str], bool] = bool
    """Whether an answer is meant to be no choice at all."""
    listed: Sequence[Choice] = ()
    """What stands on the screen with numbers."""

    def one(self, key: str, default: str = "") -> str:
        """The id of a choice."""
        return self.interview.need(key, self.asked, self.read, default, self.show)

    def one_or_none(self, key: str, default: str = "") -> str | None:
        return self.interview.ask(key, self.asked, self.read, default, self.show)

    def many(self, key: str, default: str = "") -> list[str]:
        """Several, typed with commas between them; none where the question may lack an answer."""
        return self.interview.ask(key, self.asked, self.read_all, default, self.show) or []

    def read_all(self, typed: str) -> list[str]:
        parts = [part.strip() for part in typed.split(",") if part.strip()]
        if not parts:
            raise UnfitAnswerError("no value here", "an answer is needed")
        return list(dict.fromkeys(self.read(part) for part in parts))

    def read(self, typed: str) -> str:
        """The choice that is meant. Of several near ones a person takes one; a script has to name it exactly."""
        if self.free and typed and self.is_free(typed):
            return self.free(typed)
        matches = find_matches(typed, self.choices)
        if matches.exact:
            return matches.exact.id
        if not self.interview.asks:
            return self.otherwise(typed, matches.near)
        if not typed:
            raise UnfitAnswerError("no value here", "type a part of a name, or ? for all")
        if typed == "?":
            self.show_list(self.choices)
            raise UnfitAnswerError("type a number or a part of a name")
        if typed == "+" and self.new:
            return self.new()
        if typed.isdecimal() and 0 < int(typed) <= len(self.listed):
            return self.taken(self.listed[int(typed) - 1])
        if len(matches.near) == 1 and not matches.misspelt:
            return self.taken(matches.near[0])
        return self.choose(typed, matches.near) if matches.near else self.otherwise(typed, ())

    def otherwise(self, typed: str, near: Sequence[Choice]) -> str:
        hint = nearest(typed, [choice.id for choice in near or self.choices])
        raise UnfitAnswerError(f"nothing is called '{typed}' here", hint)

    def choose(self, typed: str, near: Sequence[Choice]) -> str:
        """Let a person point at one of several."""
        if len(near) == 1:
            click.echo(f"  '{typed}' is not here. {near[0].shown}?")
            number = prompt("yes, that") or "1"
        else:
            click.echo(f"  '{typed}' may be:")
            self.show_list(near)
            number = prompt("none of these")
        if number.isdecimal() and 0 < int(number) <= len(near):
            return self.taken(near[int(number) - 1])
        if number:
            return self.read(number)
        raise UnfitAnswerError("none of these was chosen", f"type another part of the name, or ?{self.adds}")

    @property
    def adds(self) -> str:
        return "; + makes a new one" if self.new else ""

    def show(self) -> None:
        """List few choices, and words that speak for themselves; of many, say how one is found."""
        words = [choice.id for choice in self.choices if not choice.label]
        told = self.question.text in self.interview.told
        self.interview.told.add(self.question.text)
        if 2 * len(words) > len(self.choices) and not told:
            click.secho(wrapped(" · ".join(choice.id for choice in self.choices)), dim=True)
        elif len(self.choices) <= FEW and not told:
            self.show_list(self.choices)
            if self.new:
                click.secho("    +  a new one", dim=True)
        else:
            every = "them" if len(self.choices) <= FEW else f"all {len(self.choices)}"
            click.secho(f"  a part of the name is enough; ? lists {every}{self.adds}", dim=True)

    @property
    def asked(self) -> Question:
        """The question, with an example from what there is to choose."""
        many = len(self.choices) > FEW and self.question.example and "," not in self.question.example
        return replace(self.question, example=self.choices[0].id if many and not self.free else "")

    def show_list(self, choices: Sequence[Choice]) -> None:
        self.listed = choices
        for number, choice in enumerate(choices[:MOST], start=1):
            click.echo(f"  {number:>3}  {choice.shown}")
        if len(choices) > MOST:
            click.echo(f"       … and {len(choices) - MOST} more: type a part of the name")

    def taken(self, choice: Choice) -> str:
        click.secho(f"  → {choice.shown}", dim=True)
        return choice.id


def wrapped(text: str) -> str:
    """Lines that fit a terminal, no word of them broken."""
    return textwrap.fill(text, 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
