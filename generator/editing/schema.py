"""The JSON Schema of each kind of file, made of the records, for completion and checks while a contributor types.

Draft 7, which every version of the YAML language server follows (2020-12 came late, and nothing in it is missed here);
`errorMessage` and `enumDescriptions` are that server's own. A schema is never stricter than the records, and what it
cannot see (links, prose, quotes) is left to `briefings check`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from generator.editing.kinds import KINDS, Kind
from generator.editing.patterns import TEXTS, TRUTH
from generator.editing.shapes import shapes_of
from generator.model.meanings import MEANINGS

Node = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"


class _Plain(GenerateJsonSchema):
    """Says what a field is where it is written: no None, no default, no title made of its name."""

    def nullable_schema(self, schema: Any) -> Node:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Node:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


def print_schemas() -> dict[str, str]:
    """The text of every schema file, by its name."""
    return {f"{kind.name}.json": _printed(arrange_schema(kind)) for kind in KINDS}


def _printed(schema: Node) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def arrange_schema(kind: Kind) -> Node:
    """The schema of one kind of file; the groups of fields inside its records stand under 'definitions'."""
    raw = kind.model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Plain)
    groups = {group.__name__: group for group in groups_in(kind.model)}
    parts = {name: _group(raw["$defs"][name], groups[name]) for name in sorted(groups)}
    return {"$schema": DRAFT, **_group(raw, kind.model), "definitions": {**parts, "TrueOrFalse": TRUTH}}


def groups_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Every group of fields inside a model, at any depth."""
    for shape in shapes_of(model).values():
        if shape.model:
            yield shape.model
            yield from groups_in(shape.model)


def _group(raw: Node, model: type[BaseModel]) -> Node:
    """A group of fields, in the order of the one form."""
    names = [*shapes_of(model)]
    return {
        "title": re.sub(r"(?<=[a-z])(?=[A-Z])", " ", raw["title"]).capitalize(),
        "description": " ".join(raw["description"].split()),
        "type": "object",
        "required": [name for name in names if name in raw["required"]],
        **{rule: raw[rule] for rule in ("oneOf", "anyOf") if rule in raw},
        "additionalProperties": False,
        "properties": {name: _field(raw["properties"][name]) for name in names},
    }


def _field(raw: Node) -> Node:
    """A field: what editors show of it, then what they hold it to."""
    field: Node = {key: raw[key] for key in ("title", "description", "$ref") if key in raw}
    match raw:
        case {"text": text}:
            field |= TEXTS[text]
        case {"enum": words} | {"const": words}:
            field |= _choice(words)
        case {"items": items}:
            field |= {"type": "array"} | {key: raw[key] for key in ("minItems", "maxItems") if key in raw}
            field["items"] = _field(items)
        case {"anyOf": branches}:
            field |= {"anyOf": [_field(branch) for branch in branches]}
    if raw.get("examples"):
        field["examples"] = [as_editors_read(example) for example in raw["examples"]]
    return field


def _choice(words: str | list[str]) -> Node:
    """One word of a list, each with its meaning; a word alone is told in the field's description."""
    if isinstance(words, str):
        return {"title": words, "type": "string", "enum": [words]}
    meanings = MEANINGS[tuple(words)]
    return {"type": "string", "enum": words, "enumDescriptions": [meanings[word] for word in words]}


def as_editors_read(text: str) -> str | int:
    """The value that YAML makes of a plain text where it is a whole number, so that no editor quotes it."""
    return int(text) if re.fullmatch("[0-9]+", text) else text
