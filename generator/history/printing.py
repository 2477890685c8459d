"""A report as text for the terminal and as Markdown for a pull request.

What authors wrote is plain text in both. In Markdown nothing of it becomes a link, a mention, an image or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.history.report import NO_CHANGE, Chapter, Heading, Section

MOST_BYTES = 60_000
"""GitHub takes comments of 65,536 characters; bytes are counted, so that nothing that cuts by bytes cuts this."""
_MARKUP = re.compile(r"([\\`*_\[\]{}~|$<>]|&(?=[#\w]+;))")
_AUTOLINKED = re.compile(r"@|(?i:\bwww(?=\.))|:(?=//|\d*[A-Za-z_+-][\w+-]*:)|#(?=\w)|(?i:\bGH-)")
_BLOCK = re.compile(r"^(?:(?=[#+=-])|(\d+)(?=[.)]))")
"""Where a text would open a heading or a list, at its beginning."""
_BREAK = "\u200b"
"""A space of no width: what GitHub would turn into a link, a mention or a picture is not recognised around it."""


def print_text(heading: Heading, found: tuple[Chapter, ...]) -> str:
    """Samples of everything, then the full list of what was cut."""
    lines = [f"compared with {heading.base}", *(f"note: {note}" for note in heading.notes)]
    lines += list(_mistakes(heading))
    lines += ["", NO_CHANGE] if not found else []
    for chapter in found:
        lines += ["", chapter.title, *_sections(chapter, cut=True)]
    for chapter in _cut(found):
        lines += ["", f"{chapter.title}, in full", *_sections(chapter, cut=False)]
    return "\n".join(lines) + "\n"


def _cut(found: tuple[Chapter, ...]) -> list[Chapter]:
    """The sections of which only samples are shown."""
    rest = [Chapter(chapter.title, tuple(s for s in chapter.sections if s.is_cut)) for chapter in found]
    return [chapter for chapter in rest if chapter.sections]


def _mistakes(heading: Heading) -> Iterator[str]:
    for state, problems in heading.mistakes:
        yield f"mistakes in {state}; what they concern is not compared:"
        yield from (f"  {problem}" for problem in problems)


def _sections(chapter: Chapter, *, cut: bool) -> Iterator[str]:
    for section in chapter.sections:
        lines = section.samples if cut else section.lines
        yield f"  {section.title}: {len(section.lines)}"
        yield from (f"    {line}" for line in lines)
        if len(lines) < len(section.lines):
            yield f"    … and {len(section.lines) - len(lines)} more, below"


def print_markdown(heading: Heading, found: tuple[Chapter, ...]) -> str:
    """The same for a job summary or a comment, cut to what GitHub takes."""
    top = ["### What this changes for readers", "", f"Compared with {inert(heading.base)}."]
    top += [f"Note: {inert(note)}." for note in heading.notes]
    top += [f"- {inert(line.strip())}" for line in _mistakes(heading)]
    top += ["", f"**{NO_CHANGE.capitalize()}.**"] if not found else []
    for chapter in found:
        top += ["", f"#### {inert(chapter.title)}", *_items(chapter.sections, cut=True)]
    everything: list[str] = []
    for chapter in _cut(found):
        everything += ["", f"#### {inert(chapter.title)}", *_items(chapter.sections, cut=False)]
    kept = _fitting(top, MOST_BYTES)
    left = MOST_BYTES - _size(kept)
    return "\n".join([*kept, *_folded(everything, left)]) + "\n"


def _items(sections: tuple[Section, ...], *, cut: bool) -> Iterator[str]:
    for section in sections:
        lines = section.samples if cut else section.lines
        yield from ("", f"**{section.title.capitalize()}: {len(section.lines)}**", "")
        yield from (f"- {inert(line)}" for line in lines)
        if len(lines) < len(section.lines):
            yield f"- … and {len(section.lines) - len(lines)} more, in the full list"


def _folded(lines: list[str], most: int) -> list[str]:
    """The full list behind a click."""
    opening, closing = ["", "<details><summary>The full list</summary>", ""], ["", "</details>"]
    used = _size([*opening, *closing])
    if not lines or most - used < 200:
        return []
    return [*opening, *_fitting(lines, most - used), *closing]


def _size(lines: list[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _fitting(lines: list[str], most: int) -> list[str]:
    """As many lines as there is room for, and one that says how many are left out."""
    if _size(lines) < most:
        return lines
    kept: list[str] = []
    room = most - 100
    for line in lines:
        room -= _size([line])
        if room < 0:
            break
        kept.append(line)
    return [*kept, "", f"{len(lines) - len(kept)} more lines left out here; `briefings diff` prints them all."]


def inert(text: str) -> str:
    """Plain text as Markdown that shows exactly that."""
    escaped = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    plain = _AUTOLINKED.sub(lambda found: f"{found[0]}{_BREAK}", escaped)
    return _BLOCK.sub(r"\1\\", plain)
