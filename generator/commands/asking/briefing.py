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
from generator.model.vocabulary import ConflictState, PlaceKind
from generator.reading.strict_yaml import Tree

TITLE = Question("What is the briefing about? Its title.", "--title", "Arvenia–Belmark river clashes, 2031")
SHORT = Question("A short title, for navigation?", "--short-title", "Arvenia–Belmark", assumed=True)
SIDE = Question("What is the {} side called?", "--side", "Arvenia", "Their order is the order on every page.")
DESCRIPTOR = Question("Who is meant by '{}'?", "--side", "the government in Arven and its forces", "Neutral.")
SOURCE = Question(
    "A first page that reports on it: its address?", "--source", ADDRESS.example, "Something has to back the state."
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
    "LABEL / UNIT / SIDE; Enter takes the soldiers and the civilians of both sides.",
    may_lack=True,
)
ANOTHER = Question("Another group?", "--group", "Belmark posts / posts / belmark", may_lack=True)
PLACE = Question("A first place, for the map and the events?", "--place", "Sorn Bridge")
PLACE_KIND = Question("What kind of place is that?", "--place-kind", "crossing")
SCOPE_IN = Question("What does the briefing cover?", "--covers", "Fighting on the river Sorn")
SCOPE_OUT = Question("What does it leave out?", "--leaves-out", "Fighting elsewhere")


def ask_briefing(session: Session) -> Drafts:
    """briefing.yml, actors.yml with the two governments' sides, places.yml and a first source."""
    title = session.text("briefing.title", Briefing, "title", TITLE)
    short = session.text("briefing.short_title", Briefing, "short_title", SHORT, title.split(",")[0])
    session.briefing = session.id_for("briefing", session.taken_folders(), [slug(title)])
    sides = [ask_side(session, number) for number in (0, 1)]
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
    actors = {f"actor{number}": first_actor(side) for number, side in enumerate(sides)}
    return {"source": source, **actors, "place": place, "briefing": Draft("briefing", session.briefing, tree)}


def ask_side(session: Session, number: int) -> dict[str, Tree]:
    key, which = f"briefing.sides.{number}", ("first", "other")[number]
    name = session.text(f"{key}.name", Side, "name", filled(SIDE, which))
    descriptor = session.text(f"{key}.descriptor", Side, "descriptor", filled(DESCRIPTOR, name))
    return {"id": slug(name) or which, "name": name, "descriptor": descriptor}


def filled(question: Question, word: str) -> Question:
    """The question with a word put in."""
    return Question(question.text.format(word), question.option, question.example, question.why)


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


def first_actor(side: dict[str, Tree]) -> Draft:
    """The side's own government, so that there is somebody who speaks."""
    id_ = f"{side['id']}-government"
    tree: dict[str, Tree] = {"id": id_, "name": f"Government of {side['name']}", "kind": "government"}
    return Draft("actor", id_, {**tree, "side": side["id"], "descriptor": f"government on the side of {side['name']}"})


def ask_first_place(session: Session) -> Draft:
    name = session.text("place.name", Place, "name", PLACE)
    kind = Picker(session.interview, PLACE_KIND, words_of(PlaceKind)).one("place.kind")
    return Draft("place", slug(name) or "place", {"id": slug(name) or "place", "name": name, "kind": kind})
