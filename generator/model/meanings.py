"""What each word of a fixed list means, in a few words; for editors' completion and the table of fields."""

from __future__ import annotations

from typing import get_args

from generator.model import vocabulary

OUTCOME = {
    "killed": "dead, also of their wounds",
    "wounded": "hurt, and alive when counted",
    "killed-or-wounded": "one number for both, as 'casualties' is; never printed as killed",
    "missing": "nobody knows where they are",
    "captured": "in the hands of the other side, people or posts",
    "destroyed": "beyond use: posts, vehicles, houses",
    "damaged": "hit, not destroyed",
    "displaced": "had to leave their homes",
    "stranded": "cannot go on, as at a closed crossing",
    "returned": "back where they came from, or sent back",
    "affected": "hit or hindered in a way that no other word names",
    "lost": "gone, as money, trade or work",
    "at-risk": "in danger, nothing has happened to them yet",
    "recorded": "counted as having happened, as attacks or incidents",
    "present": "there, as refugees in a country or the length of a line",
    "closed": "shut, as crossings or schools",
    "halted": "stopped, as lorries or flights",
    "spoiled": "gone bad, as food on the way",
    "priced": "what something costs",
}

BASIS = {
    "statement": "somebody says so and does not say how they know",
    "named-list": "a list of names",
    "registry": "a register that is kept, as of a hospital",
    "compilation": "put together from several reports",
    "incident-count": "incidents that were counted one by one",
    "investigation": "people went and looked",
    "estimate": "estimated, and said to be",
    "model": "worked out by a statistical model",
}

EVENT_TYPE = {
    "battles": "two armed sides fight",
    "explosions-remote-violence": "fire from afar: shelling, drones, air strikes, mines",
    "violence-against-civilians": "armed people attack people who are not",
    "protests": "people demonstrate without violence",
    "riots": "people demonstrate with violence",
    "strategic-developments": "what matters and is no violence: agreements, arrests, bases",
}

EVENT_SUBTYPE = {
    "armed-clash": "battles: both sides shoot",
    "government-regains-territory": "battles: a government takes a place back",
    "non-state-actor-overtakes-territory": "battles: an armed group takes a place",
    "chemical-weapon": "remote violence: chemicals used as a weapon",
    "air-drone-strike": "remote violence: from aircraft or drones",
    "suicide-bomb": "remote violence: a bomber who dies with the bomb",
    "shelling-artillery-missile-attack": "remote violence: guns, rockets, missiles",
    "remote-explosive-landmine-ied": "remote violence: mines and bombs laid out",
    "grenade": "remote violence: a grenade thrown",
    "sexual-violence": "against civilians: sexual violence",
    "attack": "against civilians: shot, beaten or otherwise attacked",
    "abduction-forced-disappearance": "against civilians: taken away",
    "peaceful-protest": "protests: nobody interferes",
    "protest-with-intervention": "protests: dispersed or hindered",
    "excessive-force-against-protesters": "protests: force that kills or badly hurts",
    "violent-demonstration": "riots: demonstrators destroy or fight",
    "mob-violence": "riots: a crowd attacks people",
    "agreement": "developments: a truce, a treaty, talks that end in a text",
    "arrests": "developments: people are arrested",
    "change-to-group-activity": "developments: forces move, halt, regroup or are put on alert",
    "disrupted-weapons-use": "developments: a weapon found or shot down in time",
    "headquarters-or-base-established": "developments: a base is set up",
    "looting-property-destruction": "developments: looting, destruction without fighting",
    "non-violent-transfer-of-territory": "developments: a place changes hands without a fight",
    "other": "developments: anything else that matters",
}

PRECISION = {
    "exact": "the very spot",
    "near": "close to it, as the next village",
    "district": "somewhere in the district",
    "province": "somewhere in the province",
    "area": "somewhere in a larger area, as along a border",
    "country": "somewhere in the country",
}

