"""What an editor makes of a record's file: YAML 1.2 core values, held to the schema of the file's kind."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

from generator.editing.kinds import Kind, find_kind
from generator.editing.schema import arrange_schema

_NOTHING = re.compile(r"~|null|Null|NULL|")
_TRUE, _FALSE = {"true", "True", "TRUE"}, {"false", "False", "FALSE"}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def as_editors_read(text: str) -> Any:
    """The values of one YAML document by the core schema of YAML 1.2; raises yaml.YAMLError."""
    return _value(yaml.compose(text, Loader=yaml.SafeLoader))


def _value(node: yaml.Node | None) -> Any:
    match node:
        case yaml.MappingNode():
            return {key.value: _value(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_value(item) for item in node.value]
        case yaml.ScalarNode(value=text) if not node.style:
            return _plain(text)
        case yaml.ScalarNode(value=text):
            return text
    return None


def _plain(text: str) -> Any:
    """A value without quotes: a number, true, false or nothing where it looks like one."""
    if _NOTHING.fullmatch(text):
        return None
    if text in _TRUE | _FALSE:
        return text in _TRUE
    if _WHOLE.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return float(text.replace(".", "")) if _SPECIAL.fullmatch(text) else text


def kind_of(path: Path) -> Kind:
    """The kind of a content file, which must have one."""
    kind = find_kind(path)

    assert kind, path
    return kind


@cache
def validator(kind: Kind) -> Draft7Validator:
    return Draft7Validator(arrange_schema(kind))


def refusals(kind: Kind, text: str) -> list[str]:
    """What the schema of a kind has against a file's text."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(kind).iter_errors(as_editors_read(text))]


class _AsTyped(yaml.SafeDumper):
    """Writes text without quotes wherever YAML's syntax allows it, as people do."""


_AsTyped.yaml_implicit_resolvers = {}


def as_typed(tree: object) -> str:
    """A record as a contributor would type it."""
    return str(yaml.dump(tree, Dumper=_AsTyped, allow_unicode=True, sort_keys=False))
