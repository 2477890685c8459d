"""The kinds of text that fields hold, each with its limits and its own error.

Every scalar arrives as the text that its author typed (see reading); these types turn it into a value.
An error's type is the problem code that people see.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.dates import Clock, When, parse_clock, parse_when
from generator.model.values import Value, parse_value

Parsed = TypeVar("Parsed")

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_ID = 100


def refuse(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """Make the error for a value that a field cannot take."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def is_id(text: str) -> bool:
    """Say whether a text can be a record's id: kebab-case, at most 100 characters."""
    return len(text) <= MAX_ID and ID_PATTERN.fullmatch(text) is not None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        kind, hint = ("a group of fields", "put the text in double quotes when it contains ': '")
        if isinstance(value, list):
            kind, hint = ("a list", "one text only; put it in double quotes when it begins with [ or -")
        raise refuse("wrong-shape", f"expected a text here, not {kind}", hint)
    return value


def _id(text: str) -> str:
    if not is_id(text):
        raise refuse("bad-id", f"'{text[:60]}' is not an id", id_hint(text))
    return text


def id_hint(text: str) -> str:
    """Say how a text would be written as an id, where that can be told."""
    if re.search(r"\s-\s|,", text.strip(" -")):
        return "one id; in a list each stands on a line of its own, its hyphen under the one above"
    return f"small letters a to z, digits and single hyphens, like {as_id(text) or 'torkham'}"


