"""The one stylesheet of the site: Material's and ours, without the rules that no page can use.

A selector stays when every tag, class, id and attribute it names stands somewhere on the pages:
coarse, so that a rule is kept when in doubt.
`check_trimmed` reaches the same verdict by another road, and stops the build when the two disagree.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import tinycss2

from generator.publishing.css import Group, Part, Piece, Rule, parsed_css, printed_css, split_list

_STATES = re.compile(r"open|hidden|checked|selected|disabled|aria-.*")
"""Attributes that come and go while a page is read; a rule for one is never dropped."""
_BY_SCRIPT = frozenset({"mark", "option"})
"""Tags that the search page's script adds."""
_ANY_OF = frozenset({"is", "where", "has"})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"""<([A-Za-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_THEME_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*assets/stylesheets/main\.[^"]*">\n?')
_OUR_LINK = re.compile(r'(<link rel="stylesheet" href="[^"]*assets/)site\.css(">)')


class StylesheetError(Exception):
    """The trimmed stylesheet lacks something that the pages use."""

    def __init__(self, lost: Iterable[str]) -> None:
        self.lost = sorted(lost)
        super().__init__("the trimmed stylesheet lacks what pages use: " + "; ".join(self.lost[:20]))


@dataclass(slots=True)
class Names:
    """What pages are made of, as far as a selector can ask."""

    tags: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)
    """The values that each attribute has somewhere."""


def trim_stylesheet(css: str, pages: Iterable[str]) -> str:
    """Keep what these pages can use, in the same order, in few bytes."""
    names = names_on(pages)
    return printed_css(_without_unused(_usable(parsed_css(css), names)))


def check_trimmed(css: str, trimmed: str, pages: Iterable[str]) -> None:
    """Raise StylesheetError when a rule or a value that these pages use was dropped."""
    seen = set(_BY_SCRIPT).union(*map(_words_in, pages))
    kept = set(_flat(parsed_css(trimmed)))
    lost = {
        f"{head} {selector}".strip()
        for head, selector in _flat(parsed_css(css))
        if (head, selector) not in kept and any(_words_of(plain) <= seen for plain in _expanded(selector))
    }
    defined = set(re.findall(r"(--[\w-]+):", trimmed))
    wanted = set(re.findall(r"var\((--[\w-]+)", trimmed)) - defined
    if lost := lost | {name for name in wanted if f"{name}:" in css}:
        raise StylesheetError(lost)


def relinked(page: str, name: str) -> str:
    """Link the one stylesheet instead of the two that `mkdocs serve` uses."""
    return _OUR_LINK.sub(rf"\g<1>{name}\g<2>", _THEME_LINK.sub("", page))


def write_stylesheet(site: Path, theme: Path) -> Path:
    """Write assets/site.<hash>.css for the pages in `site` that link a stylesheet, and link it from each of them."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    pages = {path: text for path, text in texts.items() if _OUR_LINK.search(text)}
    ours = site / "assets/site.css"
    css = theme.read_text(encoding="utf-8") + ours.read_text(encoding="utf-8")
    trimmed = trim_stylesheet(css, pages.values())
    check_trimmed(css, trimmed, pages.values())
    digest = hashlib.sha256(trimmed.encode()).hexdigest()[:8]
    written = ours.with_name(f"site.{digest}.css")
    written.write_text(trimmed, encoding="utf-8", newline="\n")
    for path, page in pages.items():
        path.write_text(relinked(page, written.name), encoding="utf-8", newline="\n")
    ours.unlink()
    return written


# What stands on the pages


def names_on(pages: Iterable[str]) -> Names:
    """Collect the tags, classes, ids and attributes of all pages; templates and <noscript> count."""
    names = Names(tags=set(_BY_SCRIPT))
    for page in pages:
        collector = _Collector(names)
        collector.feed(page)
        collector.close()
    return names


class _Collector(HTMLParser):
    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.tags.add(tag)
        for name, value in attrs:
            if name == "class":
                self.names.classes.update((value or "").split())
            elif name == "id":
                self.names.ids.add(value or "")
            self.names.attributes.setdefault(name, set()).add(value or "")


# Dropping


def _usable(parts: Iterable[Part], names: Names) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Rule):
            selectors = tuple(one for one in part.selectors if _can_match(one, names))
            if selectors:
                yield Rule(selectors, part.declarations)
        elif isinstance(part, Group):
            yield Group(part.head, tuple(_usable(part.body, names)))
        else:
            yield part


def _can_match(selector: str, names: Names) -> bool:
    return _pieces_can_match(tinycss2.parse_component_value_list(selector), names)


