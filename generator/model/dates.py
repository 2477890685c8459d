"""Dates and times with the precision that was reported, never a finer one."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "days", "week", "month", "months", "year"]

_MONTHS = "january february march april may june july august september october november december"
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS.split(), start=1)}
YEARS = range(1800, 2201)
_LONGEST = 80
"""Characters that a date can take; what is longer is not looked at."""
_RIGHT_FORMS = (
    "write it like 2025-10-11, night of 2025-10-11, 2025-10-10 to 2025-10-17, week of 2025-10-06,"
    " 2025-10, 2025-10 to 2025-12, 2025 or by 2025-11-30"
)


@dataclass(frozen=True)
class When:
    """A reported date: first and last day that it may mean, and how precisely it was given."""

    start: date | None
    """None only for "by", which names no first day."""
    end: date
    """The last day; for a night, the day it ends on."""
    precision: Precision
    night: bool = False
    by: bool = False

    def __str__(self) -> str:
        return self.written

    @property
    def start_or_end(self) -> date:
        """The day to file it under: the first, or the one that "by" names."""
        return self.start or self.end

    @property
    def date_prec(self) -> int:
        """UCDP's code: 1 the day, 2 two to six days (so a night), 3 a week, 4 a month, 5 longer."""
        if self.start is None:
            return 5
        days = (self.end - self.start).days + 1
        return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)

    @property
    def written(self) -> str:
        """The canonical text; reading it gives an equal value."""
        if self.start is None:
            return f"by {self.end}"
        first, last = str(self.start), str(self.end)
        forms: dict[Precision, str] = {
            "day": f"night of {first}" if self.night else first,
            "days": f"{first} to {last}",
            "week": f"week of {first}",
            "month": first[:7],
            "months": f"{first[:7]} to {last[:7]}",
            "year": first[:4],
        }
        return forms[self.precision]

    @property
    def slug(self) -> str:
        """The canonical text for addresses: "2025-10-10-to-2025-10-17"."""
        return self.written.replace(" ", "-")

    @property
    def sort_key(self) -> tuple[date, date, bool]:
        """By first day, then the shorter first; "by" stands at its day, after the day itself."""
        return (self.start_or_end, self.end, self.by)

    def covers(self, other: When) -> bool:
        """Whether all the days that the other may mean lie in this one; a night covers only itself."""
        if self.night:
            return self == other
        if self.start is None:
            return other.end <= self.end
        return other.start is not None and self.start <= other.start and other.end <= self.end


@lru_cache(maxsize=10_000)
def parse_when(text: str) -> When:
    """Read a date as FORMAT.md writes it, raising ValueError with the right form."""
    said = " ".join(text.split())
    if len(said) > _LONGEST:
        raise ValueError(f"cannot read '{said[:_LONGEST]}…' as a date; {_RIGHT_FORMS}")
    try:
        when = _read(said)
    except ValueError as problem:
        raise ValueError(f"cannot read '{said}' as a date; {problem}") from None
    if when is None:
        raise ValueError(f"cannot read '{said}' as a date; {_hint(said)}")
    return when


def _read(said: str) -> When | None:
    """The date in canonical form, or None for another form; ValueError if it cannot exist."""
    if re.search(r"[^\x00-\x7f]", said):
        return None
    if match := re.fullmatch(r"(night of|week of|by) (\d{4}-\d\d-\d\d)", said):
        return _marked(match[1], _day(match[2]))
    if match := re.fullmatch(r"(\d{4}-\d\d(?:-\d\d)?) to (\d{4}-\d\d(?:-\d\d)?)", said):
        return _span(match[1], match[2])
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", said):
        return _single(said)
    return None


def _single(said: str) -> When:
    if len(said) == len("2025-10-11"):
        return When(_day(said), _day(said), "day")
    if len(said) == len("2025-10"):
        return When(*_month(said), "month")
    year = _year(said)
    return When(date(year, 1, 1), date(year, 12, 31), "year")


def _marked(mark: str, day: date) -> When:
    if mark == "by":
        return When(None, day, "day", by=True)
    if mark == "week of":
        return When(day, day + timedelta(days=6), "week")
    return When(day, day + timedelta(days=1), "day", night=True)


