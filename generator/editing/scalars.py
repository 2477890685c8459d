"""How one text is written in YAML: plain, in quotes, or folded over several lines.

Plain wherever that is read as the same text, by our strict reader and by any other: so a colon with a space, a sign
at the beginning, and words that other readers take for truth values or times go into quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.reading.strict_yaml import SMART_QUOTED

MAX_LINE = 120
"""A text that fits into a line of so many characters, with its key, stays on it."""
MAX_FOLDED = 116
"""A longer one is folded into lines of so many."""

_SIGNS = re.compile(r"[?:,\[\]{}#&*!|>'\"%@`]|-(?!\d)")
"""What a plain text does not begin with."""
_BROKEN = re.compile(r":(\s|$)|\s#|[\t\n]")
"""What a plain text does not contain."""
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029]")
"""What only an escape can write."""
_OTHERWISE = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<"  # no value, truth values, special keys
    r"|[-+]?[\d_]+(:[0-5]?\d)+(\.[\d_]*)?"  # times, which YAML 1.1 counts in sixtieths
    r"|0[box][\d_a-f]+|[-+]?\.(inf|nan)"  # numbers of programs
    r"|(?!-?(0|[1-9]\d*)(\.\d*[1-9])?$)[-+]?[\d_]*\.?[\d_]*(e[-+]?\d+)?",  # numbers written unlike 58, -4 and 4.5
    re.IGNORECASE,
)
"""What is a text here and something else, or the same without its zeros, to other readers of YAML 1.1 or 1.2."""
_MAX_WORD = 40
"""Nothing longer than this is a number or a truth value."""
_GAP = re.compile(r"(?<=\S) (?=\S)")
_LAID_OUT = re.compile(r"^\s|\s$|^([-*+>]|\d+\.) ")
"""A line of prose whose place matters: in a list or a quotation, indented, or broken on purpose."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def print_text(text: str, column: int, indent: int) -> list[str]:
    """Write a text that begins at a column of its line; further lines are indented by so many spaces."""
    if "\n" in text and not _UNPRINTED.search(text):
        return _block(text, " " * indent)
    line = print_line(text)
    is_foldable = _GAP.search(text) and text == text.strip() and not _UNPRINTED.search(text)
    if column + len(line) <= MAX_LINE or not is_foldable:
        return [line]
    return [">-", *_wrapped(text, " " * indent)]


def print_line(text: str) -> str:
    """Write a text on one line: plain if that can be, else in the quotation marks that need no signs inside."""
    if is_plain(text):
        return text
    needs_escapes = _UNPRINTED.search(text) or "\n" in text or "\t" in text
    if not needs_escapes and text.count("'") < text.count('"') + text.count("\\"):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def is_plain(text: str) -> bool:
    """Say whether a text can do without quotes."""
    if not text or text != text.strip() or SMART_QUOTED.fullmatch(text):
        return False
    if len(text) <= _MAX_WORD and _OTHERWISE.fullmatch(text):
        return False
    return not (_SIGNS.match(text) or _BROKEN.search(text) or _UNPRINTED.search(text))


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\u{ord(character):04x}" if _UNPRINTED.match(character) else character


def _wrapped(text: str, pad: str) -> Iterator[str]:
    """Break a text between words. What is longer than a line is left whole."""
    first, *words = _GAP.split(text)
    line = pad + first
    for word in words:
        if len(line) + 1 + len(word) > MAX_FOLDED:
            yield line
            line = pad + word
        else:
            line = f"{line} {word}"
    yield line


def _block(text: str, pad: str) -> list[str]:
    """Write a text of several lines: as it stands where its lines fit, else folded."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if not all((lines[0], lines[-1])) or text[:1].isspace() or any(line.isspace() for line in lines):
        return [print_line(text)]
    chomped = "" if text.endswith("\n") else "-"
    if any(map(_LAID_OUT.search, lines)) or all(len(pad) + len(line) <= MAX_LINE for line in lines):
        return [f"|{chomped}", *(pad + line if line else "" for line in lines)]
    folded = [f">{chomped}", *_wrapped(lines[0], pad)]
    for line in lines[1:]:
        folded += ["", *(_wrapped(line, pad) if line else ())]
    return folded
