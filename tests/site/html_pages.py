"""What stands on a built page: elements with their text and their links, by the standard library's parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr circle line path rect".split())
_UNSEEN = frozenset({"script", "style", "template", "head"})


@dataclass
class Element:
    """A tag with what is inside it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text that readers see, white space folded."""
        return " ".join("".join(self.pieces()).split())

    def pieces(self) -> Iterator[str]:
        """The text as it stands, with a space after each block."""
        for one in self.inside:
            if isinstance(one, str):
                yield one
            elif one.tag not in _UNSEEN:
                yield from one.pieces()
                yield "" if one.tag in {"a", "b", "bdi", "em", "span", "strong", "time", "cite", "code"} else " "

    def all(self) -> Iterator[Element]:
        """This element and everything below it, in the order of the page."""
        yield self
        for one in self.inside:
            if isinstance(one, Element):
                yield from one.all()

    def above(self) -> Iterator[Element]:
        """This element and everything around it, innermost first."""
        yield self
        if self.parent:
            yield from self.parent.above()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("#page", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        new = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.inside.append(new)
        if tag not in _VOID:
            self.here = new

    def handle_endtag(self, tag: str) -> None:
        for element in self.here.above():
            if element.tag == tag and element.parent:
                self.here = element.parent
                return

    def handle_data(self, data: str) -> None:
        self.here.inside.append(data)


def read_html(text: str) -> Element:
    """The page as a tree."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root


def main_of(page: Element) -> Element:
    """What the page itself says, without the frame around it."""
    return next(element for element in page.all() if element.tag == "main")
