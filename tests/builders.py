"""Records made of small dicts, for tests that state only what they are about.

A fictional war between Red and Blue, each with an army and a government; a hospital and a monitor on neither side;
one clash on 5 March 2031. What a test does not name is filled in here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from generator.model.briefing import Actor, Background, Briefing, Place
from generator.model.claims import Claim
from generator.model.corpus import Dossier
from generator.model.dates import parse_when
from generator.model.events import Event, Source
from generator.model.records import FileRecord, Record
from generator.problems import Place as At

Fields = Mapping[str, Any]
AnyRecord = TypeVar("AnyRecord", bound=Record)

STORY = "red-blue-2031"
CLASH = "2031-03-05-clash"
RED, BLUE = ({"id": name.lower(), "name": name, "descriptor": f"the government of {name}"} for name in ("Red", "Blue"))

_ACTORS = {
    "red-army": "military",
    "red-government": "government",
    "blue-army": "military",
    "blue-government": "government",
    "hospital": "hospital",
    "monitor": "monitor",
    "residents": "witnesses",
    "officials": "unnamed-officials",
}
_BRIEFING: Fields = {
    "title": "Red and Blue, 2031",
    "short_title": "Red–Blue",
    "summary": "Red and Blue exchanged fire in March 2031.",
    "status": {"state": "active", "rationale": "Both report fire.", "as_of": "2031-04-01", "sources": ["times"]},
    "time_zone": "Europe/Paris",
    "sides": [RED, BLUE],
    "groups": [
        {"id": "red-soldiers", "label": "Red soldiers", "unit": "people", "side": "red"},
        {"id": "blue-soldiers", "label": "Blue soldiers", "unit": "people", "side": "blue"},
        {"id": "civilians", "label": "civilians", "unit": "people"},
    ],
    "scopes": [{"id": "east-bank", "label": "east bank only"}],
    "points": [
        {"id": "who-fired-first", "question": "Who fired first?", "event": CLASH},
        {"id": "who-asked", "question": "Who asked for the truce?"},
    ],
    "scope_in": ["Fighting"],
    "scope_out": ["Trade"],
}


def placed(record: AnyRecord, file: str) -> AnyRecord:
    """Tell a record which file it stands in, as the reader does."""
    record.placed(At(f"content/{STORY}/{file}"))
    return record


def reports(quote: str = "As said.", **fields: Any) -> list[Fields]:
    """One report of whatever is said."""
    return [{"source": "times", "quote": quote, **fields}]


def figure(value: str, **fields: Any) -> Fields:
    """A number of Red soldiers killed, unless told otherwise."""
    usual = {"of": "red-soldiers", "outcome": "killed", "basis": "statement", "reports": reports()}
    return {**usual, "value": value, **fields}


def says(text: str, point: str | None = None) -> Fields:
    """A statement, on a point or on none."""
    return {"says": text, "reports": reports()} | ({"point": point} if point else {})


def response(kind: str, to: str | None = None, **fields: Any) -> Fields:
    """An answer to a claim, or to one of its figures."""
    return {"kind": kind, "reports": reports(), **fields} | ({"to": to} if to else {})


def claim(claimant: str, *figures: Fields, said: str = "2031-03-06", id: str = "", **fields: Any) -> Claim:
    """What a claimant says about the clash; its id is made of the date and the claimant."""
    about = {} if "period" in fields else {"event": CLASH}
    tree = {**about, "claimant": claimant, "said": said, "figures": figures, **fields}
    return placed(Claim.model_validate(tree), f"claims/{id or f'{parse_when(said).slug}-{claimant}'}.yml")


def event(id: str = CLASH, when: str = "2031-03-05", **fields: Any) -> Event:
    usual = {
        "title": "Clash at the river",
        "place_precision": "near",
        "type": "battles",
        "subtype": "armed-clash",
        "actors": [{"actor": "red-army", "role": "participant"}],
        "summary": "Both armies exchanged fire.",
        "sources": ["times"],
    }
    return placed(Event.model_validate({**usual, "when": when, **fields}), f"events/{id}.yml")


def source(id: str = "times", **fields: Any) -> Source:
    usual = {
        "publisher": "The Times",
        "url": "https://times.example.org/1",
        "published": "2031-03-06",
        "language": "en",
        "kind": "newspaper",
        "read": "excerpt",
    }
    return placed(Source.model_validate({**usual, **fields}), f"sources/{id}.yml")


def place(id: str, **fields: Any) -> Place:
    tree = {"id": id, "name": id.title(), "kind": "village", **fields}
    return placed(Place.model_validate(tree), "places.yml")


def background(text: str = "The river has been the border since 1921.", **fields: Any) -> Background:
    tree = {"sections": [{"id": "river", "title": "The river", "text": text, "sources": ["times"], **fields}]}
    return placed(Background.model_validate(tree), "background.yml")


def actor(id: str) -> Actor:
    side = id.partition("-")[0]
    belongs = {"side": side} if side in ("red", "blue") else {}
    tree = {"id": id, "name": id.replace("-", " ").title(), "kind": _ACTORS[id], "descriptor": "one of those who speak"}
    return placed(Actor.model_validate(tree | belongs), "actors.yml")


def dossier(*records: FileRecord | Place | Background, **briefing: Any) -> Dossier:
    """A briefing that holds these records, the clash and one source; keywords change fields of briefing.yml."""
    files = {record.at.file: record for record in (event(), source(), *records) if not isinstance(record, Place)}
    given = [files[file] for file in sorted(files)]
    return Dossier(
        id=STORY,
        briefing=placed(Briefing.model_validate({**_BRIEFING, **briefing}), "briefing.yml"),
        background=next((record for record in given if isinstance(record, Background)), None),
        actors={id: actor(id) for id in sorted(_ACTORS)},
        places={record.id: record for record in records if isinstance(record, Place)},
        sources={record.id: record for record in given if isinstance(record, Source)},
        events={record.id: record for record in given if isinstance(record, Event)},
        claims={record.id: record for record in given if isinstance(record, Claim)},
    )
