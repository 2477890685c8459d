"""The one place that renders prose: a small Markdown subset, references resolved, the result sanitised.

Raw HTML in prose is text. Allowed: paragraphs, emphasis, strong, lists, block quotes, line breaks,
and links to public http(s) addresses, written [words](https://…). Markdown never sees references and links.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import markdown
import nh3
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry
from markupsafe import Markup

from generator.model.fields import url_problem
from generator.model.prose import Reference, references
from generator.pages.inert import inert

TAGS = frozenset({"p", "em", "strong", "ul", "ol", "li", "blockquote", "br"})
"""What Markdown may make; references and links come on top, from here and from `resolve`."""

_HELD = re.compile("\ue000(\\d+)\ue001")
_RESERVED = re.compile("[\ud800-\udfff\ue000-\uf8ff]")
_LINK = re.compile(r"\[([^\[\]\n\ue000]+)\]\(((?:[^\s()<>\[\]\ue000]|\([^\s()<>\[\]\ue000]*\))*+)\)")
# Each level of a list or block quote costs Markdown several levels of recursion (TRUST: Markdown as the bomb).
_TOO_DEEP = re.compile(r"^[ ]*(?:(?:[-+*]|\d+\.)[ ]+|>[ ]*){5}", re.MULTILINE)
_TOO_FAR_IN = re.compile(r"^[ ]{17,}", re.MULTILINE)

Resolve = Callable[[Reference], Markup]
"""Turns a reference into what the page shows for it."""


def _only(registry: Registry[Any], *names: str) -> Registry[Any]:
    """The named parts of Markdown, in this order, and no other."""
    kept: Registry[Any] = Registry()
    for place, name in enumerate(names):
        kept.register(registry[name], name, -place)
    return kept


def _reader() -> markdown.Markdown:
    reader = markdown.Markdown(output_format="html")
    reader.preprocessors = _only(reader.preprocessors, "normalize_whitespace")
    blocks = ("empty", "indent", "olist", "ulist", "quote", "paragraph")
    reader.parser.blockprocessors = _only(reader.parser.blockprocessors, *blocks)
    inline = reader.treeprocessors["inline"]
    assert isinstance(inline, InlineProcessor)
    inline.inlinePatterns = _only(reader.inlinePatterns, "escape", "linebreak", "em_strong")
    return reader


_READER = _reader()


def render_prose(text: str, resolve: Resolve) -> Markup:
    """Render prose to safe HTML."""
    held: list[Markup] = []

    def hold(shown: Markup) -> str:
        """A token that Markdown and the sanitiser pass on untouched."""
        held.append(shown)
        return f"\ue000{len(held) - 1}\ue001"

    bare = _without_references(_RESERVED.sub("", text), lambda reference: hold(resolve(reference)))
    bare = _LINK.sub(lambda found: found[0] if url_problem(found[2]) else hold(_link(found)), bare)
    html = nh3.clean(_READER.reset().convert(_shallow(bare.replace("&", "&amp;"))), tags=set(TAGS), attributes={})
    return Markup(_HELD.sub(lambda found: held[int(found[1])], html.replace('"', "&quot;")))


def _without_references(text: str, replace: Callable[[Reference], str]) -> str:
    pieces, last = [], 0
    for reference in references(text):
        pieces += [text[last : reference.start], replace(reference)]
        last = reference.end
    return "".join([*pieces, text[last:]])


def _link(found: re.Match[str]) -> Markup:
    return Markup(f'<a href="{inert(found[2])}" rel="noopener noreferrer nofollow">{inert(found[1])}</a>')


def _shallow(text: str) -> str:
    """Where more than four signs of lists or quotes open a line, they are text."""
    spaced = _TOO_FAR_IN.sub(" " * 16, text.expandtabs(4))
    return _TOO_DEEP.sub(lambda found: re.sub(r"[-+*.>]", r"\\\g<0>", found[0], count=1), spaced)
