"""What the form of a file takes from the models: the order of fields, and which texts are one line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import AfterValidator, BaseModel

from generator.model.fields import folded

_PLACES = {"printed": "source", "quote_lacks_number": "quote"}
"""Fields of a subclass that stand after one that it inherits."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds, in itself or in each entry of its list."""

    model: type[BaseModel] | None = None
    """Of the group of fields; none for texts, and for what no model knows."""
    one_line: bool = False
    """Whether the model takes every run of white space in the text for one space."""


@cache
def shapes_of(model: type[BaseModel]) -> dict[str, Shape]:
    """The fields of a model as an author writes them, in the order of the one form.

    A class's own fields come before those that it inherits from its records: what is withdrawn or corrected is
    said last.
    """
    hints = get_type_hints(model, include_extras=True)
    names = {name: info.alias or name for name, info in model.model_fields.items()}
    return {names[name]: _shape(hints[name]) for name in _in_order(model)}


def _in_order(model: type[BaseModel]) -> list[str]:
    order: list[str] = []
    for owner in model.__mro__:
        own = [name for name in vars(owner).get("__annotations__", {}) if name in model.model_fields]
        order += [name for name in own if name not in order]
    for name, before in _PLACES.items():
        if name in order and before in order:
            order.remove(name)
            order.insert(order.index(before) + 1, name)
    return order


def _shape(annotation: Any) -> Shape:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(annotation)
    parts = [_shape(part) for part in get_args(annotation)]
    found = next((part.model for part in parts if part.model), None)
    here = AfterValidator(folded) in getattr(annotation, "__metadata__", ())
    return Shape(found, here or any(part.one_line for part in parts))
