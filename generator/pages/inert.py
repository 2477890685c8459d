"""The one place that turns a plain value into text that can do nothing.

The result is inert in Markdown, in HTML text and in quoted HTML attributes alike: every character that either language
gives a meaning to becomes a numeric entity. Jinja calls it for everything that a template prints.
"""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup

_SPACE = re.compile(r"\s+")
_MAY_ACT = re.compile(
    r"""(?<=[^\W_])[.:'-](?=[^\W_])   # inside a word or number: 3.5, 21:50, side's, 2031-03-05
      | (?<=[^\W\d_])[.:](?=[ ]|$)     # after a word
      | ([^\w\s,;?%/()–—‘’“”…] | _)    # anything else that is neither a letter nor harmless""",
    re.VERBOSE,
)
_JOINERS = "\u200c\u200d"


def inert(value: object) -> Markup:
    """Make a value safe to print anywhere on a page; markup that is safe already passes as it is."""
    if hasattr(value, "__html__"):
        return Markup(value)
    return Markup(_MAY_ACT.sub(_entity, _SPACE.sub(" ", str(value))))


def _entity(found: re.Match[str]) -> str:
    """Marks and punctuation of other scripts stay, controls go, and the rest becomes a numeric entity."""
    character = found[0]
    if found[1] is None or character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category[0] == "M" or (category[0] in "PS" and not character.isascii()):
        return character
    return "" if category in ("Cc", "Cs") else f"&#{ord(character)};"
