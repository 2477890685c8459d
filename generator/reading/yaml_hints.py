"""What its author most likely meant where a file is no YAML. Knows nothing of records."""

from __future__ import annotations

import re

_KEY_AND_VALUE = re.compile(r"(?:- +)?[\w-]+:\s+(?P<value>.*)")
_NO_SPACE = re.compile(r"(?:- +)?[a-z_]+:(?!//)\S")


def hint_for(lines: list[str], number: int) -> str:
    """Say how to put right what stopped the parser in a line, or in the line before it."""
    here = lines[number - 1] if 0 < number <= len(lines) else ""
    before = next((line for line in reversed(lines[: max(number - 1, 0)]) if line.strip()), "")
    return _hint_for_line(here) or _hint_for_line(before) or _FALLBACK


_FALLBACK = "check the indentation: two spaces for each level, the same as the lines above"


def _hint_for_line(line: str) -> str:
    stripped = line.strip()
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces, never with tabs"
    if not stripped or stripped.startswith("#"):
        return ""
    if _NO_SPACE.match(stripped):
        return "put a space after the colon"
    if re.match(r"-[a-z]", stripped):
        return "put a space after the hyphen"
    found = _KEY_AND_VALUE.match(stripped)
    value = found["value"] if found else stripped.removeprefix("- ")
    return _hint_for_value(value) or (
        "" if found or stripped.startswith("-") else "write 'name: value', and indent like the lines above"
    )


def _hint_for_value(value: str) -> str:
    if value[:1] and value[0] in "“”„«":
        return 'put the text in straight double quotes " ", not in curly ones'
    if value[:1] and value[0] in "[{":
        return f"put the text in double quotes when it begins with {value[0]}"
    if value[:1] and value[0] in "@`%&*!":
        return f"put the text in double quotes when it begins with {value[0]}"
    if value[:1] and value[0] in "\"'":
        return f"a text that begins with {value[0]} ends with {value[0]}; put the whole text in quotes"
    if re.search(r":(\s|$)", value):
        return "put the text in double quotes when it contains ': '"
    return ""