def as_id(text: str) -> str:
    """The nearest thing to an id that a text can be made; empty where it holds no letter or digit of an id."""
    plain = unicodedata.normalize("NFKD", text[:MAX_ID]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _parsed(code: str, parse: Callable[[str], Parsed]) -> PlainValidator:
    def validate(value: Any) -> Parsed:
        try:
            return parse(_text(value).strip())
        except PydanticCustomError:
            raise
        except ValueError as error:
            message, _, hint = str(error).partition("; ")
            raise refuse(code, message, hint) from None

    return PlainValidator(validate)


def _at_most(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(text) > limit:
            message = f"text of {len(text)} characters"
            raise refuse("too-long", message, f"at most {limit} here")
        return text

    return AfterValidator(check)


def folded(text: str) -> str:
    """One line: every run of white space becomes a space."""
    return " ".join(text.split())


def _url(text: str) -> str:
    problem = url_problem(text)
    if problem:
        raise refuse("bad-url", f"'{text[:80]}' {problem}", "write the full address: https://example.org/page")
    return text


def url_problem(text: str) -> str:
    """Say what keeps a text from being a public web address; nothing where it is one."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")
    except (UnicodeError, ValueError):
        return "is not an address"
    if re.search(r"[\x00-\x20\x7f\"<>\\^`{|}]", text):
        return "has a space or a character that addresses cannot hold"
    if parts.scheme not in ("http", "https"):
        return "does not begin with http:// or https://"
    if "@" in parts.netloc:
        return "carries a user name"
    return "" if _is_public(host) else "has no public host name"


def _is_public(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        labels = host.rstrip(".").split(".")
        return len(labels) > 1 and all(labels) and labels[-1] not in ("local", "localhost", "internal")


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", text):
        raise refuse("bad-language", f"'{text}' is not a language code", "two small letters: en, ur, ps, fa")
    return text


def _country(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", text):
        raise refuse("bad-country", f"'{text[:60]}' is not a country's code", "three capital letters: AFG, PAK")
    return text


class Coordinates(tuple[float, float]):
    """Latitude and longitude in degrees, WGS 84, at most two decimals (about a kilometre)."""

    __slots__ = ()


def _coordinates(text: str) -> Coordinates:
    found = re.fullmatch(r"(-?\d{1,2}(?:\.(\d+))?)\s*,\s*(-?\d{1,3}(?:\.(\d+))?)", text)
    if not found:
        raise ValueError(f"cannot read '{text}' as coordinates; write latitude, longitude like 34.11, 71.08")
    if max(len(found[2] or ""), len(found[4] or "")) > 2:
        raise refuse("coordinates-too-fine", f"'{text}' is finer than two decimals", "round to two decimals")
    latitude, longitude = float(found[1]), float(found[3])
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ValueError(f"'{text}' is not on the globe; latitude comes first")
    return Coordinates((latitude, longitude))


def told(text: str, title: str, *examples: str) -> WithJsonSchema:
    """What editors and tables are told of a kind of text: its key in editing/patterns.py, its name, examples.

    Of examples there are none or several: an editor writes a single one into the file by itself.
    """
    return WithJsonSchema({"text": text, "title": title, "examples": [*examples]})


_AsText = BeforeValidator(_text)

Id = Annotated[str, _AsText, StringConstraints(strip_whitespace=True), AfterValidator(_id), told("id", "an id")]
ActorId = Annotated[Id, told("id", "id of an actor", "belmark-ministry", "arvenian-army")]
EventId = Annotated[Id, told("id", "id of an event", "2031-03-05-river-clash", "2031-03-12-truce")]
SourceId = Annotated[Id, told("id", "id of a source", "sorn-times-2031-03-06", "bel-radio-2031-03-06")]
PlaceId = Annotated[Id, told("id", "id of a place", "sorn-bridge", "lower-sorn")]
SideId = Annotated[Id, told("id", "id of a side", "arvenia", "belmark")]
GroupId = Annotated[Id, told("id", "id of a group", "belmark-soldiers", "arvenian-civilians")]
ScopeId = Annotated[Id, told("id", "id of a scope", "at-the-bridge", "women-and-children")]
PointId = Annotated[Id, told("id", "id of a point", "who-fired-first", "who-asked-for-the-truce")]
FigureKey = Annotated[
    Id, told("id", "key of a figure", "belmark-soldiers-killed", "belmark-soldiers-killed-at-the-bridge")
]
"""The counted group, the outcome and the scope, joined by hyphens."""

Label = Annotated[str, _AsText, AfterValidator(folded), _at_most(200), told("line", "one line")]
"""A name or a title: one line."""
Text = Annotated[str, _AsText, AfterValidator(folded), _at_most(2_000), told("sentences", "a sentence or two")]
"""A plain sentence or two."""
Quote = Annotated[str, _AsText, AfterValidator(folded), _at_most(500), told("words", "somebody's words")]
"""Somebody's words, verbatim."""
Prose = Annotated[str, _AsText, _at_most(20_000), told("prose", "prose")]
"""A small Markdown subset with references in square brackets; paragraphs are kept."""
Url = Annotated[
    str,
    _AsText,
    AfterValidator(_url),
    _at_most(2_048),
    told("address", "a web address", "https://sorn-times.example/2031/river", "https://archive.example/x"),
]
Language = Annotated[
    str, _AsText, AfterValidator(_language), told("language", "a language code", "en", "ur", "ps", "fa")
]
"""ISO 639 code."""
Country = Annotated[str, _AsText, AfterValidator(_country), told("country", "a country's code", "AFG", "PAK")]
"""ISO 3166 code of three letters."""
ValueField = Annotated[
    Value,
    _parsed("bad-value", parse_value),
    told(
        "value", "a number as said", "58", "at least 58", "more than 200", "about 20", "up to 18", "60 to 70", "dozens"
    ),
]
_DATES = ("2025-10-11", "night of 2025-10-11", "2025-10-10 to 2025-10-17", "2025-10", "2025", "by 2025-11-30")
WhenField = Annotated[When, _parsed("bad-date", parse_when), told("date", "a date", *_DATES)]
_TIMES = ("21:50", "about 21:50", "before 22:00", "after 20:00", "early morning")
ClockField = Annotated[Clock, _parsed("bad-time", parse_clock), told("time", "a time", *_TIMES)]
CoordinatesField = Annotated[
    Coordinates,
    _parsed("bad-coordinates", _coordinates),
    told("coordinates", "latitude, longitude", "34.11, 71.08", "31.01, 66.4"),
]
