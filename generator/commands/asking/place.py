"""Questions about a place."""

from __future__ import annotations

from collections.abc import Callable

from generator.commands.asking.interview import Question
from generator.commands.asking.picking import Picker
from generator.commands.asking.session import Drafts, Session
from generator.commands.asking.source import ask_source, ask_where
from generator.editing.choices import countries_of, places_of, words_of
from generator.editing.drafts import Draft
from generator.editing.finding import Choice
from generator.editing.naming import slug
from generator.editing.pages_read import is_address
from generator.model.briefing import Place
from generator.model.vocabulary import PlaceKind, Precision
from generator.reading.strict_yaml import Tree

NAME = Question("What is the place called?", "--name", "Sorn Bridge")
KIND = Question("What kind of place is that?", "--kind", "crossing")
COUNTRIES = Question(
    "In which country?", "--country", "Arvenia", "For a border or a crossing both, with a comma.", True
)
ALSO = Question(
    "How else is it spelt, in any script?",
    "--also",
    "Zorn Bridge, سورن",
    "Search finds these too; with commas between them.",
    may_lack=True,
)
COORDINATES = Question(
    "Where on the map: latitude, longitude?",
    "--coordinates",
    "34.11, 71.08",
    "Two decimals at most, and only from a page that you can name. Without them there is no pin.",
    may_lack=True,
)
PRECISION = Question("How exactly do they show the place?", "--precision", "exact")
GIVEN_BY = Question(
    "Which page gives the coordinates?", "--coordinates-source", "geonames", "Its address, or a known source."
)


def ask_place(session: Session, key: str = "place") -> Drafts:
    """An entry of places.yml, and the source of its coordinates where that is new."""
    called = session.text(f"{key}.name", Place, "name", NAME)
    tree: dict[str, Tree] = {"name": called}
    tree["kind"] = Picker(session.interview, KIND, words_of(PlaceKind)).one(f"{key}.kind")
    default = ", ".join(countries_of(session.records)[:1])
    for name, question, offered in (("countries", COUNTRIES, default), ("also", ALSO, "")):
        if listed := session.texts(f"{key}.{name}", Place, name, question, offered):
            tree[name] = listed
    tree |= session.extras(key, Place, "admin", "within", "note")
    drafts = _ask_coordinates(session, key, tree)
    taken = [choice.id for choice in known_places(session, key)]
    id_ = session.id_for(key, taken, [slug(called)])
    return {**drafts, key: Draft("place", id_, {"id": id_, **tree})}


def _ask_coordinates(session: Session, key: str, tree: dict[str, Tree]) -> Drafts:
    """Coordinates with what they rest on."""
    coordinates = session.text_or_none(f"{key}.coordinates", Place, "coordinates", COORDINATES)
    if not coordinates:
        return {}
    exact = [choice for choice in words_of(Precision) if choice.id in ("exact", "near")]
    tree["coordinates"] = coordinates
    tree["precision"] = Picker(session.interview, PRECISION, exact).one(f"{key}.precision", "exact")
    where = ask_where(session, f"{key}.coordinates_source", GIVEN_BY)
    draft = ask_source(session, where, f"{key}-source") if is_address(where) else None
    tree["coordinates_source"] = draft.id if draft else where
    return {f"{key}-source": draft} if draft else {}


def known_places(session: Session, but: str = "") -> list[Choice]:
    """Those of places.yml and those that were made a moment ago."""
    return [*places_of(session.records), *session.made("place", but)]


def add_place(session: Session) -> Callable[[], str]:
    """Makes a place in the middle of another record."""
    return lambda: session.add("place", ask_place)
