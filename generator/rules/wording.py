"""Rule 6: the same plain words for each side; the parties' own words only between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.corpus import Dossier
from generator.model.prose import without_references
from generator.problems import Problem
from generator.rules.passages import own_passages

_PLAIN_WORDS = {
    r"martyr(?:s|ed|dom|doms)?": "killed",
    r"neutrali[sz](?:e[sd]?|ing)": "killed, or the claimant's word in quotation marks",
    r"terrorists?": "the group's name, or militants",
    r"khawarij|khwarij|kharijites?|fitna(?: al|-al|-ul)?-khawarij": "the group's name",
    r"infidels?": "the group's name",
    r"regimes?": "government",
    r"aggressions?|aggressors?": "attack",
    r"cowardly|heinous|barbaric|brutal|savage|dastardly": "leave it out",
    r"unprovoked": "leave it out, or say who says so and quote it",
    r"brave|bravely|heroic|heroically|valiant|valiantly|gallant|gallantly": "leave it out",
    r"sent to hell|met their fate": "killed",
    r"eliminat(?:e[sd]?|ing)|liquidat(?:e[sd]?|ing)": "killed, or destroyed",
    r"puppets?": "the government's name",
    r"so-called": "leave it out",
    r"befitting reply|befitting response|fitting reply": "response",
    r"proxy of|proxies of": "say who says that they work for whom",
}
_PARTY = re.compile(rf"\b(?:{'|'.join(f'({pattern})' for pattern in _PLAIN_WORDS)})\b", re.IGNORECASE)
_HINTS = list(_PLAIN_WORDS.values())

_LOADED_VERB = re.compile(
    r"\b(claim(?:s|ed|ing)?|admit(?:s|ted|ting)?|boast(?:s|ed|ing)?|insist(?:s|ed|ing)?|confess(?:es|ed|ing)?"
    r"|conced(?:es?|ed|ing)|brag(?:s|ged|ging)?|alleg(?:es?|ed|ing))"
    r"(?=\s+(?:that|to have|to be|(?:it|they|he|she) (?:was|were|is|are|has|have|had|did))\b|,)",
    re.IGNORECASE,
)
# "rejects claims that …", "the claim, …": a thing, not a verb
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|those|such|of|any|all|other|rival|both|no|its|their|his|her|to|on|about|with|by"
    r"|reject(?:s|ed)?|den(?:y|ies|ied)|dispute[sd]?|dismiss(?:es|ed)?|afghan|pakistani)|['’]s)\s+$",
    re.IGNORECASE,
)
_QUOTED = re.compile(  # no quotation is longer than a quote may be
    r"\"[^\"\n]{0,500}\"|“[^”\n]{0,500}”|«[^»\n]{0,500}»"
    r"|(?<!\w)'[^'\n]+(?:'\w[^'\n]*)*'(?!\w)|(?<!\w)‘[^\n]{1,500}?’(?!\w)"
)


def unquoted(text: str) -> str:
    """The text with everything between quotation marks, and every reference, blanked; positions stay."""
    bare = without_references(text)
    return _QUOTED.sub(lambda found: " " * len(found[0]), bare)


def check_party_vocabulary(dossier: Dossier) -> Iterator[Problem]:
    """The parties' names for each other stand only in their own words."""
    for passage in own_passages(dossier):
        for found in _PARTY.finditer(unquoted(passage.text)):
            if _is_name(passage.text, found):
                continue
            plain = _HINTS[(found.lastindex or 1) - 1]
            message = f"'{found[0]}' is a party's word"
            yield Problem("party-vocabulary", passage.at, message, f"write: {plain}; or quote who says it")


def _is_name(text: str, found: re.Match[str]) -> bool:
    """A capital letter inside a sentence begins a name: 'Counter-Terrorism', 'Martyrs Square'."""
    if not found[0][0].isupper() or "khawarij" in found[0].lower():
        return False
    before = text[: found.start()].rstrip(" *_")
    return bool(before) and before[-1] not in ".!?:\n"


def check_reporting_verbs(dossier: Dossier) -> Iterator[Problem]:
    """Both sides 'say'; no verb hints that one of them lies or confesses."""
    for passage in own_passages(dossier):
        if passage.kind not in ("prose", "says", "title"):
            continue
        text = unquoted(passage.text)
        for found in _LOADED_VERB.finditer(text):
            if _NOUN_BEFORE.search(text, max(0, found.start() - 40), found.start()):
                continue
            yield Problem("loaded-verb", passage.at, f"'{found[0]}' weighs what is said", "write: says")
