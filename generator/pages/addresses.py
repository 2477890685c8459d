"""Where everything stands on the site. Addresses never change once published.

An address is relative to the site's root: '' is the home page, 'crimea-2031/events/2031-03-05-bridge/' an event.
In templates a link is written '@/' + address; `relative` turns it into the way from one page to another, so that the
site works from any folder.
"""

from __future__ import annotations

from typing import Any

from generator.arranging.questions import Question, Window
from generator.model.briefing import Actor, Background, Briefing, Place
from generator.model.claims import Claim
from generator.model.events import Event, Source

LINK = '="@/'
"""How a link to an address begins in rendered pages; no author's text can produce it."""


def briefing_of(record: Any) -> str:
    """The id of the briefing whose folder holds a record."""
    return str(record.at.file.split("/")[1])


def address(target: Any) -> str:
    """The address of a record, a window or a question."""
    match target:
        case Window():
            return f"{target.briefing}/figures/{target.id}/"
        case Question():
            return f"{address(target.window)}#{target.id}"
    home = f"{briefing_of(target)}/"
    match target:
        case Briefing():
            return home
        case Background():
            return f"{home}background/"
        case Event():
            return f"{home}events/{target.id}/"
        case Claim():
            return f"{home}claims/{target.id}/"
        case Actor():
            return f"{home}actors/#{target.id}"
        case Place():
            return f"{home}places/#{target.id}"
        case Source():
            return f"{home}sources/#{target.id}"
    raise TypeError(f"{type(target).__name__} has no address")


def record_copy(file: str) -> str:
    """Where the site keeps a readable copy of a record's YAML file: as text, which every browser opens."""
    _, briefing, *rest = file.split("/")
    return f"{briefing}/records/{'/'.join(rest).removesuffix('.yml')}.txt"


def page_address(uri: str) -> str:
    """The address of a page in the docs tree: 'a/b.md' is 'a/b/', 'a/index.md' is 'a/'."""
    stem = uri.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def relative(html: str, uri: str) -> str:
    """Turn links to addresses into links relative to a page."""
    return html.replace(LINK, f'="{root_of(uri)}')


def root_of(uri: str) -> str:
    """The way from a page to the site's root: '../../'."""
    return "../" * page_address(uri).count("/") or "./"
