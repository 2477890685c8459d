"""The comments of new files: a line above fields that often puzzle people, and the optional fields to uncomment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from generator.editing.shapes import shapes_of
from generator.model.briefing import Actor, Briefing, Group, Headline, Place, Status
from generator.model.claims import Claim, Figure, Quotation, Report, Response, Statement
from generator.model.events import Event, Source
from generator.problems import Field
from generator.reading.commented import Comment
from generator.reading.strict_yaml import Tree


@dataclass(frozen=True)
class Help:
    """What a group of fields is commented with."""

    above: Mapping[str, str] = field(default_factory=dict)
    """By field: the line above it."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """By field that may be left out: an example, and behind two spaces what it is for."""


_QUOTED = {"note": "note: From the headline.  where something must be said about this report"}
_FOREIGN = {
    "language": "language: ur  of the quote, if it is not the source's",
    "gloss": "gloss: Our English translation.  needed where the quote is not English",
    "via": "via: State Wire  who passed the words on",
}
HELP: Mapping[type[BaseModel], Help] = {
    Claim: Help(
        above={
            "said": "the day it was said or, failing that, first reported",
            "figures": "a number keeps its 'at least' or 'about', and its quote must contain it",
            "statements": "'says' completes \"… says that\", in neutral words and without numbers",
            "responses": "what this speaker answers to a claim of somebody else",
        },
        left_out={
            "as_of": "as_of: 2031-03-20  the day that a running count reaches, if it is not the day it was said",
            "note": "note: Outlets differ on the place.  what a reader should know about this claim",
        },
    ),
    Figure: Help(
        left_out={
            "scope": "scope: at-the-bridge  where only a part is counted; an id of 'scopes' in briefing.yml",
            "includes": "includes: soldiers and border guards  who is in the count, in the claimant's terms",
            "subset_of": "subset_of: belmark-soldiers-killed  another figure of this file, of which this one is a part",
            "revises": "revises: 2031-03-06-arvenian-army#belmark-soldiers-killed  the earlier answer it replaces",
            "reason": "reason: as stated  why the number changed; obligatory when it falls",
            "note": "note: One number for both nights.  what a reader should know about this number",
        }
    ),
    Report: Help(
        left_out={
            "printed": "printed: more than 58  only where this page prints the number differently",
            **_FOREIGN,
            **_QUOTED,
        }
    ),
    Quotation: Help(left_out={**_FOREIGN, **_QUOTED}),
    Statement: Help(
        left_out={"point": "point: who-fired-first  the disputed point it speaks to; an id of 'points' in briefing.yml"}
    ),
    Response: Help(left_out={"says": 'says: the number is wrong  completes "… says that", in neutral words'}),
    Event: Help(
        above={
            "title": "neutral, and without the number of victims",
            "place_precision": "how exactly the place is known: exact, near, district, province, area, country",
            "type": "ACLED's event types, and below its sub-event types",
            "summary": "what nobody disputes; the rest with its owner ('Belmark says that …'); no numbers of victims:"
            " cite them as [figure:CLAIM-ID#GROUP-OUTCOME]",
        },
        left_out={
            "time": "time: about 21:50  local",
            "time_zone": "time_zone: Asia/Kabul  of the time, if it is not the briefing's",
            "responds_to": "responds_to: [2031-03-01-shelling]  only what a source says it answered",
            "note": "note: Outlets differ on the hour.  what a reader should know about this event",
        },
    ),
    Source: Help(
        above={"read": "how much of the page was read: full-text or excerpt"},
        left_out={
            "title": "title: Fire across the river  as printed",
            "republishes": "republishes: State Wire  when the text is an agency's",
            "note": "note: The page shows no author.  what a reader should know about this page",
            "archive": "archive: https://archive.example/x  an archived copy",
        },
    ),
    Actor: Help(
        left_out={
            "side": "side: belmark  of the two sides in briefing.yml; left out for neither",
            "part_of": "part_of: belmark-government  the body it belongs to",
            "also": "also: [Bel MoD]  every other spelling in use; search finds them",
            "sources": "sources: [bel-radio-2031-03-06]  where it is described so",
        }
    ),
    Place: Help(
        left_out={
            "also": "also: [Zorn Bridge]  every spelling in use, in any script; search finds them",
            "admin": "admin: Lower Sorn  the district or province it lies in",
            "within": "within: lower-sorn  another place",
            "coordinates": "coordinates: 34.11, 71.08  latitude, longitude; add 'precision' and 'coordinates_source'",
            "note": "note: The bridge has two names.  what a reader should know about this place",
        }
    ),
    Briefing: Help(
        above={
            "summary": "what is happening, in at most 60 words and without numbers of victims",
            "status": "how things stand on the day 'as_of', and why we say so; move 'as_of' when newer records come",
            "time_zone": "of event times, where an event names none",
            "sides": "exactly two; their order is the order on every page",
            "groups": "who or what is counted; 'label' is printed after a number",
            "scope_in": "what the briefing covers, and below what it leaves out",
        },
        left_out={
            "scopes": "scopes: [{id: at-the-bridge, label: at the bridge only}]  parts that alone are counted",
            "points": "points: [{id: who-fired-first, question: Who fired first?}]  disputed points, not numbers",
            "headline": "headline: [{window: 2031-03-05-river-clash, of: belmark-soldiers, outcome: killed}]  the"
            " questions of the overview's table, once there are figures",
        },
    ),
    Status: Help(above={"state": "active, ceasefire, talks or ended"}),
    Group: Help(left_out={"note": "note: Arvenia counts border guards among them.  how claimants use the word"}),
    Headline: Help(),
}
"""By the model of the group of fields."""


def left_out(model: type[BaseModel], tree: Mapping[str, Tree]) -> list[str]:
    """The optional fields that an entry does not have."""
    return [name for name in HELP[model].left_out if name not in tree]


def comments_for(model: type[BaseModel], tree: Mapping[str, Tree]) -> dict[Field, Comment]:
    """The comments of a new file, by the path of the field or group that they stand at."""
    found: dict[Field, Comment] = {}
    for path, group, fields in _groups(model, tree, ()):
        help_ = HELP.get(group, Help())
        for name, line in help_.above.items():
            if name in fields:
                found[(*path, name)] = Comment(before=(f"# {line}",))
        after = tuple(_commented(text) for name, text in help_.left_out.items() if name not in fields)
        if after:
            found[path] = Comment(after=after)
    return found


def _groups(
    model: type[BaseModel], tree: Mapping[str, Tree], path: Field
) -> Iterator[tuple[Field, type[BaseModel], Mapping[str, Tree]]]:
    """The group itself and those in it; of a list only the first entry, which explains the others."""
    yield path, model, tree
    shapes = shapes_of(model)
    for name, node in tree.items():
        inner = shapes[name].model if name in shapes else None
        if inner and isinstance(node, Mapping):
            yield from _groups(inner, node, (*path, name))
        elif inner and isinstance(node, list) and node and isinstance(node[0], Mapping):
            yield from _groups(inner, node[0], (*path, name, 0))


def _commented(text: str) -> str:
    """The example as it would stand in the file, and behind it what it is for."""
    example, _, purpose = text.partition("  ")
    return f"# {example}  # {purpose}" if purpose else f"# {example}"
