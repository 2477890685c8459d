"""A language that nobody speaks: English sentences in Arabic letters, to see pages that run from the right."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from generator.reading.words import Words, read_words
from tests.projects import TEMPLATES

PSEUDO = "ar-XB"
"""The tag under which such a language is known."""

_LETTERS = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyz", "ابچدیفگهیجکلمنوپقرستوڤوخیز", strict=True)))
_KEPT = re.compile(r"(\{\w+\})")


def pseudo(sentence: str) -> str:
    """A sentence in other letters, of the same length; names in braces stay."""
    return "".join(part if n % 2 else part.lower().translate(_LETTERS) for n, part in enumerate(_KEPT.split(sentence)))


def pseudo_words(words: Words) -> Words:
    return {key: pseudo(said) if isinstance(said, str) else pseudo_words(said) for key, said in words.items()}


def write_pseudo_words(folder: Path, language: str = PSEUDO) -> Path:
    """Write the words file of the language, made from English."""
    path = folder / f"{language}.yml"
    words = pseudo_words(read_words(TEMPLATES / "words" / "en.yml"))
    path.write_text(yaml.safe_dump(words, allow_unicode=True, sort_keys=False), "utf-8")
    return path
