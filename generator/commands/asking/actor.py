"""Questions about somebody who speaks or acts."""

from __future__ import annotations

from collections.abc import Callable

from generator.commands.asking.interview import Question
from generator.commands.asking.picking import Picker
from generator.commands.asking.session import Drafts, Session
from generator.editing.choices import actors_of, sides_of, words_of
from generator.editing.drafts import Draft
from generator.editing.finding import Choice
from generator.editing.naming import slug
from generator.model.briefing import Actor
from generator.model.vocabulary import ActorKind
from generator.reading.strict_yaml import Tree

NAME = Question("What is the speaker or actor called?", "--name", "Belmark Ministry of Defence")
KIND = Question("What kind of actor is that?", "--kind", "government")
SIDE = Question("On which of the two sides?", "--side", may_lack=True, why="Nothing for neither side.")
DESCRIPTOR = Question(
    "Who is that, in one neutral phrase?",
    "--descriptor",
    "defence ministry of Belmark",
    "It is printed wherever the actor is introduced.",
)
ALSO = Question(
    "Under which other names do reports mention it?",
    "--also",
    "Bel MoD, Ministry of Defense",
    "Search finds these too; with commas between them.",
    may_lack=True,
)


def ask_actor(session: Session, key: str = "actor") -> Drafts:
    """An entry of actors.yml."""
    called = session.text(f"{key}.name", Actor, "name", NAME)
    tree: dict[str, Tree] = {"name": called}
    tree["kind"] = Picker(session.interview, KIND, words_of(ActorKind)).one(f"{key}.kind")
    side = Picker(session.interview, SIDE, sides_of(session.records)).one_or_none(f"{key}.side")
    tree |= {"side": side} if side else {}
    tree |= session.extras(key, Actor, "part_of")
    tree["descriptor"] = session.text(f"{key}.descriptor", Actor, "descriptor", DESCRIPTOR)
    if also := session.texts(f"{key}.also", Actor, "also", ALSO):
        tree["also"] = also
    id_ = session.id_for(key, [choice.id for choice in known_actors(session, key)], [slug(called)])
    return {key: Draft("actor", id_, {"id": id_, **tree})}


def known_actors(session: Session, but: str = "") -> list[Choice]:
    """Those of actors.yml and those that were made a moment ago."""
    return [*actors_of(session.records), *session.made("actor", but)]


def add_actor(session: Session) -> Callable[[], str]:
    """Makes an actor in the middle of another record."""
    return lambda: session.add("actor", ask_actor)
