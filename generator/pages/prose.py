"""The one place that renders prose: a small Markdown subset, references resolved, the result sanitised.

Raw HTML in prose is text. Allowed: paragraphs, emphasis, strong, lists, block quotes, links to public http(s) addresses.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown
import nh3
from markupsafe import Markup

from generator.model.prose import Reference, references

TAGS = frozenset({"p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br"})
_HELD = re.compile("\ue000(\\d+)\ue001")
_RESERVED = re.compile("[\ue000-\uf8ff]")

Resolve = Callable[[Reference], Markup]
"""Turns a reference into what the page shows for it."""


def _reader() -> markdown.Markdown:
    reader = markdown.Markdown(extensions=[], output_format="html")
    reader.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref", "autolink", "automail", "entity"):
        reader.inlinePatterns.deregister(name)
    for name in ("hashheader", "setextheader", "code", "hr"):
        reader.parser.blockprocessors.deregister(name)
    return reader


_READER = _reader()


def render_prose(text: str, resolve: Resolve) -> Markup:
    """Render prose to safe HTML."""
    bare, held = _hold(_RESERVED.sub("", text))
    html = nh3.clean(
        _READER.reset().convert(bare),
        tags=set(TAGS),
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(_HELD.sub(lambda found: resolve(held[int(found[1])]), html))


def _hold(text: str) -> tuple[str, list[Reference]]:
    """Put a token in the place of each reference, which Markdown and the sanitiser pass on untouched."""
    held: list[Reference] = []
    pieces, last = [], 0
    for reference in references(text):
        pieces += [text[last : reference.start], f"\ue000{len(held)}\ue001"]
        held.append(reference)
        last = reference.end
    return "".join([*pieces, text[last:]]), held


def plain_prose(text: str, resolve: Resolve) -> str:
    """The prose as bare text on one line, for descriptions."""
    html = render_prose(text, resolve)
    return " ".join(html.striptags().split())