def _span(first: str, last: str) -> When:
    if len(first) != len(last):
        raise ValueError("write both ends as days or both as months")
    if first >= last:
        raise ValueError("write the earlier end first, and a single day or month alone")
    if len(first) == len("2025-10"):
        return When(_month(first)[0], _month(last)[1], "months")
    return When(_day(first), _day(last), "days")


def _year(text: str) -> int:
    if int(text) not in YEARS:
        raise ValueError(f"expected a year from {YEARS[0]} to {YEARS[-1]}, not {text}")
    return int(text)


def _month(text: str) -> tuple[date, date]:
    """First and last day of "2025-10"."""
    year, month = _year(text[:4]), int(text[5:])
    if month not in range(1, 13):
        raise ValueError(f"months run from 01 to 12, not {text[5:]}")
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _day(text: str) -> date:
    first, last = _month(text[:7])
    if not 1 <= int(text[8:]) <= last.day:
        raise ValueError(f"the days of {text[:7]} run from 01 to {last.day}, not {text[8:]}")
    return first.replace(day=int(text[8:]))


# -- what was probably meant -----------------------------------------------------------------

_NAMED = rf"(?P<name>{'|'.join(name[:3] for name in _MONTHS.split())})[a-z]*\.?"
_NAMED_FORMS = (
    re.compile(rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? {_NAMED},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_NAMED} (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_NAMED},? (?P<year>\d{{4}})\b", re.IGNORECASE),
)
_NAMED_SPAN = re.compile(rf"\b(\d\d?)(?:\s?[-–]\s?| to | and )(\d\d?) ({_NAMED} \d{{4}})\b", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\b(\d{4})([-/.])(\d\d?)\2(\d\d?)\b|\b(\d{4})(\d\d)(\d\d)\b")
_YEAR_LAST = re.compile(r"\b(\d\d?)([-/.])(\d\d?)\2(\d{4})\b")
_DASHED_SPAN = re.compile(r"(?<=\d)\s*(?:[–—/]|\s-\s|\s(?:until|till|through|and)\s)\s*(?=\d{4})")
_LEADS = re.compile(r"^(?:from|between|on|in|during) ", re.IGNORECASE)


def _hint(said: str) -> str:
    """The right form of what was probably meant, or all of them."""
    ascii_digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in said)
    if match := _YEAR_LAST.search(ascii_digits):
        day, month = int(match[1]), int(match[3])
        if day != month and max(day, month) in range(1, 13):
            return (
                f"{match[0]} can be read two ways: write {match[4]}-{month:02}-{day:02} for"
                f" {_spoken(day, month)} or {match[4]}-{day:02}-{month:02} for {_spoken(month, day)}"
            )
    tidy = _tidied(ascii_digits)
    if re.search(r"\d[T ]\d\d?:\d\d", said):
        return f"write the date alone, {tidy[:10]}; the time has its own key"
    try:
        when = _read(tidy)
    except ValueError as problem:
        return f"{problem}"
    if when:
        return f"write {said} as {when.written}"
    if re.match(r"(by|before|night of|week of)\b", tidy):
        return "name a day, as in by 2025-11-30, night of 2025-10-11 or week of 2025-10-06"
    if years := re.fullmatch(r"(\d{4}) to (\d{4})", tidy):
        return f"write {said} as {years[1]}-01 to {years[2]}-12"
    return _RIGHT_FORMS


def _spoken(day: int, month: int) -> str:
    return f"{day} {_MONTHS.split()[month - 1].capitalize()}"


def _tidied(said: str) -> str:
    """The text with each date in ISO form, spans with "to", marks in lower case."""
    tidy = _NAMED_SPAN.sub(r"\1 \3 to \2 \3", said)
    for form in _NAMED_FORMS:
        tidy = form.sub(_iso_named, tidy)
    tidy = _YEAR_LAST.sub(_iso_year_last, _YEAR_FIRST.sub(_iso_year_first, tidy))
    tidy = _LEADS.sub("", _DASHED_SPAN.sub(" to ", tidy)).lower()
    if match := re.fullmatch(r"(?:the )?(?:(\S+) night|night (?:on|from) (\S+))", tidy):
        return f"night of {match[1] or match[2]}"
    return re.sub(r"^the (?=night|week)|(?<=by) the\b", "", tidy)


