"""What its author most likely meant where a file is no YAML, and in which line. Knows nothing of records."""

from __future__ import annotations

import re
from typing import NamedTuple

_FIELD = re.compile(r"(?:- +)*(?P<name>[\w-]+):(?:\s+(?P<value>.*))?$")
_NO_SPACE = re.compile(r"(?:- +)*[a-z_]+:(?!//)\S")
_OTHER_COLON = re.compile(r"(?:- +)*[\w-]+\s*[：﹕∶]")
_BULLET = re.compile(r"[*•·‣–—]\s+\S")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?:\s|$)")
_COMMENT = re.compile(r"\s#.*$")
_WHOLE = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[.*\]|\{.*\}|[>|][+-]?[1-9]?[+-]?)?\s*""",
)
"""Values whose first sign has a meaning in YAML, used as it is meant."""

CURLY = "“”„«»‘’"


class Advice(NamedTuple):
    """The right form, and the line and column (1-based) to put it in."""

    hint: str
    line: int
    column: int


def advise(error: object, lines: list[str]) -> Advice:
    """Say how to put right what stopped the parser; `error` is PyYAML's, with its marks."""
    context = str(getattr(error, "context", None) or "")
    opened, stopped = _place(error, "context_mark"), _place(error, "problem_mark")
    if "quoted scalar" in context:
        return Advice(_unclosed(_line(lines, opened[0])), *opened)  # where it opens, not where the file ends
    return _advise_at(lines, *(opened if "simple key" in context else stopped))


def _place(error: object, name: str) -> tuple[int, int]:
    mark = getattr(error, name, None) or getattr(error, "context_mark", None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _unclosed(line: str) -> str:
    if line.rstrip()[-1:] in CURLY:
        return "close the text with a straight mark, the same as opens it: \" or '"
    return "the quotation mark that opens here is not closed; write '' or \\\" for one inside"


def _advise_at(lines: list[str], line: int, column: int) -> Advice:
    """Look at the line in which the parser stopped, then at the one above it, then at their indentation."""
    above = next((n for n in range(line - 1, 0, -1) if lines[n - 1].strip()), 0)
    here, before = _line(lines, line), _line(lines, above)
    if hint := hint_for_line(here):
        return Advice(hint, line, column)
    if hint := hint_for_line(before):
        return Advice(hint, above, _indent(before) + 1)
    if here.strip() and not _FIELD.match(here.strip()) and here.strip()[0] not in "-#":
        return Advice(
            "write 'name: value', or indent the line further when it goes on with the text above", line, column
        )
    return _indentation(lines, line, above) or Advice(_FALLBACK, line, column)


_FALLBACK = "check the indentation: two spaces for each level, the same as the lines above"


def _indentation(lines: list[str], line: int, above: int) -> Advice | None:
    """The line that stands further in or out than its neighbours, and how far in it belongs."""
    here, before = _line(lines, line), _line(lines, above)
    first = next((n for n, text in enumerate(lines, start=1) if text.strip() and text.lstrip()[0] != "#"), 1)
    if _indent(lines[first - 1]):
        return Advice("begin the first field at the margin, without spaces", first, 1)
    found, own = _FIELD.match(here.strip()), _indent(here)
    hyphen = here.lstrip().startswith("- ")
    levels = _levels(lines[: line - 1], hyphen)
    if levels and own not in levels:
        nearest = min(levels, key=lambda level: (abs(level - own), -levels[level][0]))
        return Advice(_indent_like(nearest, f"{levels[nearest][1]} above"), line, own + 1)
    higher = _FIELD.match(before.strip())
    if found and not hyphen and higher and higher["value"] and _indent(before) + higher.start("name") < own:
        return Advice(_indent_like(own, f"'{found['name']}' below"), above, _indent(before) + 1)
    return None


def _levels(lines: list[str], hyphen: bool) -> dict[int, tuple[int, str]]:
    """How far in the lines' fields, or hyphens, stand: of each level the last line, and what it begins with."""
    levels: dict[int, tuple[int, str]] = {}
    for number, text in enumerate(lines, start=1):
        bare = text.lstrip()
        if hyphen and bare.startswith("- "):
            levels[_indent(text)] = (number, "the hyphen")
        elif not hyphen and (found := _FIELD.match(bare.rstrip())):
            levels[_indent(text) + found.start("name")] = (number, f"'{found['name']}'")
    return levels


def _indent_like(level: int, like: str) -> str:
    return (
        f"indent this line by {level} spaces, like {like}" if level else f"begin this line at the margin, like {like}"
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def hint_for_line(line: str) -> str:
    """The slip that can be told from a line alone; empty where there is none."""
    stripped = line.strip()
    if "\t" in line[: _indent(line)]:
        return "indent with spaces, never with tabs"
    if not stripped or stripped.startswith("#"):
        return ""
    if _CONFLICT.match(line):
        return "two versions stand here: keep one, and remove the lines with <<<<<<<, ======= and >>>>>>>"
    if _OTHER_COLON.match(stripped):
        return "write an ordinary colon and a space: 'name: value'"
    if _BULLET.match(stripped):
        return "begin each entry of a list with a hyphen and a space: '- '"
    if _NO_SPACE.match(stripped):
        return "put a space after the colon"
    if re.match(r"-[a-z]", stripped):
        return "put a space after the hyphen"
    found = _FIELD.match(stripped)
    return _hint_for_value((found["value"] or "") if found else stripped.removeprefix("- "))


def _hint_for_value(value: str) -> str:
    bare, first = _COMMENT.sub("", value), value[:1]
    if not bare or _WHOLE.fullmatch(value) or _WHOLE.fullmatch(bare):
        return ""
    if first in CURLY:
        return 'put the text in straight double quotes " ", not in curly ones'
    if re.match(r"[<>]=?\s*\d", value):
        return "write the qualifier in words: more than 58, at least 58, fewer than 58"
    if first in "[{@`%&*!>|" or re.match(r"[?-]\s", value):
        return f"put the text in double quotes when it begins with {first}"
    if first == "'":
        return "a text that begins with ' ends with ', and writes '' for each one inside; double quotes are simpler"
    if first == '"':
        return 'a text that begins with " ends with "; put the whole text in single quotes'
    if re.search(r":(\s|$)", bare):
        return "put the text in double quotes when it contains ': '"
    return ""
