"""Questions about a briefing that does not exist yet: as much as makes a whole folder that passes the check."""

from __future__ import annotations

from collections.abc import Iterator

from generator.commands.asking.interview import Question
from generator.commands.asking.picking import Picker
from generator.commands.asking.session import Drafts, Session
from generator.commands.asking.source import ADDRESS, ask_source
from generator.editing.answers import UnfitAnswerError, read_answer
from generator.editing.choices import words_of
from generator.editing.drafts import Draft
from generator.editing.naming import slug
from generator.editing.specs import GroupSpec, read_group_spec
from generator.model.briefing import Briefing, Group, Place, Side, Status
from generator.model.events import Source
from generator.model.vocabulary import ActorKind, ConflictState, PlaceKind
from generator.reading.strict_yaml import Tree

TITLE = Question("What is the briefing about? Its title.", "--title", "Arvenia–Belmark river clashes, 2031")
SHORT = Question("A short title, for navigation?", "--short-title", "Arvenia–Belmark", assumed=True)
SIDES = (
    Question("What is the first side called?", "--side", "Arvenia", "Their order is the order on every page."),
    Question("What is the other side called?", "--side", "Belmark"),
)
DESCRIPTOR = Question("Who is that, in one neutral phrase?", "--side", "the government in Arven and its forces")
SPEAKER = Question("What kind of actor speaks for it?", "--side", "government", assumed=True)
SOURCE = Question(
    "A first page that reports on it: its address?",
    "--source",
    ADDRESS.example,
    "How things stand has to rest on a source.",
)
SUMMARY = Question(
    "What is happening, in at most 60 words?",
    "--summary",
    "Forces of Arvenia and Belmark exchanged fire across the river Sorn in March 2031.",
    "No numbers of victims: they come as claims.",
)
STATE = Question("How do things stand?", "--state", "active")
RATIONALE = Question("Why do we say so?", "--rationale", "Both governments reported fire at the river in March.")
AS_OF = Question("Up to which day is that known?", "--as-of", "2031-03-20")
ZONE = Question("In which time zone do the events happen?", "--time-zone", "Asia/Kabul")
GROUP = Question(
    "Who or what is counted?",
    "--group",
    "Belmark soldiers / people / belmark",
    "LABEL / UNIT / SIDE; without a unit it is people, without a side they are of neither.",
    may_lack=True,
    enter="soldiers and civilians of both sides",
)
ANOTHER = Question("Another group?", "--group", "Belmark posts / posts / belmark", may_lack=True, enter="no more")
PLACE = Question("A first place, for the map and the events?", "--place", "Sorn Bridge")
PLACE_KIND = Question("What kind of place is that?", "--place-kind", "crossing")
SCOPE_IN = Question("What does the briefing cover?", "--covers", "Fighting on the river Sorn")
SCOPE_OUT = Question("What does it leave out?", "--leaves-out", "Fighting elsewhere")


def ask_briefing(session: Session) -> Drafts:
    """briefing.yml, actors.yml with the two governments' sides, places.yml and a first source."""
    title = session.text("briefing.title", Briefing, "title", TITLE)
    short = session.text("briefing.short_title", Briefing, "short_title", SHORT, title.split(",")[0])
    session.briefing = session.id_for("briefing", session.taken_folders(), [slug(title)])
    sides, speakers = [], {}
    for number in (0, 1):
        sides.append(ask_side(session, number))
        speakers[f"actor{number}"] = ask_speaker(session, number, sides[-1])
    url = session.text("briefing.source", Source, "url", SOURCE)
    source = ask_source(session, url)
    tree: dict[str, Tree] = {"title": title, "short_title": short}
    tree["summary"] = session.text("briefing.summary", Briefing, "summary", SUMMARY)
    tree["status"] = ask_status(session, source.id)
    tree["time_zone"] = session.text("briefing.time_zone", Briefing, "time_zone", ZONE)
    tree |= {"sides": [*sides], "groups": [*ask_groups(session, sides)]}
    place = ask_first_place(session)
    tree["scope_in"] = [session.text("briefing.scope_in", Place, "name", SCOPE_IN)]
    tree["scope_out"] = [session.text("briefing.scope_out", Place, "name", SCOPE_OUT)]
    return {"source": source, **speakers, "place": place, "briefing": Draft("briefing", session.briefing, tree)}


def ask_side(session: Session, number: int) -> dict[str, Tree]:
    key = f"briefing.sides.{number}"
    name = session.text(f"{key}.name", Side, "name", SIDES[number])
    descriptor = session.text(f"{key}.descriptor", Side, "descriptor", DESCRIPTOR)
    return {"id": slug(name) or f"side-{number + 1}", "name": name, "descriptor": descriptor}


def ask_speaker(session: Session, number: int, side: dict[str, Tree]) -> Draft:
    """The side itself as the first who speaks: a government, an armed group."""
    kind = Picker(session.interview, SPEAKER, words_of(ActorKind)).one(f"briefing.sides.{number}.kind", "government")
    id_, name = str(side["id"]), str(side["name"])
    if kind == "government":
        id_, name = f"{id_}-government", f"Government of {name}"
    tree: dict[str, Tree] = {"id": id_, "name": name, "kind": kind, "side": side["id"]}
    return Draft("actor", id_, {**tree, "descriptor": side["descriptor"]})


def ask_status(session: Session, source: str) -> dict[str, Tree]:
    state = Picker(session.interview, STATE, words_of(ConflictState)).one("briefing.status.state", "active")
    rationale = session.text("briefing.status.rationale", Status, "rationale", RATIONALE)
    as_of = session.text("briefing.status.as_of", Status, "as_of", AS_OF)
    return {"state": state, "rationale": rationale, "as_of": as_of, "sources": [source]}


def ask_groups(session: Session, sides: list[dict[str, Tree]]) -> list[dict[str, Tree]]:
    """The groups that were named, or soldiers and civilians of each side."""
    named = list(named_groups(session))
    specs = named or [
        GroupSpec(f"{what} {side['name']}", side=str(side["id"]))
        for side in sides
        for what in ("soldiers of", "civilians in")
    ]
    return [group_tree(spec, sides) for spec in specs]


def named_groups(session: Session) -> Iterator[GroupSpec]:
    number = 0
    while spec := session.interview.ask(
        f"briefing.named.{number}", ANOTHER if number else GROUP, lambda typed: checked(read_group_spec(typed))
    ):
        yield spec
        number += 1


def checked(spec: GroupSpec) -> GroupSpec:
    """A group whose label and unit can be written."""
    read_answer(Group, "label", spec.label)
    read_answer(Group, "unit", spec.unit)
    if not slug(spec.label):
        raise UnfitAnswerError(f"'{spec.label}' has no Latin letters to make an id of", "write it in English")
    return spec


def group_tree(spec: GroupSpec, sides: list[dict[str, Tree]]) -> dict[str, Tree]:
    side = next(
        (s["id"] for s in sides if spec.side.casefold() in (str(s["id"]), str(s["name"]).casefold())), spec.side
    )
    return {"id": slug(spec.label), "label": spec.label, "unit": spec.unit, **({"side": side} if side else {})}


def ask_first_place(session: Session) -> Draft:
    name = session.text("place.name", Place, "name", PLACE)
    kind = Picker(session.interview, PLACE_KIND, words_of(PlaceKind)).one("place.kind")
    return Draft("place", slug(name) or "place", {"id": slug(name) or "place", "name": name, "kind": kind})
