"""The fixed sentences of a language, from site_templates/words/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.problems import ContentError, Place, Problem
from generator.reading.strict_yaml import Tree, read_document

Words = dict[str, "str | Words"]

_NAME = re.compile(r"\{(\w+)\}")
_MONTHS = "dates.months"


def read_words(path: Path, model: Path | None = None) -> Words:
    """Read a language's words; raises ContentError when they are none, or lack what the model's have."""
    words = _read(path)
    problems = list(check_words(_shown(path), words, _read(model))) if model and model != path else []
    if problems:
        raise ContentError(problems)
    return words


def _shown(path: Path) -> str:
    return "/".join(path.parts[-3:])


def _read(path: Path) -> Words:
    shown = _shown(path)
    if not path.is_file():
        message = f"there are no words for the language '{path.stem}'"
        hint = "translate en.yml beside it, or set another theme.language in mkdocs.yml"
        raise ContentError([Problem("missing-file", Place(shown), message, hint)])
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


def check_words(shown: str, words: Words, model: Words) -> Iterator[Problem]:
    """Every sentence of the model is there, with the same names in braces, and every month."""
    said, wanted = dict(_sentences(words)), dict(_sentences(model))
    for key in wanted.keys() - said.keys():
        yield Problem("missing-field", Place(shown), f"there is no sentence '{key}'", f"in English: {wanted[key]}")
    for key in said.keys() - wanted.keys():
        yield Problem("unknown-field", Place(shown), f"no page has a use for the sentence '{key}'", "remove it")
    for key in wanted.keys() & said.keys():
        names = sorted(set(_NAME.findall(wanted[key])))
        if names != sorted(set(_NAME.findall(said[key]))):
            hint = f"keep {' '.join(f'{{{name}}}' for name in names) or 'it without braces'}"
            yield Problem("wrong-shape", Place(shown), f"the names in braces of '{key}' differ", hint)
    if len(said.get(_MONTHS, "").split()) != len(wanted[_MONTHS].split()):
        yield Problem("wrong-shape", Place(shown), f"'{_MONTHS}' has not one word for each month", "use hyphens inside")


def _sentences(words: Words, above: str = "") -> Iterator[tuple[str, str]]:
    """Each sentence with its dotted key."""
    for name, inner in words.items():
        if isinstance(inner, str):
            yield f"{above}{name}", inner
        else:
            yield from _sentences(inner, f"{above}{name}.")
