"""The catalogue holds every code that the project can report, and no other."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

import generator.rules
from generator.model.briefing import Actors, Background, Briefing, Places
from generator.model.claims import Claim
from generator.model.events import Event, Source
from generator.reading.words import read_words
from generator.rules.catalogue import CHECKS, RULES, rules_by_article

GENERATOR = Path(generator.rules.__file__).parent.parent
REPORTERS = {"Problem", "refuse", "report", "spoil", "_parsed"}
LINKED = ("actor", "claim", "event", "group", "place", "point", "scope", "side", "source")


def reported_codes() -> Iterator[str]:
    """The first argument of every call that reports a problem."""
    for path in sorted(GENERATOR.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in REPORTERS:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value
                else:
                    assert _is_expected(code), f"{path}:{node.lineno} reports a code that cannot be read here"


def _is_expected(code: ast.expr) -> bool:
    """Codes made of a field's or a link's name, and those handed on from `refuse`."""
    source = ast.unparse(code)
    return source[1:].strip("'\"").startswith("unknown-{") or source == "code"


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def vocabulary_fields(model: type[BaseModel]) -> Iterator[str]:
    """Fields that take a word of a fixed list, in a model and those inside it."""
    for name, info in model.model_fields.items():
        if (
            any(get_origin(kind) is Literal for kind in (info.annotation, *get_args(info.annotation)))
            and name != "published"
        ):
            yield name
        for inner in (info.annotation, *get_args(info.annotation)):
            if inspect.isclass(inner) and issubclass(inner, BaseModel):
                yield from vocabulary_fields(inner)


def test_catalogue_and_code_agree() -> None:
    models = (Briefing, Background, Actors, Places, Claim, Event, Source)
    words = {f"unknown-{name.replace('_', '-')}" for model in models for name in vocabulary_fields(model)}
    links = {f"unknown-{kind}" for kind in LINKED}

    assert {rule.code for rule in RULES} == {*reported_codes(), *words, *links}


def test_codes_are_listed_once() -> None:
    codes = [rule.code for rule in RULES]

    assert len(codes) == len(set(codes))


def test_every_check_function_is_listed() -> None:
    folder = GENERATOR / "rules"
    trees = [ast.parse(path.read_text()) for path in folder.glob("*.py") if path.stem != "catalogue"]
    written = {
        n.name for tree in trees for n in tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("check_")
    }

    assert {check.__name__ for check in CHECKS} == written


def test_articles_are_those_of_the_design() -> None:
    articles = [article for article, _ in rules_by_article()]

    assert articles == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "form"]


def test_every_code_is_explained_to_readers() -> None:
    words = [read_words(path) for path in (GENERATOR.parent / "site_templates" / "words").glob("*.yml")]
    explained = next(found["rules"] for found in words if "rules" in found)

    assert isinstance(explained, dict)
    assert sorted(explained) == sorted(rule.code for rule in RULES)
    for code, entry in explained.items():
        assert isinstance(entry, dict), code
        assert list(entry) == ["title", "why", "bad", "good"], code