def _pieces_can_match(pieces: list[Piece], names: Names) -> bool:
    """Walk a selector with the piece before each, which tells a class and a pseudo-class from a tag."""
    before: Piece = None
    for piece in pieces:
        if not _piece_can_match(piece, before, names):
            return False
        before = piece
    return True


def _piece_can_match(piece: Piece, before: Piece, names: Names) -> bool:
    if piece.type == "ident":
        if before == ".":
            return piece.value in names.classes
        return before == ":" or piece.lower_value in names.tags
    if piece.type == "hash":
        return piece.value in names.ids
    if piece.type == "[] block":
        return _attribute_can_match(piece.content, names)
    if piece.type == "function" and piece.lower_name in _ANY_OF:
        return any(_pieces_can_match(one, names) for one in split_list(piece.arguments))
    return True


def _attribute_can_match(content: list[Piece], names: Names) -> bool:
    words = [piece for piece in content if piece.type in {"ident", "string"}]
    name = words[0].lower_value
    if _STATES.fullmatch(name):
        return True
    exact = len(words) == 2 and any(piece == "=" for piece in content)
    return name in names.attributes and (not exact or words[1].value in names.attributes[name])


def _without_unused(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Drop custom properties, fonts and animations that no remaining rule asks for."""
    kept = tuple(parts)
    values = tuple(_values(kept))
    used = _used_properties(values)
    plain = " ".join(value for name, value in values if not name.startswith("--") or name in used)
    return tuple(_pruned(kept, used, plain))


def _values(parts: Iterable[Part]) -> Iterator[tuple[str, str]]:
    for part in parts:
        if isinstance(part, Rule):
            yield from part.declarations
        elif isinstance(part, Group):
            yield from _values(part.body)
        elif not part.name:
            yield "", part.text


def _used_properties(values: Iterable[tuple[str, str]]) -> set[str]:
    asks: dict[str, set[str]] = {}
    for name, value in values:
        by = name if name.startswith("--") else ""
        asks.setdefault(by, set()).update(re.findall(r"var\(\s*(--[\w-]+)", value))
    used: set[str] = set()
    fresh = asks.get("", set())
    while fresh:
        used |= fresh
        fresh = set().union(*(asks.get(name, set()) for name in fresh)) - used
    return used


def _pruned(parts: Iterable[Part], used: set[str], plain: str) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Rule):
            declarations = tuple(
                (name, value) for name, value in part.declarations if not name.startswith("--") or name in used
            )
            if declarations:
                yield Rule(part.selectors, declarations)
        elif isinstance(part, Group):
            if body := tuple(_pruned(part.body, used, plain)):
                yield Group(part.head, body)
        elif part.name in plain:
            yield part


# The other road: plain text searches on pages and selectors


def _flat(parts: Iterable[Part], head: str = "") -> Iterator[tuple[str, str]]:
    for part in parts:
        if isinstance(part, Rule) and any(not name.startswith("--") for name, _ in part.declarations):
            yield from ((head, selector) for selector in part.selectors)
        elif isinstance(part, Group):
            yield from _flat(part.body, f"{head} {part.head}".strip())


def _words_in(page: str) -> set[str]:
    """Tags ('p'), classes ('.note'), ids ('#top') and attributes ('[lang', '[lang=ur') in a page's text."""
    words: set[str] = set()
    for tag, inside in _TAG.findall(_COMMENT.sub("", page)):
        words.add(tag.lower())
        for name, quoted, single, bare in _ATTRIBUTE.findall(inside):
            value = unescape(quoted or single or bare)
            words.update((f"[{name.lower()}", f"[{name.lower()}={value}"))
            if name in {"class", "id"}:
                words.update(("." if name == "class" else "#") + word for word in value.split())
    return words


def _expanded(selector: str) -> Iterator[str]:
    """Write out the alternatives of :is(), :where() and :has(); what :not() excludes asks for nothing."""
    plain = re.sub(r":not\([^()]*\)", "", selector)
    found = re.search(r":(?:is|where|has)\(([^()]*)\)", plain)
    if not found:
        yield plain
        return
    for one in found[1].split(","):
        yield from _expanded(f"{plain[: found.start()]} {one} {plain[found.end() :]}")


def _words_of(selector: str) -> set[str]:
    """What a plain selector asks for, in the words of `_words_in`; states ask for nothing."""
    attributes = re.findall(r"\[([\w-]+)(?:=[\"']?([^\"'\]]*))?", selector)
    bare = re.sub(r"\[[^\]]*\]|::?[\w-]+(?:\([^()]*\))?", " ", selector)
    asked = {f"[{name}={value}" if value else f"[{name}" for name, value in attributes if not _STATES.fullmatch(name)}
    return asked | set(re.findall(r"[.#]?-?[A-Za-z_][\w-]*", bare))
