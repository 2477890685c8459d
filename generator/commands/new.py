"""`briefings new`: asks for a record, tries it with the whole briefing, and writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.commands.asking.actor import ask_actor
from generator.commands.asking.briefing import ask_briefing
from generator.commands.asking.claim import ask_claim
from generator.commands.asking.claim_options import ITEMS, item_answers
from generator.commands.asking.event import ask_event
from generator.commands.asking.finishing import complete, tell_next
from generator.commands.asking.interview import Question
from generator.commands.asking.opening import open_new, open_session
from generator.commands.asking.options import COMMON, SOURCE, answers_of, source_answers
from generator.commands.asking.place import ask_place
from generator.commands.asking.session import Session
from generator.commands.asking.source import ask_source_alone


@click.group()
def new() -> None:
    """Add a record: it asks, explains what cannot be, and writes files that pass the check.

    \b
    At a terminal every question has an example; Ctrl-C stops and writes nothing.
      briefings new event     an event; then who says what about it
      briefings new claim     a claim, with its source where that page is new
    In scripts options answer the questions: see briefings new claim -h.
    """


@new.command()
@click.option("--claimant", metavar="ACTOR", help="Who says it.")
@click.option("--event", metavar="EVENT", help="The event that it is about.")
@click.option("--period", metavar="DATES", help="Or the period: '2031-03 to 2031-04'.")
@click.option("--source", metavar="URL|ID", help="Where it was read; a page that is new becomes a source.")
@click.option("--said", metavar="DATE", help="When it was said.")
@click.option("--as-of", metavar="DATE", help="The day that a running count reaches.")
@click.option("--note", metavar="TEXT", help="What a reader should know about the claim.")
@ITEMS
@SOURCE
@COMMON
@click.pass_obj
def claim(root: Path, /, **values: Any) -> None:
    """Add a claim: who said what, about which event, read where.

    \b
    briefings new claim --claimant belmark-ministry --event 2031-03-05-river-clash \\
      --said 2031-03-07 --figure "belmark-soldiers killed about 23" \\
      --quote "about 23 Belmark soldiers were killed" \\
      --source https://radio-haven.example/2031/03/07/clash --publisher "Radio Haven" \\
      --published 2031-03-07 --language en --source-kind broadcaster --read full-text --no-input
    """
    session = open_session(root, values)
    names = ("claimant", "said", "as_of", "note", "source")
    given = {**{name: values[name] for name in names}, "about": values["event"] or values["period"]}
    session.interview.given |= answers_of("claim", {**given, "id": values["id_"]})
    session.interview.given |= item_answers(values, session.records) | source_answers(values)
    draft = complete(session, ask_claim)
    tell_next(session, draft)


@new.command()
@click.option("--title", metavar="TEXT", help="What happened; neutral, without numbers of victims.")
@click.option("--when", metavar="DATE", help="2031-03-05, night of 2031-03-05, 2031-03 …")
@click.option("--time", metavar="TIME", help="Local: about 21:50.")
@click.option("--time-zone", metavar="ZONE", help="Of the time, if it is not the briefing's.")
@click.option("--place", multiple=True, metavar="PLACE", help="Where it happened. Repeatable.")
@click.option("--place-precision", metavar="HOW", help="exact, near, district, province, area or country.")
@click.option("--subtype", metavar="KIND", help="ACLED's sub-event type: armed-clash …")
@click.option("--actor", multiple=True, metavar="ACTOR[:ROLE]", help="Who was involved. Repeatable.")
@click.option("--summary", metavar="TEXT", help="What happened, in a sentence or two.")
@click.option("--source", metavar="URL|ID", help="Where it was read; a page that is new becomes a source.")
@click.option("--note", metavar="TEXT", help="What a reader should know about the event.")
@SOURCE
@COMMON
@click.pass_obj
def event(root: Path, /, **values: Any) -> None:
    """Add an event, then the claims about it.

    The page that reports it becomes a source where it is new. At a terminal you are then asked who says what about it.
    """
    session = open_session(root, values)
    names = ("title", "when", "time", "time_zone", "place_precision", "subtype", "summary", "note", "source")
    given = {name: values[name] for name in names}
    given |= {"places": values["place"], "actors": values["actor"], "id": values["id_"]}
    session.interview.given |= answers_of("event", given) | source_answers(values)
    draft = complete(session, ask_event)
    add_claims(session, root, values)
    tell_next(session, draft)


def add_claims(session: Session, root: Path, values: dict[str, Any]) -> None:
    """Claims about the event that was just written, as long as there are more."""
    known, number = session.known, 0
    while session.interview.asks:
        which = "another claim" if number else "a claim: who says what"
        question = Question(f"Add {which} about this event?", "", "y or n")
        if not session.interview.agree(f"more.{number}", question, default=number < 2):
            return
        chained = open_session(root, {**values, "briefing": session.briefing})
        chained.known = known
        complete(chained, ask_claim, "this claim was not")
        number += 1


@new.command()
@click.argument("url", required=False)
@click.option("--note", metavar="TEXT", help="What a reader should know about the page.")
@SOURCE
@COMMON
@click.pass_obj
def source(root: Path, /, **values: Any) -> None:
    """Add a page that was read: its publisher, its date, its language."""
    session = open_session(root, values)
    session.interview.given |= source_answers({**values, "source_id": values["id_"] or values["source_id"]})
    session.interview.given |= answers_of("source", {"url": values["url"], "note": values["note"]})
    tell_next(session, complete(session, ask_source_alone))


@new.command()
@click.option("--name", metavar="NAME", help="What the speaker or actor is called.")
@click.option("--kind", metavar="KIND", help="government, military, person, unnamed-officials …")
@click.option("--side", metavar="SIDE", help="On which side, if on one.")
@click.option("--descriptor", metavar="TEXT", help="Who that is, in one neutral phrase.")
@click.option("--also", multiple=True, metavar="NAME", help="Another name in use. Repeatable.")
@click.option("--part-of", metavar="ACTOR", help="The body it belongs to.")
@COMMON
@click.pass_obj
def actor(root: Path, /, **values: Any) -> None:
    """Add somebody who speaks or acts, at the end of actors.yml."""
    session = open_session(root, values)
    names = ("name", "kind", "side", "descriptor", "also", "part_of")
    session.interview.given |= answers_of("actor", {**{n: values[n] for n in names}, "id": values["id_"]})
    tell_next(session, complete(session, ask_actor))


@new.command()
@click.option("--name", metavar="NAME", help="What the place is called.")
@click.option("--kind", metavar="KIND", help="crossing, town, village, district …")
@click.option("--country", multiple=True, metavar="NAME", help="In which country. Repeatable.")
@click.option("--also", multiple=True, metavar="NAME", help="Another spelling, in any script. Repeatable.")
@click.option("--admin", metavar="TEXT", help="The district or province it lies in.")
@click.option("--within", metavar="PLACE", help="Another place that it lies in.")
@click.option("--coordinates", metavar="LAT,LONG", help="Two decimals at most.")
@click.option("--precision", metavar="HOW", help="exact or near: how the coordinates show it.")
@click.option("--coordinates-source", metavar="URL|ID", help="The page that gives the coordinates.")
@click.option("--note", metavar="TEXT", help="What a reader should know about the place.")
@SOURCE
@COMMON
@click.pass_obj
def place(root: Path, /, **values: Any) -> None:
    """Add a place, at the end of places.yml."""
    session = open_session(root, values)
    names = ("name", "kind", "also", "admin", "within", "coordinates", "precision", "coordinates_source", "note")
    given = {**{n: values[n] for n in names}, "countries": values["country"], "id": values["id_"]}
    session.interview.given |= answers_of("place", given) | source_answers(values, "place-source")
    tell_next(session, complete(session, ask_place))


@new.command()
@click.option("--title", metavar="TEXT", help="Arvenia–Belmark river clashes, 2031.")
@click.option("--short-title", metavar="TEXT", help="For navigation.  [default: the title up to a comma]")
@click.option("--side", multiple=True, metavar='"NAME: WHO"', help="One of the two sides. Give two.")
@click.option("--source", metavar="URL", help="A first page that reports on it.")
@click.option("--summary", metavar="TEXT", help="What is happening, in at most 60 words.")
@click.option("--state", metavar="STATE", help="active, ceasefire, talks or ended.")
@click.option("--rationale", metavar="TEXT", help="Why we say so.")
@click.option("--as-of", metavar="DATE", help="How far the data reach.")
@click.option("--time-zone", metavar="ZONE", help="Of event times: Asia/Kabul.")
@click.option("--group", multiple=True, metavar='"LABEL / UNIT / SIDE"', help="Who or what is counted. Repeatable.")
@click.option("--place", metavar="NAME", help="A first place.")
@click.option("--place-kind", metavar="KIND", help="crossing, town, country …")
@click.option("--covers", metavar="TEXT", help="What the briefing covers.")
@click.option("--leaves-out", metavar="TEXT", help="What it leaves out.")
@SOURCE
@COMMON
@click.pass_obj
def briefing(root: Path, /, **values: Any) -> None:
    """Lay out the folder of a new briefing: two sides, groups, a first source."""
    session = open_new(root, values)
    tell_next(session, complete(session, ask_briefing))
