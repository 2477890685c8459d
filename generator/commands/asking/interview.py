"""Asks for what is not known yet, says what an answer cannot be, and asks again. Remembers every answer.

A record's questions are asked by running its function from the top: what was answered is not asked a second time,
so that after a mistake only the answers in question are forgotten and the function is run again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import click

from generator.editing.answers import UnfitAnswerError

with contextlib.suppress(ImportError):
    import readline  # noqa: F401  makes the prompt a line that can be edited, and takes a pasted quote of two lines

Answer = TypeVar("Answer")

_LONGEST = 50
"""Characters of an answer that Enter stands for, as far as they are shown."""


class AskAgain(Exception):  # noqa: N818  a second round is no error of the program
    """Some answers were forgotten: run the questions again from the top."""


class RefusedAnswerError(click.ClickException):
    """An option's value that its field cannot take, where nothing can be asked."""


@dataclass(frozen=True)
class Question:
    """What a person is asked, and the option that answers it in a script."""

    text: str
    option: str
    example: str = ""
    why: str = ""
    may_lack: bool = False
    """Whether Enter leaves the field out."""
    assumed: bool = False
    """Whether a script that does not answer gets the default."""
    enter: str = "leave it out"
    """What Enter does where the field may lack."""


@dataclass
class Interview:
    """One conversation. Keys are paths: 'claim.figures.0.value'."""

    asks: bool
    """False in scripts and where nobody is at a terminal."""
    given: dict[str, str] = field(default_factory=dict)
    """Answers that came as options."""
    answers: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    """What was typed for an answer; offered again when the answer was forgotten."""
    told: set[str] = field(default_factory=set)
    """Questions whose choices were listed already."""
    introduced: str = ""
    """The question that was last printed: once for all attempts at an answer."""

    def ask(
        self,
        key: str,
        question: Question,
        read: Callable[[str], Answer],
        default: str = "",
        show: Callable[[], None] | None = None,
    ) -> Answer | None:
        """What `read` makes of the answer; None when a field that may lack was left out.

        `read` raises UnfitAnswerError; `show` prints what stands below the question.
        """
        while key not in self.answers:
            typed = self.take(key, question, self.typed.get(key, default), show)
            try:
                self.answers[key] = read(typed) if typed or not question.may_lack else None
                self.typed[key] = typed
            except UnfitAnswerError as unfit:
                self.explain(question, typed, unfit)
        return self.answers[key]  # type: ignore[no-any-return]

    def need(
        self,
        key: str,
        question: Question,
        read: Callable[[str], Answer],
        default: str = "",
        show: Callable[[], None] | None = None,
    ) -> Answer:
        """The answer to a question that has to have one."""
        value = self.ask(key, question, read, default, show)
        assert value is not None
        return value

    def agree(self, key: str, question: Question, *, default: bool = True) -> bool:
        """Yes or no."""
        return self.need(key, question, _yes_or_no, "yes" if default else "no")

    def forget(self, paths: Iterable[str]) -> bool:
        """Drop answers, so that they are asked again. False when there was none to drop."""
        gone = {key for key in self.answers for path in paths if _touches(key, path)}
        for key in gone:
            del self.answers[key]
        self.introduced = ""
        return bool(gone)

    def knows(self, path: str) -> bool:
        """Whether something was answered at or around a path."""
        return any(_touches(key, path) for key in self.answers)

    def take(self, key: str, question: Question, default: str, show: Callable[[], None] | None) -> str:
        """What was answered: by an option, by the default, or by a person."""
        if key in self.given:
            return self.given.pop(key)
        if self.asks:
            if self.introduced != key:
                self.introduced = key
                _introduce(question, show)
            typed = prompt(default or (question.enter if question.may_lack else "")) or default
            return "" if typed == "-" and question.may_lack else typed
        if question.may_lack or (question.assumed and default):
            return default if question.assumed else ""
        like = f" like: {question.example}" if question.example else ""
        raise click.UsageError(f"missing option '{question.option}' ({question.text}{like}); there is nobody to ask")

    def explain(self, question: Question, typed: str, unfit: UnfitAnswerError) -> None:
        """Say why an answer cannot be; where nothing can be asked, stop."""
        if not self.asks:
            raise RefusedAnswerError(f"{question.option} '{typed}': {unfit}")
        click.secho(f"  {unfit}", fg="red")


def prompt(enter: str = "") -> str:
    """One line from the person; `enter` says what Enter alone stands for."""
    shown = enter if len(enter) <= _LONGEST else f"{enter[:_LONGEST]}…"
    suffix = f"[Enter: {shown}] > " if enter else "> "
    return str(click.prompt("", default="", show_default=False, prompt_suffix=suffix)).strip()


def _introduce(question: Question, show: Callable[[], None] | None) -> None:
    example = click.style(f"  like: {question.example}", dim=True) if question.example else ""
    click.echo(f"\n{click.style(question.text, bold=True)}{example}")
    if question.why:
        click.secho(f"  {question.why}", dim=True)
    if show:
        show()


def _yes_or_no(typed: str) -> bool:
    answers = {"y": True, "yes": True, "n": False, "no": False}
    if typed.lower() not in answers:
        raise UnfitAnswerError(f"'{typed}' is neither yes nor no", "type y or n")
    return answers[typed.lower()]


def _touches(key: str, path: str) -> bool:
    """Whether one path lies in the other."""
    return key == path or key.startswith(f"{path}.") or path.startswith(f"{key}.")
