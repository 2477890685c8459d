"""The fixed sentences of a language, from site_templates/words/."""

from __future__ import annotations

from pathlib import Path

from generator.problems import ContentError, Place, Problem
from generator.reading.strict_yaml import Tree, read_document

Words = dict[str, "str | Words"]


def read_words(path: Path) -> Words:
    """Read a language's words; raises ContentError when the file is not groups of sentences."""
    shown = "/".join(path.parts[-3:])
    document = read_document(shown, path.read_bytes())
    words = _words(document.tree)
    if document.problems or words is None:
        expected = Problem("wrong-shape", Place(shown), "expected sentences in groups", "write 'name: sentence'")
        raise ContentError(document.problems or [expected])
    return words


def _words(tree: Tree | None) -> Words | None:
    """The tree again, when it holds nothing but groups and sentences."""
    if not isinstance(tree, dict):
        return None
    words: Words = {}
    for name, inner in tree.items():
        found = inner if isinstance(inner, str) else _words(inner)
        if found is None:
            return None
        words[name] = found
    return words
