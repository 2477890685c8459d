"""The words a field may take, with the standard that each list follows."""

from __future__ import annotations

from typing import Literal

Outcome = Literal[
    "killed",
    "wounded",
    "killed-or-wounded",
    "missing",
    "captured",
    "destroyed",
    "damaged",
    "displaced",
    "stranded",
    "returned",
    "affected",
    "lost",
    "at-risk",
    "recorded",
    "present",
    "closed",
    "halted",
    "spoiled",
    "priced",
]
"""What became of those who are counted (OHCHR, HXL). 'killed-or-wounded' is the verbatim "casualties"."""

Basis = Literal[
    "statement",
    "named-list",
    "registry",
    "compilation",
    "incident-count",
    "investigation",
    "estimate",
    "model",
]
"""How the claimant knows (Every Casualty Standards)."""

EventType = Literal[
    "battles",
    "explosions-remote-violence",
    "violence-against-civilians",
    "protests",
    "riots",
    "strategic-developments",
]
"""ACLED's six event types."""

EventSubtype = Literal[
    "armed-clash",
    "government-regains-territory",
    "non-state-actor-overtakes-territory",
    "chemical-weapon",
    "air-drone-strike",
    "suicide-bomb",
    "shelling-artillery-missile-attack",
    "remote-explosive-landmine-ied",
    "grenade",
    "sexual-violence",
    "attack",
    "abduction-forced-disappearance",
    "peaceful-protest",
    "protest-with-intervention",
    "excessive-force-against-protesters",
    "violent-demonstration",
    "mob-violence",
    "agreement",
    "arrests",
    "change-to-group-activity",
    "disrupted-weapons-use",
    "headquarters-or-base-established",
    "looting-property-destruction",
    "non-violent-transfer-of-territory",
    "other",
]
"""ACLED's sub-event types."""

Precision = Literal["exact", "near", "district", "province", "area", "country"]
"""How exactly a place is known (UCDP where_prec, in words), finest first."""

ActorKind = Literal[
    "person",
    "office",
    "government",
    "military",
    "security-service",
    "armed-group",
    "local-authority",
    "state-media",
    "media",
    "hospital",
    "aid-organisation",
    "united-nations",
    "monitor",
    "business",
    "state",
    "sports-body",
    "witnesses",
    "unnamed-officials",
]

MANY_VOICES: frozenset[ActorKind] = frozenset({"unnamed-officials", "witnesses"})
"""Actors who are other people each time: a second number of theirs is no change of mind."""

PlaceKind = Literal[
    "crossing",
    "town",
    "village",
    "district",
    "province",
    "region",
    "city",
    "site",
    "country",
    "line",
    "area",
]

SourceKind = Literal[
    "news-agency",
    "newspaper",
    "broadcaster",
    "state-media",
    "news-site",
    "magazine",
    "united-nations",
    "aid-organisation",
    "monitor",
    "government",
    "aggregator",
    "reference",
    "opinion",
    "other",
]

Role = Literal["participant", "accused", "affected", "mediator", "announcer", "host", "caller"]

ResponseKind = Literal[
    "accepts",
    "accepts-in-part",
    "denies",
    "disputes-number",
    "disputes-attribution",
    "cannot-confirm",
    "no-comment",
    "retracts",
]

FigureState = Literal["withdrawn", "removed", "error"]
"""Why a figure no longer counts: its source withdrew it, its page is gone, or we entered it wrongly."""

ConflictState = Literal["active", "ceasefire", "talks", "ended"]

CrossingState = Literal["open", "closed", "partly-open"]

ReadAs = Literal["full-text", "excerpt"]
"""How much of a page was read."""
