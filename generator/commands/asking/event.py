"""Questions about an event, and about the page that reports it where that is new."""

from __future__ import annotations

from typing import get_args

from generator.commands.asking.actor import add_actor, known_actors
from generator.commands.asking.interview import Question
from generator.commands.asking.picking import Picker
from generator.commands.asking.place import add_place, known_places
from generator.commands.asking.session import Drafts, Session
from generator.commands.asking.source import ask_source, ask_where
from generator.editing.acled import TYPE_OF
from generator.editing.answers import UnfitAnswerError
from generator.editing.choices import words_of
from generator.editing.drafts import Draft
from generator.editing.finding import Choice
from generator.editing.naming import event_names
from generator.editing.pages_read import is_address
from generator.model.dates import parse_when
from generator.model.events import Event
from generator.model.vocabulary import Precision, Role
from generator.problems import nearest
from generator.reading.strict_yaml import Tree
from generator.rules.time_and_place import finest_of

TITLE = Question("What happened, as a short title?", "--title", "Clash at the river Sorn", "No numbers of victims.")
WHEN = Question("When?", "--when", "2031-03-05", "Or: night of 2031-03-05, 2031-03-05 to 2031-03-07, 2031-03.")
PLACES = Question("Where did it happen?", "--place", "sorn-bridge", "Several with commas.", may_lack=True)
PRECISION = Question("How exactly is the place known?", "--place-precision", "near", assumed=True)
SUBTYPE = Question("What kind of event is it?", "--subtype", "armed-clash")
ACTORS = Question(
    "Who was involved?",
    "--actor",
    "arvenian-army, belmark-ministry: accused",
    f"Several with commas; a role may follow a colon: {', '.join(get_args(Role))}. Without one: participant.",
)
SUMMARY = Question(
    "What happened, in a sentence or two?",
    "--summary",
    "Forces of both countries exchanged fire. Each side says that the other fired first.",
    "What is disputed with its owner ('Belmark says that …'); no numbers of victims: these are claims.",
)


def ask_event(session: Session) -> Drafts:
    """An event, the new source that reports it, and actors and places that were not known."""
    where = ask_where(session, "event.source")
    source = ask_source(session, where) if is_address(where) else None
    title = session.text("event.title", Event, "title", TITLE)
    when = session.text("event.when", Event, "when", WHEN)
    tree: dict[str, Tree] = {"title": title, "when": when}
    tree |= session.extras("event", Event, "time", "time_zone", "note")
    tree |= ask_places(session)
    subtype = Picker(session.interview, SUBTYPE, _subtypes()).one("event.subtype")
    tree |= {"type": TYPE_OF[subtype], "subtype": subtype, "actors": ask_involved(session)}
    tree["summary"] = session.text("event.summary", Event, "summary", SUMMARY)
    tree["sources"] = [source.id if source else where]
    id_ = session.id_for("event", session.records.events, event_names(parse_when(when), title))
    session.known.event, session.known.source = id_, source.id if source else where
    return {**session.added, **({"source": source} if source else {}), "event": Draft("event", id_, tree)}


def ask_places(session: Session) -> dict[str, Tree]:
    """Places, and how exactly they are known: no finer than the finest of them (rule 7)."""
    places = Picker(session.interview, PLACES, known_places(session), new=add_place(session)).many("event.places")
    kinds = [str(kind) for kind in map(kinds_of(session).get, places) if kind]
    finest = finest_of(kinds) if kinds else "country"
    allowed = get_args(Precision)[get_args(Precision).index(finest) :]
    choices = [choice for choice in words_of(Precision) if choice.id in allowed]
    default = "near" if finest == "exact" else finest
    precision = Picker(session.interview, PRECISION, choices).one("event.place_precision", default)
    found: dict[str, Tree] = {"places": [*places]} if places else {}
    return {**found, "place_precision": precision}


def kinds_of(session: Session) -> dict[str, str]:
    """The kind of each place, those included that were made a moment ago."""
    known: dict[str, str] = {place.id: place.kind for place in session.records.places.values()}
    return known | {d.id: str(d.tree["kind"]) for d in session.added.values() if d.kind == "place"}


def ask_involved(session: Session) -> list[Tree]:
    """Actors with their roles."""
    picker = Picker(session.interview, ACTORS, known_actors(session), new=add_actor(session))

    def read(typed: str) -> list[Tree]:
        found: dict[str, Tree] = {}
        for part in filter(None, map(str.strip, typed.split(","))):
            name, _, role = part.partition(":")
            actor = picker.read(name.strip())
            found.setdefault(actor, {"actor": actor, "role": _role(role.strip() or "participant")})
        if not found:
            raise UnfitAnswerError("no value here", "at least one")
        return list(found.values())

    return session.interview.need("event.actors", ACTORS, read, show=picker.show)


def _role(word: str) -> str:
    if word not in get_args(Role):
        raise UnfitAnswerError(f"unknown role '{word}'", nearest(word, get_args(Role)))
    return word


def _subtypes() -> list[Choice]:
    return [Choice(subtype, also=(kind,)) for subtype, kind in TYPE_OF.items()]
