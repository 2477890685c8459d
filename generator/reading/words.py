"""The fixed sentences of a language, from site_templates/words/."""

from __future__ import annotations

from pathlib import Path

from generator.problems import ContentError
from generator.reading.strict_yaml import Tree, read_document


def read_words(path: Path) -> dict[str, Tree]:
    """Read a language's words; raises ContentError when the file is not a mapping of sentences."""
    document = read_document(path.name, path.read_bytes())
    if document.problems or not isinstance(document.tree, dict):
        raise ContentError(document.problems)
    return document.tree
