"""How one command line gives several figures, statements and answers, each with its quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from generator.commands.asking.options import options
from generator.editing.answers import UnfitAnswerError
from generator.editing.specs import read_figure_spec, read_response_spec, read_statement_spec
from generator.model.corpus import Dossier

NOTHING = "-"
"""In a repeated option: none for this one."""
_OF_ITEMS = {"quote": "reports.0.quote", "gloss": "reports.0.gloss"}
_OF_FIGURES = ("basis", "revises", "reason")

ITEMS = options(
    click.option("--figure", "figure", multiple=True, metavar='"GROUP OUTCOME VALUE"', help="A number. Repeatable."),
    click.option("--statement", "statement", multiple=True, metavar='"[POINT: ]WORDS"', help="Words. Repeatable."),
    click.option(
        "--response", "response", multiple=True, metavar='"KIND CLAIM#FIGURE[: WORDS]"', help="An answer. Repeatable."
    ),
    click.option(
        "--quote", "quote", multiple=True, metavar="WORDS", help="The words on the page: one for all, or one for each."
    ),
    click.option("--gloss", "gloss", multiple=True, metavar="WORDS", help="Our English translation of each quote."),
    click.option("--basis", "basis", multiple=True, metavar="HOW", help="How the speaker knows.  [default: statement]"),
    click.option("--revises", "revises", multiple=True, metavar="CLAIM#FIGURE", help="The answer it replaces."),
    click.option("--reason", "reason", multiple=True, metavar="TEXT", help="Why the number changed."),
)


def item_answers(values: Mapping[str, Any], dossier: Dossier) -> dict[str, str]:
    """What the options say about the items of a claim: figures first, then statements, then answers."""
    try:
        items = [*_figures(values["figure"], dossier), *_words(values, dossier)]
    except UnfitAnswerError as unfit:
        raise click.UsageError(str(unfit)) from None
    answers: dict[str, str] = {}
    for number, (key, answer) in enumerate(items):
        answers |= {f"claim.items.{number}": key.split(".")[1].removesuffix("s"), **answer}
    if items:
        answers[f"claim.items.{len(items)}"] = ""
    for option, field in _OF_ITEMS.items():
        answers |= _spread(option, values[option], [f"{key}.{field}" for key, _ in items])
    for option in _OF_FIGURES:
        figures = [f"{key}.{option}" for key, _ in items if key.startswith("claim.figures.")]
        answers |= _spread(option, values[option], figures)
    return answers


def _figures(specs: Sequence[str], dossier: Dossier) -> Iterator[tuple[str, dict[str, str]]]:
    scopes = {scope.id for scope in dossier.briefing.scopes}
    for number, text in enumerate(specs):
        spec = read_figure_spec(text, scopes)
        key = f"claim.figures.{number}"
        answer = {f"{key}.of": spec.of, f"{key}.outcome": spec.outcome, f"{key}.value": spec.value}
        yield key, answer | ({f"{key}.scope": spec.scope} if spec.scope else {})


def _words(values: Mapping[str, Any], dossier: Dossier) -> Iterator[tuple[str, dict[str, str]]]:
    points = {point.id for point in dossier.briefing.points}
    for number, text in enumerate(values["statement"]):
        said = read_statement_spec(text, points)
        key = f"claim.statements.{number}"
        yield key, {f"{key}.says": said.says, f"{key}.point": said.point}
    for number, text in enumerate(values["response"]):
        answer = read_response_spec(text, points)
        key = f"claim.responses.{number}"
        yield key, {f"{key}.to": answer.point or answer.to, f"{key}.kind": answer.kind, f"{key}.says": answer.says}


def _spread(option: str, given: Sequence[str], keys: Sequence[str]) -> dict[str, str]:
    """One value for all, or one for each; a hyphen for none."""
    if len(given) == 1 and option == "quote":
        given = [given[0]] * len(keys)
    if len(given) > len(keys) or (option == "quote" and given and len(given) < len(keys)):
        told = f"{len(given)} --{option} for {len(keys)} figures, statements and responses"
        raise click.UsageError(f"{told}; give one for each, in that order")
    return {key: value for key, value in zip(keys, given, strict=False) if value != NOTHING}
