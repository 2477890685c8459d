"""Numbers that prose counts people, posts or losses with, and so must not say in its own name (rule 4)."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.model.number_words import word_set
from generator.model.numerals import Found, blank, numbers_in
from generator.model.qualifiers import QUALIFIERS_BEFORE

_OUTCOMES = word_set(
    """kill kills killed killing slain dead die dies died dying death deaths toll fatality fatalities
    wound wounds wounded wounding injured injuring injury injuries injures hurt casualty casualties
    capture captures captured capturing seize seized seizing destroy destroys destroyed destroying
    damaged missing displaced stranded stuck lost losing loss losses cost costs costing martyred
    neutralised neutralized eliminated eliminating arrested detained abducted deported repatriated
    expelled shot overran overrun taken"""
)
_THINGS = word_set(
    """soldier soldiers troop troops personnel fighter fighters militant militants civilian civilians
    people person persons child children woman women man men girl girls boy boys post posts outpost
    outposts position positions checkpoint checkpoints tank tanks drone drones truck trucks vehicle
    vehicles container containers victim victims body bodies home homes house houses shop shops
    refugee refugees returnee returnees migrant migrants family families dollar dollars rupees lives
    insurgent insurgents terrorist terrorists attacker attackers combatant combatants guard guards
    policeman policemen police prisoner prisoners hostage hostages detainee detainees player players
    cricketer cricketers worker workers member members base bases camp camps fort forts hideout
    hideouts bunker bunkers installation installations facility facilities helicopter helicopters
    jet jets lorry lorries car cars weapon weapons rifle rifles"""
)
_COUNTED = _OUTCOMES | _THINGS
_MEASURES = word_set(  # a number of these is no casualty figure, whatever stands near
    """hour hours day days week weeks month months year years minute minutes second seconds night
    nights decade decades century centuries evening morning weekend km kilometre kilometres kilometer
    kilometers mile miles metre metres meter meters m feet hectares acres mm calibre caliber kg tonnes
    tons degrees corps brigade division battalion"""
)
_NEUTRAL = word_set(  # nor of these, unless they describe a counted thing: "25 army posts"
    """country countries side sides government governments neighbour neighbours neighbor
    neighbors nation nations state states capital capitals party parties army armies military
    militaries delegation delegations ministry ministries minister ministers leader leaders mediator
    mediators round rounds meeting meetings province provinces district districts village villages
    town towns city cities crossing crossings sector sectors area areas airport airports agreement
    agreements statement statements point points section sections language languages source sources
    report reports outlet outlets agency agencies official officials spokesman spokesmen front fronts
    occasion occasions time times version versions account accounts
    demand demands condition conditions sentence sentences question questions way ways"""
)
_CLAUSE_WORDS = word_set(
    "a an and as at but by for from had has have in near of on or said says than that the to was were per"
    " when where which while who with"
)
_MONTH = (
    "(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Octo|Nov|Dec)(?:em)?ber"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d,.]{0,12}\d)"
_TO = r"\s*(?:[-–—/]|to|and|or|until|till|through)\s*"
_COUNT_NEXT = rf"(?!\s+(?:[A-Za-z]+\s+)?(?:{'|'.join(sorted(_COUNTED))})\b)"
_NO_FIGURES = re.compile(
    r"\[[a-z-]+:[^\]|]{0,300}[|\]]|\]\([^)]{0,2100}\)|https?://\S+|\b\d{4}-\d\d(?:-\d\d)?\b"
    rf"|\b(?:{_DAY}(?:,\s*{_DAY}){{0,6}}{_TO})?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}\b)?"
    rf"|\b{_MONTH},?\s+(?:19|20)\d\d\b"
    rf"|(?<!\b[Ii]n )\b{_MONTH}\s+{_DAY}(?:{_TO}(?:{_MONTH}\s+)?{_DAY}{_COUNT_NEXT}){{0,6}}"
    r"(?:,?\s+(?:19|20)\d\d\b)?"
    r"|\b\d\d?(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?|o'clock)|\b\d\d?:\d\d\b|\b\d\d?[/.]\d\d?[/.]\d{4}\b"
    r"|\b(?:24/7|9/11|50[-–]50)\b|(?m:^[ \t#>*-]{0,12}\d{1,3}[.)]\s)"
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’)\]*]*\s|\n\s*\n|\n\s*[-*]\s")
_VAGUE = re.compile(
    r"\b(?:(?:tens|hundreds) of thousands|dozens|hundreds|thousands|millions|scores)\b"
    r"|\b(?:several|(?<!how )(?<!as )many|a few|few|numerous|countless|a (?:\w+ )?number of)\b", re.IGNORECASE
)  # fmt: skip
_REACH = 200  # characters, more than the words that are looked at take
_TIME_WORDS = word_set("in since of until till by from during before after late early mid between and to")
_WEAK = word_set("several many a few numerous countless")
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in QUALIFIERS_BEFORE)
_LABELS = word_set(
    "section article chapter part page rule resolution paragraph number no phase stage line annex"
    " route highway unit table item step version"
)


def counted_numbers(text: str) -> tuple[Found, ...]:
    """The numbers of people, posts, losses … that English prose says without citing a figure.

    Leans towards reporting whatever stands near a casualty word; calendar prose, durations,
    distances, labels and what is inside references are left alone.
    """
    prose = _NO_FIGURES.sub(blank, text)
    starts = [0, *(end.end() for end in _SENTENCE_END.finditer(prose)), len(prose)]
    return tuple(
        Found(found.value, start + found.start, start + found.end, found.text)
        for start, end in pairwise(starts)
        for found in _counted_in(prose[start:end])
    )


def _counted_in(sentence: str) -> list[Found]:
    """From right to left, because in "two to three days" the unit stands at the end."""
    vague = [Found(None, m.start(), m.end(), m[0]) for m in _VAGUE.finditer(sentence)]
    kept: list[Found] = []
    exempt: Found | None = None
    for found in sorted((*numbers_in(sentence, "en"), *vague), key=lambda f: f.start, reverse=True):
        if _has_own_unit(sentence, found) or (exempt and _shares_unit(sentence, found, exempt)):
            exempt = found
        else:
            exempt = None
            kept += [found] * _is_counted(sentence, found)
    return kept[::-1]


def _shares_unit(sentence: str, found: Found, exempt: Found) -> bool:
    """Whether the first number of a range is exempt with the second: "two to three days"."""
    link = sentence[found.end : exempt.start].strip().lower()
    before = sentence[max(0, found.start - 8) : found.start].lower()
    return link in {"to", "or", "-", "–", "—"} or (link == "and" and before == "between ")


def _has_own_unit(sentence: str, found: Found) -> bool:
    """Whether the number belongs to a duration, a distance, "two countries", "48-hour" …"""
    after = sentence[found.end : found.end + _REACH].lower()
    if found.value is None:
        after = after.removeprefix(" of")
    if compound := re.match(r"-(?!plus|odd|strong)([a-z]+)", after):
        return compound[1] not in _COUNTED
    clause = re.match(r"[\w\s'’-]*", after)
    words = _tokens(clause[0])[:4] if clause else []
    for word, next_word in zip(words[:3], [*words[1:], ""], strict=False):
        described = next_word in _THINGS and not word.endswith("s")
        if word in _MEASURES or (word in _NEUTRAL and not described):
            return True
        if word in _COUNTED or word in _CLAUSE_WORDS:
            return False
    return False


def _is_counted(sentence: str, found: Found) -> bool:
    """Whether a casualty word stands near enough."""
    before = _tokens(sentence[max(0, found.start - _REACH) : found.start])
    after = _tokens(sentence[found.end : found.end + _REACH])
    if found.value is None and found.text.lower().split()[0] in _WEAK:
        return not _THINGS.isdisjoint(after[:3]) and not _OUTCOMES.isdisjoint((*before, *after))
    if found.value == 1 and not _is_one_thing(before, after):
        return False
    if _is_year(found, before, after) or (before and before[-1] in _LABELS):
        return False
    near = not _THINGS.isdisjoint((*before[-6:], *after[:6]))
    return near or not _OUTCOMES.isdisjoint((*before[-8:], *after[:8]))


def _is_one_thing(before: list[str], after: list[str]) -> bool:
    """Whether "one" counts ("one soldier", "one was killed") or stands for a name ("no one")."""
    pronoun = before and before[-1] in {"no", "any", "every", "each", "this", "that", "the", "which"}
    return not pronoun and after[:1] != ["of"] and not _COUNTED.isdisjoint(after[:2])


def _is_year(found: Found, before: list[str], after: list[str]) -> bool:
    """Whether "2021" is a year, unless its neighbours make it a count ("killed 2000 soldiers")."""
    if not re.fullmatch(r"(?:18|19|20)\d\d", found.text):
        return False
    word = before[-1] if before else ""
    counts_things = bool(word) and word not in _TIME_WORDS and not _THINGS.isdisjoint(after[:1])
    return not counts_things and word not in _OUTCOMES | _LAST_WORDS


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())
