"""Which of ACLED's sub-event types belongs to which of its six types, so that one answer gives both."""

from __future__ import annotations

from generator.model.vocabulary import EventType

_SUBTYPES: dict[EventType, str] = {
    "battles": "armed-clash government-regains-territory non-state-actor-overtakes-territory",
    "explosions-remote-violence": "chemical-weapon air-drone-strike suicide-bomb shelling-artillery-missile-attack "
    "remote-explosive-landmine-ied grenade",
    "violence-against-civilians": "sexual-violence attack abduction-forced-disappearance",
    "protests": "peaceful-protest protest-with-intervention excessive-force-against-protesters",
    "riots": "violent-demonstration mob-violence",
    "strategic-developments": "agreement arrests change-to-group-activity disrupted-weapons-use "
    "headquarters-or-base-established looting-property-destruction non-violent-transfer-of-territory other",
}
TYPE_OF: dict[str, EventType] = {subtype: kind for kind, listed in _SUBTYPES.items() for subtype in listed.split()}
"""By sub-event type, in ACLED's order."""
