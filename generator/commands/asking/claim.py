"""Questions about a claim: who said what, about which event, read where. A page that is new becomes a source."""

from __future__ import annotations

import click

from generator.commands.asking.actor import add_actor, known_actors
from generator.commands.asking.interview import Question
from generator.commands.asking.item import Item
from generator.commands.asking.picking import Picker
from generator.commands.asking.session import Drafts, Session
from generator.commands.asking.source import ask_source, ask_where
from generator.commands.asking.trying import verify
from generator.editing.choices import events_of
from generator.editing.drafts import Draft
from generator.editing.earlier import figures_about
from generator.editing.finding import Choice
from generator.editing.naming import claim_names
from generator.editing.pages_read import is_address
from generator.model.claims import Claim
from generator.model.dates import parse_when
from generator.reading.strict_yaml import Tree

CLAIMANT = Question("Who says it?", "--claimant", "arvenian-army", "The speaker, not the outlet that reports it.")
ABOUT = Question(
    "Which event is it about?", "--event", "2031-03-05-river-clash", "Or a period, like 2031-03-06 to 2031-04-05."
)
SAID = Question("When was it said?", "--said", "2031-03-06", "Failing that, when it was first reported.")
ITEM = Question("What does the speaker say?", "--figure", "figure")
MORE = Question("Does the speaker say more there?", "--figure", may_lack=True, enter="no")
ITEMS = (
    Choice("figure", "a number"),
    Choice("statement", "something without a number"),
    Choice("response", "an answer to a claim of somebody else"),
)
PLURALS = {"figure": "figures", "statement": "statements", "response": "responses"}
MOST_TOLD = 6


def ask_claim(session: Session) -> Drafts:
    """A claim, and its source where that is new."""
    claimant = Picker(session.interview, CLAIMANT, known_actors(session), new=add_actor(session)).one("claim.claimant")
    about = ask_about(session)
    where = ask_where(session, "claim.source")
    source = ask_source(session, where) if is_address(where) else None
    said = session.text("claim.said", Claim, "said", SAID, _day_of(session, where, source))
    drafts: Drafts = {**session.added, **({"source": source} if source else {})}
    name = "event" if about in session.records.events else "period"
    tree: dict[str, Tree] = {"claimant": claimant, "said": said, name: about}
    tree |= session.extras("claim", Claim, "as_of", "note")
    names = claim_names(parse_when(said), claimant, about)
    id_ = session.id_for("claim", session.records.claims, names)
    language = _language_of(session, where, source)
    item = Item(session, claimant, about, source.id if source else where, language, said)
    drafts["claim"] = Draft("claim", id_, tree)
    ask_items(item, tree, drafts)
    session.known.source, session.known.said = item.source, said
    return drafts


def ask_about(session: Session) -> str:
    """An event's id, or a period."""
    picker = Picker(session.interview, ABOUT, events_of(session.records), free=_period, is_free=_is_period)
    if session.known.event:
        session.interview.answers.setdefault("claim.about", session.known.event)
    about = picker.one("claim.about")
    if about not in session.interview.told and session.interview.asks:
        session.interview.told.add(about)
        tell_others(session, about)
    return about


def tell_others(session: Session, about: str) -> None:
    """Show what is said about it already: a new figure most often answers one of these."""
    figures = figures_about(session.records, about)
    for claim, figure in figures[-MOST_TOLD:]:
        actor = session.records.actors.get(claim.claimant)
        group = session.records.find_group(figure.of)
        said = f"{figure.value} {group.label if group else figure.of} {figure.outcome}"
        click.secho(f"  so far: {actor.name if actor else claim.claimant}: {said} ({claim.said})", dim=True)


def ask_items(item: Item, tree: dict[str, Tree], drafts: Drafts) -> None:
    """Everything that is said; each item is tried as soon as it is whole."""
    session = item.session
    number = 0
    while kind := ask_kind(session, number):
        listed = tree.setdefault(PLURALS[kind], [])
        assert isinstance(listed, list)
        key = f"claim.{PLURALS[kind]}.{len(listed)}"
        listed.append({"figure": item.figure, "statement": item.statement, "response": item.response}[kind](key))
        if session.interview.asks:
            verify(session, drafts)
        number += 1


def ask_kind(session: Session, number: int) -> str | None:
    """Which kind of item comes next; None when there is no more."""
    key = f"claim.items.{number}"
    if number == 0:
        return Picker(session.interview, ITEM, ITEMS).one(key, "figure")
    return Picker(session.interview, MORE, ITEMS).one_or_none(key)


def _is_period(typed: str) -> bool:
    try:
        return bool(parse_when(typed))
    except ValueError:
        return False


def _period(typed: str) -> str:
    return parse_when(typed).written


def _day_of(session: Session, where: str, source: Draft | None) -> str:
    """The day of the page, which most often is the day that it was said."""
    if source:
        published = str(source.tree["published"])
        return "" if published == "unknown" else published
    known = session.records.sources.get(where)
    return known.date.written if known and known.date else session.known.said


def _language_of(session: Session, where: str, source: Draft | None) -> str:
    return str(source.tree["language"]) if source else session.records.sources[where].language
