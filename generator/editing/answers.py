"""Whether a field can take an answer that somebody typed; where not, the words are those of the check."""

from __future__ import annotations

import re
import unicodedata

from pydantic import BaseModel

from generator.problems import Place, Problem
from generator.reading.records import read_record
from generator.reading.strict_yaml import read_document

_JOINERS = "\u200c\u200d"
"""They join letters in Persian, Pashto and Urdu; whether they may stand where they do, the reader knows."""


class UnfitAnswerError(ValueError):
    """An answer that a field cannot take, with the right form as hint."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} ({hint})" if hint else message)


def read_answer(model: type[BaseModel], field: str, text: str) -> str:
    """The answer as it will stand in the file; UnfitAnswerError where the model's field refuses it."""
    said = tidied(text)
    if not said:
        raise UnfitAnswerError("no value here", "an answer is needed")
    problem = _problem_of(model, field, said)
    if problem:
        raise UnfitAnswerError(problem.message, problem.hint)
    return said


def tidied(text: str) -> str:
    """The text on one line, without the characters that pages bring along and nobody sees."""
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in text)
    kept = "".join(c for c in spaced if unicodedata.category(c) != "Cf" or c in _JOINERS)
    return re.sub(r"\s+", " ", kept).strip()


def _problem_of(model: type[BaseModel], field: str, text: str) -> Problem | None:
    """What the reader says of the text, then what the model says of it in this field."""
    quoted = "'" + text.replace("'", "''") + "'"
    found = list(read_document("", quoted.encode("utf-8", "surrogatepass")).problems)
    _, problems = read_record(model, {field: _shaped(model, field, text)}, Place(""))
    found += [problem for problem in problems if problem.at.field[:1] == (field,)]
    return next(iter(found), None)


def _shaped(model: type[BaseModel], field: str, text: str) -> str | list[str]:
    """A field that holds a list takes the answer as its only entry."""
    by_alias = {info.alias or name: info for name, info in model.model_fields.items()}
    return [text] if str(by_alias[field].annotation).startswith("tuple[") else text
