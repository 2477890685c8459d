"""One more entry at the end of actors.yml or places.yml, every other byte as it was."""

from __future__ import annotations

import re

_ENTRY = re.compile(r"^( *)- ", re.MULTILINE)


def append_entry(text: str, alone: str) -> str:
    """Add the only entry of the file `alone` to a file of the same kind, indented and ended like its lines."""
    first = _ENTRY.search(text)
    indent = first[1] if first else "  "
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [_indented(line, indent) for line in _entry_lines(alone)]
    gap = "" if text.endswith("\n") else end
    return text + gap + "".join(line + end for line in lines)


def _entry_lines(alone: str) -> list[str]:
    """The lines from the comment above the first hyphen on."""
    lines = alone.splitlines()
    key = next(number for number, line in enumerate(lines) if re.match(r"\w+:$", line))
    return lines[key + 1 :]


def _indented(line: str, indent: str) -> str:
    return indent + line.removeprefix("  ") if line.strip() else line