ACTOR_KIND = {
    "person": "somebody who speaks for themselves or by their office",
    "office": "an office, whoever holds it",
    "government": "a government or a ministry",
    "military": "an army or a part of it",
    "security-service": "police, border guards, intelligence",
    "armed-group": "fighters of no state",
    "local-authority": "a province, district, town or village council",
    "state-media": "a broadcaster or agency of a state",
    "media": "an outlet that speaks for itself",
    "hospital": "a hospital or clinic",
    "aid-organisation": "Red Cross, Red Crescent and others who help",
    "united-nations": "the UN or a part of it",
    "monitor": "an organisation that counts or documents",
    "business": "traders, companies, chambers of commerce",
    "state": "a country as such, as a mediator",
    "sports-body": "a federation or club",
    "witnesses": "residents and others who saw it, unnamed",
    "unnamed-officials": "officials whose names the page does not give",
}

PLACE_KIND = {
    "crossing": "a border crossing",
    "town": "a town",
    "village": "a village",
    "district": "a district",
    "province": "a province",
    "region": "a larger part of a country",
    "city": "a city",
    "site": "a camp, post, base, bridge or building",
    "country": "a country",
    "line": "a border or another line",
    "area": "an area without borders of its own",
}

SOURCE_KIND = {
    "news-agency": "writes for other outlets",
    "newspaper": "a newspaper, printed or not",
    "broadcaster": "radio or television",
    "state-media": "owned or directed by a state",
    "news-site": "news on the web only",
    "magazine": "a magazine or review",
    "united-nations": "a page of the UN",
    "aid-organisation": "a page of an aid organisation",
    "monitor": "a page of an organisation that counts or documents",
    "government": "a page of a government, ministry or army",
    "aggregator": "collects the texts of others",
    "reference": "an encyclopedia or handbook",
    "opinion": "a commentary",
    "other": "none of these",
}

ROLE = {
    "participant": "took part in it",
    "accused": "is said by somebody to have done it",
    "affected": "was hit by it",
    "mediator": "went between the sides",
    "announcer": "made it known",
    "host": "gave it a place, as for talks",
    "caller": "called for it, as for a protest",
}

RESPONSE_KIND = {
    "accepts": "says that it is so",
    "accepts-in-part": "says that some of it is so",
    "denies": "says that it is not so",
    "disputes-number": "says that the number is wrong",
    "disputes-attribution": "says that others did it",
    "cannot-confirm": "says that it does not know",
    "no-comment": "declines to answer",
    "retracts": "takes its own words back",
}

FIGURE_STATE = {
    "withdrawn": "its source withdrew it",
    "removed": "the page that carried it is gone",
    "error": "we entered it wrongly",
}

CONFLICT_STATE = {
    "active": "there is fighting",
    "ceasefire": "a ceasefire is in place, at least in name",
    "talks": "the sides talk, without a ceasefire",
    "ended": "it is over",
}

CROSSING_STATE = {
    "open": "anybody may pass who usually may",
    "closed": "nobody passes",
    "partly-open": "some may pass: lorries, the sick, those who return",
}

READ_AS = {
    "full-text": "the whole page",
    "excerpt": "a part of it, as its beginning in a search result",
}

MEANINGS: dict[tuple[str, ...], dict[str, str]] = {
    get_args(words): meanings
    for words, meanings in (
        (vocabulary.Outcome, OUTCOME),
        (vocabulary.Basis, BASIS),
        (vocabulary.EventType, EVENT_TYPE),
        (vocabulary.EventSubtype, EVENT_SUBTYPE),
        (vocabulary.Precision, PRECISION),
        (vocabulary.ActorKind, ACTOR_KIND),
        (vocabulary.PlaceKind, PLACE_KIND),
        (vocabulary.SourceKind, SOURCE_KIND),
        (vocabulary.Role, ROLE),
        (vocabulary.ResponseKind, RESPONSE_KIND),
        (vocabulary.FigureState, FIGURE_STATE),
        (vocabulary.ConflictState, CONFLICT_STATE),
        (vocabulary.CrossingState, CROSSING_STATE),
        (vocabulary.ReadAs, READ_AS),
    )
}
"""The meanings of a list's words, by the list itself."""
