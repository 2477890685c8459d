"""README and CONTRIBUTING say what is true: their examples run, and nothing that exists is left out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from pydantic import BaseModel

from generator.cli import main
from generator.model.briefing import Actors, Background, Briefing, Places
from generator.model.claims import Claim
from generator.model.events import Event, Source
from generator.pipeline import check_content
from tests.conftest import BASE, BRIEFING

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
CLAIM = "claims/2031-03-06-arvenian-army.yml"


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a document in one language."""
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The base briefing with the README's claim in it."""
    folder = tmp_path / "content" / BRIEFING
    shutil.copytree(BASE, folder)
    (folder / CLAIM).write_text(blocks(README, "yaml")[0], "utf-8")
    return folder


def test_the_claim_in_the_readme_is_right(example: Path) -> None:
    assert check_content(example.parent).problems == ()


def test_the_mistake_in_the_readme_prints_what_the_readme_shows(example: Path) -> None:
    claim = example / CLAIM
    claim.write_text(claim.read_text("utf-8").replace("killed", "kiled", 1), "utf-8")

    shown = blocks(README, "text")[0].strip()

    assert [shown] == [str(problem) for problem in check_content(example.parent).problems]


def test_every_make_target_is_in_the_readme() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert [t for t in targets if t != "help" and f"make {t}" not in README] == []


def test_every_command_is_in_the_readme_and_has_help() -> None:
    assert isinstance(main, click.Group)
    assert [name for name, command in main.commands.items() if f"`{name}`" not in README or not command.help] == []


def fields(model: type[BaseModel]) -> Iterator[str]:
    """Every field that an author can write in a record, nested ones too."""
    for name, info in model.model_fields.items():
        yield info.alias or name
        yield from (field for part in parts(info.annotation) for field in fields(part))


def parts(annotation: object) -> Iterator[type[BaseModel]]:
    """The record parts named in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from parts(inner)


@pytest.mark.parametrize("model", [Briefing, Background, Actors, Places, Event, Claim, Source])
def test_every_field_is_in_contributing(model: type[BaseModel]) -> None:
    missing = {name for name in fields(model) if not re.search(rf"\b{name}\b", CONTRIBUTING)}

    assert missing == set()


@pytest.mark.parametrize("block", blocks(CONTRIBUTING, "yaml"))
def test_every_example_in_contributing_is_yaml(block: str) -> None:
    assert isinstance(yaml.safe_load(block), dict)