def _iso_named(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = f"{parts['year']}-{_MONTH_NUMBERS[parts['name'].lower()]:02}"
    return f"{month}-{int(parts['day']):02}" if parts.get("day") else month


def _iso_year_first(match: re.Match[str]) -> str:
    year, month, day = (part for part in match.group(1, 3, 4, 5, 6, 7) if part)
    return f"{year}-{int(month):02}-{int(day):02}"


def _iso_year_last(match: re.Match[str]) -> str:
    """Day first, unless only month first is possible."""
    first, second = int(match[1]), int(match[3])
    day, month = (first, second) if second in range(1, 13) else (second, first)
    return f"{match[4]}-{month:02}-{day:02}"


# -- clock times -----------------------------------------------------------------------------

WORD_MINUTES = {
    "dawn": 300, "early morning": 330, "morning": 540, "midday": 720, "afternoon": 900,
    "evening": 1140, "late evening": 1290, "night": 1350, "midnight": 1440,
}  # fmt: skip
_CLOCK_FORMS = f"write it like 21:50, about 21:50, before 22:00, after 20:00 or {', '.join(WORD_MINUTES)}"
_SAME_MARK = {"around": "about", "approximately": "about", "at": "", "noon": "midday"}


@dataclass(frozen=True)
class Clock:
    """A reported local time of day: a minute with "about", "before" or "after", or a word."""

    kind: Literal["at", "about", "before", "after", "word"]
    minute: int | None = None
    """Minutes since midnight, for every kind but the word."""
    word: str | None = None

    def __str__(self) -> str:
        return self.written

    @property
    def sort_minutes(self) -> int:
        """An approximate minute for ordering a day's events; midnight closes the day."""
        if self.minute is None:
            return WORD_MINUTES[self.word or "midnight"]
        return self.minute + {"before": -1, "after": 1}.get(self.kind, 0)

    @property
    def written(self) -> str:
        """The canonical text; reading it gives an equal value."""
        if self.minute is None:
            return self.word or ""
        time = f"{self.minute // 60:02}:{self.minute % 60:02}"
        return time if self.kind == "at" else f"{self.kind} {time}"


def parse_clock(text: str) -> Clock:
    """Read a time as FORMAT.md writes it, raising ValueError with the right form."""
    said = " ".join(text.split())[:_LONGEST]
    clock = _read_clock(said)
    if clock is None:
        raise ValueError(f"cannot read '{said}' as a time; {_clock_hint(said)}")
    return clock


def _read_clock(said: str) -> Clock | None:
    if said in WORD_MINUTES:
        return Clock("word", word=said)
    match = re.fullmatch(r"(?:(about|before|after) )?([01][0-9]|2[0-3]):([0-5][0-9])", said)
    if not match:
        return None
    minute = int(match[2]) * 60 + int(match[3])
    for kind in ("about", "before", "after"):
        if match[1] == kind:
            return Clock(kind, minute)
    return Clock("at", minute)


def _clock_hint(said: str) -> str:
    """The right form of "9:50 pm", "21.50", "around 21:50", "2150h", "noon"; or all of them."""
    tidy = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in said.lower())
    tidy = re.sub(r"^[a-z]+", lambda m: _SAME_MARK.get(m[0], m[0]), tidy).strip()
    tidy = re.sub(r"(\d\d?)(?:[:.h]?(\d\d))?\s*(?:hours|hrs|h\b)?\s*([ap]\.?m\b\.?)?$", _hours, tidy)
    clock = _read_clock(tidy)
    if said.endswith("24:00"):
        return "write midnight, or 00:00 of the next day"
    return f"write {said} as {clock.written}" if clock else _CLOCK_FORMS


def _hours(match: re.Match[str]) -> str:
    hour, half = int(match[1]), match[3] or ""
    if half:
        hour = hour % 12 + 12 * half.startswith("p")
    return f"{hour:02}:{match[2] or '00'}"
