"""The one place that turns a plain value into text that can do nothing.

The result is inert in Markdown, in HTML text and in quoted HTML attributes alike: every character that either language
gives a meaning to becomes a numeric entity. Jinja calls it for everything that a template prints.
"""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup

_SPACE = re.compile(r"\s+")
_PLAIN = re.compile(r"[\w ,;?%/–—‘’“”…]", re.ASCII)
_INNER = re.compile(r"(?<=[^\W_])[.:'-](?=[^\W_])|(?<=[^\W\d_])[.:](?= |$)")


def inert(value: object) -> Markup:
    """Make a value safe to print anywhere on a page; markup that is safe already passes as it is."""
    if hasattr(value, "__html__"):
        return Markup(value)
    text = _SPACE.sub(" ", str(value))
    kept = {found.start() for found in _INNER.finditer(text)}
    return Markup("".join(_one(c, place in kept) for place, c in enumerate(text)))


def _one(character: str, inner: bool) -> str:
    """Letters, marks and digits of every script stay; so does punctuation that no parser looks at."""
    if inner or (character != "_" and _PLAIN.match(character)):
        return character
    category = unicodedata.category(character)
    if category[0] in "LMN" or (category[0] in "PS" and ord(character) > 0x7F) or character in "\u200c\u200d":
        return character
    return "" if category in ("Cc", "Cs") else f"&#{ord(character)};"
