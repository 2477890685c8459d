"""Where everything stands on the site. Addresses never change once published.

An address is relative to the site's root: '' is the home page, 'crimea-2031/events/2031-03-05-bridge/' an event.
In templates a link is written '@/' + address, and so is the id of what stands at an address. `relative` turns links
into the way from one page to another, so that the site works from any folder; `in_one_file` turns them into anchors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.arranging.questions import Question, Window
from generator.model.briefing import Actor, Background, Briefing, Place
from generator.model.claims import Claim
from generator.model.events import Event, Source

LINK = '="@/'
"""How a link to an address begins in rendered pages; no author's text can produce it."""
_ID = re.compile(r' id="@/([^"]*)"')
_ID_OR_LINK = re.compile(
    r' id="@/(?P<id>[^"]*)"|<a(?P<before>[^>]*?)href="@/(?P<where>[^"]*)"(?P<after>[^>]*)>(?P<words>.*?)</a>',
    re.DOTALL,
)


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


def edition_uri(briefing: str) -> str:
    """Where a briefing's one-file edition stands in the docs tree and, as it is, on the site."""
    return f"{briefing}/edition/{briefing}.html"


def feed_uri(briefing: str, kind: str) -> str:
    """Where a briefing's changes stand as a feed, 'atom' or 'json', beside the page of changes: for ever."""
    return f"{briefing}/changes.{kind}"


def page_address(uri: str) -> str:
    """The address of a page in the docs tree: 'a/b.md' is 'a/b/', 'a/index.md' is 'a/'."""
    stem = uri.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def relative(html: str, uri: str) -> str:
    """Turn links to addresses into links relative to a page, and addresses within the page into its ids."""
    here = page_address(uri)

    def own_id(found: re.Match[str]) -> str:
        page, _, part = found[1].partition("#")
        return f' id="{part}"' if part and page == here else ""

    return _ID.sub(own_id, html).replace(f"{LINK}{here}#", '="#').replace(LINK, f'="{root_of(uri)}')


def root_of(uri: str) -> str:
    """The way from a page to the site's root: '../../'."""
    return "../" * page_address(uri).count("/") or "./"


def in_one_file(html: str, site_url: str) -> str:
    """Turn links to addresses into links within a file that holds what many pages hold.

    What is not in the file is linked on the site, or is plain text where no site is known.
    """
    leads = _leads([found[1] for found in _ID.finditer(html)])
    told: dict[str, None] = {}

    def turned(found: re.Match[str]) -> str:
        if found["id"] is not None:
            anchor = anchor_of(found["id"])
            if anchor in told:
                return ""
            told[anchor] = None
            return f' id="{anchor}"'
        where = found["where"]
        lead = leads.get(where) or leads.get(where.partition("#")[0])
        if not (lead or site_url) or (lead and lead == next(reversed(told), None)):
            return found["words"]  # a link to where the reader already is leads nowhere either
        target = f"#{lead}" if lead else f"{site_url}{where}"
        return f'<a{found["before"]}href="{target}"{found["after"]}>{found["words"]}</a>'

    return _ID_OR_LINK.sub(turned, html)


def _leads(held: Iterable[str]) -> dict[str, str]:
    """Where in the file an address leads: to itself, or to the first part of the page that it means."""
    leads = {where: anchor_of(where) for where in held}
    for where, anchor in tuple(leads.items()):
        leads.setdefault(where.partition("#")[0], anchor)
    return leads


def anchor_of(where: str) -> str:
    """The id of an address within one file: 'claims.2031-03-06-army.soldiers-killed'. No id of a record has a dot."""
    return re.sub(r"[/#]+", ".", where.partition("/")[2]).strip(".") or "top"
