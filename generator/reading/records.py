"""From a file's tree to a record: pydantic's errors become problems in our words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.fields import MAX_ID
from generator.problems import Field, Place, Problem, nearest

Model = TypeVar("Model", bound=BaseModel)

Location = tuple[int | str, ...]
"""Pydantic's path to a value."""

MAX_PROBLEMS = 200
"""So many mistakes of one file are reported, no more."""


def read_record(model: type[Model], tree: object, at: Place) -> tuple[Model | None, list[Problem]]:
    """Make a record of a file's data, or say everything that is wrong with it."""
    if not isinstance(tree, dict):
        hint = "a file is a list of 'name: value' lines"
        return None, [Problem("wrong-shape", at, "expected fields here", hint)]
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MAX_PROBLEMS]
        unknown = {details["loc"] for details in errors if details["type"] == "extra_forbidden"}
        missing = {details["loc"] for details in errors if details["type"] == "missing"}
        strays = {loc: home for loc in unknown if (home := _home_of(loc, missing))}
        told = [
            d
            for d in errors
            if not (_is_second_branch(d) or _is_misspelt(d, unknown) or _is_of_entries(d, errors))
            and d["loc"] not in strays.values()
        ]
        problems = [_problem(details, model, at) for details in told]
        return None, [
            replace(p, hint=_way_home(strays[d["loc"]])) if d["loc"] in strays else p
            for p, d in zip(problems, told, strict=True)
        ]


def _home_of(loc: Location, missing: set[Location]) -> Location | None:
    """Where a field is missing that stands elsewhere, at the wrong depth: one mistake, not two."""
    return next((home for home in sorted(missing, key=str) if home[-1] == loc[-1]), None)


def _way_home(home: Location) -> str:
    parents = [str(step) for step in home[:-1] if isinstance(step, str)]
    if not parents:
        return "it belongs to the whole file: begin it at the margin"
    return f"it belongs to '{parents[-1]}': indent it like the other fields there"


def _is_of_entries(details: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """A list that is too short only because an entry of it has a mistake of its own."""
    loc = details["loc"]
    return details["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in errors
    )


def _is_misspelt(details: ErrorDetails, unknown: set[Location]) -> bool:
    """A field that is missing because an unknown one stands for it is one mistake, not two."""
    if details["type"] != "missing":
        return False
    *parent, name = details["loc"]
    beside = [str(loc[-1])[:MAX_ID] for loc in unknown if list(loc[:-1]) == parent]
    return bool(get_close_matches(str(name), beside, n=1))


def _is_second_branch(details: ErrorDetails) -> bool:
    """A date or 'unknown' that is neither is one mistake, not two."""
    return details["type"] == "literal_error" and str(details["loc"][-1]).startswith("literal[")


def _problem(details: ErrorDetails, model: type[BaseModel], at: Place) -> Problem:
    field = tuple(step for step in details["loc"] if not _is_branch(step))
    place = Place(at.file, (*at.field, *field))
    given = details["input"]
    context: dict[str, Any] = details.get("ctx", {})
    last = str(field[-1]) if field else ""
    match details["type"]:
        case "missing":
            parent = Place(at.file, (*at.field, *field[:-1]))
            return Problem("missing-field", parent, f"'{last}' is missing", _about(model, field))
        case "extra_forbidden":
            known = _fields_at(model, field[:-1])
            on_key = Place(at.file, place.field, on_key=True)
            return Problem("unknown-field", on_key, f"unknown field '{_short(last)}'", nearest(last[:MAX_ID], known))
        case "literal_error":
            return _unknown_word(place, last, given, context)
        case "too_short" | "too_long":
            entries = context["actual_length"]
            message = f"'{_name(field)}' has {entries} {'entry' if entries == 1 else 'entries'}"
            return Problem("wrong-count", place, message, _count(context))
        case "tuple_type" | "list_type":
            message = f"'{_name(field)}' is a list, not {_kind(given)}"
            return Problem("wrong-shape", place, message, _list_hint(given))
        case "model_type" | "model_attributes_type" | "dict_type":
            message = f"'{_name(field)}' is a group of fields, not {_kind(given)}"
            return Problem("wrong-shape", place, message, _group_hint(given))
        case code:
            return Problem(code, place, str(context.get("message", details["msg"])), str(context.get("hint", "")))


def _is_branch(step: str | int) -> bool:
    """Pydantic names the branch of a union or the validator's function in its path."""
    return isinstance(step, str) and step.endswith((")", "]"))


def _unknown_word(place: Place, field: str, given: object, context: dict[str, Any]) -> Problem:
    choices = re.findall(r"'([^']*)'", str(context["expected"]))
    if not isinstance(given, str):
        return Problem("wrong-shape", place, f"expected a word here, not {_kind(given)}", nearest("", choices))
    name = field.replace("_", " ")
    hint = nearest(given[:MAX_ID], choices)
    return Problem(f"unknown-{field.replace('_', '-')}", place, f"unknown {name} '{_short(given)}'", hint)


def _list_hint(given: object) -> str:
    if isinstance(given, str) and re.match(r"-\w", given):
        return "put a space after the hyphen"
    return "write each entry on a line of its own after '- '"


def _group_hint(given: object) -> str:
    if isinstance(given, str) and re.match(r"[a-z_]+:\S", given):
        return "put a space after the colon"
    return "write 'name: value' lines below it, indented"


def _fields_at(model: type[BaseModel], path: Field) -> list[str]:
    found = _model_at(model, path)
    return [info.alias or name for name, info in found.model_fields.items()] if found else []


def _model_at(model: type[BaseModel], path: Field) -> type[BaseModel] | None:
    """Follow a field path through nested models."""
    here: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int) or here is None:
            continue
        by_alias = {info.alias or name: info for name, info in here.model_fields.items()}
        info = by_alias.get(step)
        here = next(_models_in(info.annotation), None) if info else None
    return here


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)


def _about(model: type[BaseModel], field: Field) -> str:
    owner = _model_at(model, field[:-1])
    return f"every {owner.__name__.lower()} has it" if owner else ""


def _count(context: dict[str, Any]) -> str:
    low, high = context.get("min_length"), context.get("max_length")
    return f"at least {low}" if low and not high else f"exactly {low or high}"


def _name(field: Field) -> str:
    return next((str(step) for step in reversed(field) if isinstance(step, str)), "the file")


def _kind(given: object) -> str:
    kinds = ((str, "a text"), (list, "a list"), (dict, "a group of fields"))
    return next((name for kind, name in kinds if isinstance(given, kind)), "this")


def _short(text: str) -> str:
    return text if len(text) <= MAX_ID else f"{text[:MAX_ID]}…"
