"""What Chromium printed: the size and the text of each page of a PDF. Reads no PDF but Chromium's."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from unicodedata import normalize

_OBJECT = re.compile(rb"^(\d+) 0 obj\n(.*?)\nendobj", re.MULTILINE | re.DOTALL)
_WRITING = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\bET\b")

Objects = dict[int, bytes]


@dataclass(frozen=True)
class PrintedPage:
    """A sheet, in millimetres, and its words, with one space between them and ligatures resolved."""

    width: int
    height: int
    text: str


def read_pdf(data: bytes) -> list[PrintedPage]:
    """The pages, in order."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    return [_read_page(body, objects) for body in objects.values() if re.search(rb"/Type /Page\b", body)]


def _read_page(body: bytes, objects: Objects) -> PrintedPage:
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", body)
    contents = re.search(rb"/Contents (\d+) 0 R", body)
    assert box
    assert contents
    fonts = {name: _letters(objects[int(n)], objects) for name, n in re.findall(rb"/(F\d+) (\d+) 0 R", body)}
    width, height = (round(float(points) * 25.4 / 72) for points in box.groups())
    text = "".join(_text(_stream(objects[int(contents[1])]), fonts))
    return PrintedPage(width, height, " ".join(normalize("NFKC", text).split()))


def _text(drawing: bytes, fonts: dict[bytes, dict[int, str]]) -> Iterator[str]:
    letters: dict[int, str] = {}
    for font, glyphs in _WRITING.findall(drawing):
        if font:
            letters = fonts[font]
        elif glyphs:
            yield "".join(letters.get(int(glyphs[n : n + 4], 16), "") for n in range(0, len(glyphs), 4))
        else:
            yield " "


def _letters(font: bytes, objects: Objects) -> dict[int, str]:
    """Which letters a font's glyphs stand for."""
    found = re.search(rb"/ToUnicode (\d+) 0 R", font)
    table = _stream(objects[int(found[1])]) if found else b""
    letters = {}
    for block in re.findall(rb"beginbfchar\n(.*?)endbfchar", table, re.DOTALL):
        for glyph, letter in re.findall(rb"<([0-9A-F]+)> <([0-9A-F]+)>", block):
            letters[int(glyph, 16)] = bytes.fromhex(letter.decode()).decode("utf-16-be", "replace")
    for block in re.findall(rb"beginbfrange\n(.*?)endbfrange", table, re.DOTALL):
        for first, last, letter in re.findall(rb"<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>", block):
            glyphs = range(int(first, 16), int(last, 16) + 1)
            letters |= {glyph: chr(code) for glyph, code in zip(glyphs, count(int(letter, 16)), strict=False)}
    return letters


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream\n")
    data = rest.rpartition(b"\nendstream")[0]
    return zlib.decompress(data) if b"/FlateDecode" in head else data
