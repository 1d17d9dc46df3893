"""The events of one article: reads its sentences in order and carries what they hand on."""

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from extractors.dates.event import EventDate, date_event
from extractors.events.merge import merge_mentions
from extractors.events.patterns import Token, kinds_in, tokenize, verb_forms
from extractors.events.predicates import Trigger, find_triggers
from extractors.events.roles import Group, Roles, group_actors, read_roles
from extractors.events.surface_claims import Claim, find_surface_claims, speaker_of
from extractors.events.surface_counts import Counts, read_surface_counts
from extractors.events.surface_status import Status, read_surface_status
from extractors.places.event import EventPlace, place_event
from extractors.sentences import Sentence, split_sentences
from schemas.mention import ActorMention, DateMention, Mention, Party, PlaceMention

VIOLENT = kinds_in("violent")
SPEECH = kinds_in("speech")
WISHES = kinds_in("wish")  # what these acts ask, threaten or offer is not an event of its own
WEAPONS = kinds_in("weapon")  # harm that one of these did is no attack of its own
_HARM = frozenset().union(*(verb_forms(verb) for verb in ("kill", "wound", "injure", "leave")))
_DENIALS = verb_forms("deny")
_NON_STATE = frozenset({"REB", "UAF", "PRM", "ISM", "CRM"})
_QUOTES = frozenset('"“”')


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence and what was read in it before its events."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    triggers: tuple[Trigger, ...]
    groups: tuple[Group, ...]
    claims: tuple[Claim, ...]


@dataclasses.dataclass(slots=True, kw_only=True)
class Story:
    """An article under way: the spans read in it, and what the last event hands to the next."""

    text: str
    published: datetime.date | None
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    actors: Sequence[ActorMention]
    _actors: tuple[Party, ...] = ()
    _date: EventDate | None = None
    _place: EventPlace | None = None
    _speaker: Claim | None = None
    _told: list[Mention] = dataclasses.field(default_factory=list)

    def events(self) -> tuple[Mention, ...]:
        """All events of the article, each once, in the order in which it tells them."""
        for sentence in split_sentences(self.text):
            reading = self._read(sentence)
            for trigger in reading.triggers:
                self._told += self._code(reading, trigger)
            self._speaker = reading.claims[-1] if reading.claims else self._speaker
        return merge_mentions(self._told)

    def _read(self, sentence: Sentence) -> Reading:
        tokens = tokenize(self.text, sentence.start, sentence.end)
        named, dated = _covered(tokens, self.places), _covered(tokens, self.dates)
        inside = [m for m in self.actors if sentence.start <= m.start and m.end <= sentence.end]
        groups = tuple(group_actors(tokens, inside))
        found = [trigger for trigger in find_triggers(tokens, named) if not dated & set(trigger.taken)]
        triggers = _told_apart(tokens, found)
        taken = frozenset(i for trigger in triggers for i in trigger.taken)
        claims = tuple(find_surface_claims(tokens, groups, taken))
        return Reading(sentence=sentence, tokens=tokens, triggers=triggers, groups=groups, claims=claims)

    def _code(self, reading: Reading, trigger: Trigger) -> list[Mention]:
        kind, tokens = trigger.predicate.kind, reading.tokens
        status = self._status(reading, trigger)
        roles = self._roles(reading, trigger)
        if kind in SPEECH and not roles.actors:
            return []
        counts = _counts(self.text, reading, trigger)
        if self._adds_to_last(trigger, tokens, roles, counts):
            return []
        span = (tokens[trigger.first].start, tokens[trigger.last - 1].end)
        date = self._date_of(reading, span, status)
        places = self._places_of(reading, span, kind)
        self._hand_on(roles, date, places)
        base = self._mention(reading, trigger, status, roles, counts, date)
        return [_placed(base, place) for place in places] or [base]

    def _roles(self, reading: Reading, trigger: Trigger) -> Roles:
        if trigger.predicate.frame != "said":
            return read_roles(reading.tokens, trigger, reading.groups, self._actors)
        claim = self._claim(reading, trigger)
        return Roles(actors=claim.parties, rule="the speaker") if claim else Roles()

    def _status(self, reading: Reading, trigger: Trigger) -> Status:
        first = trigger.first
        if trigger.predicate.kind not in SPEECH:
            return read_surface_status(reading.tokens, first, trigger.last)
        near = reading.tokens[max(0, first - 2) : trigger.last]
        return read_surface_status(near, min(first, 2), len(near), inside=False)

    def _adds_to_last(self, trigger: Trigger, tokens: Sequence[Token], roles: Roles, counts: Counts) -> bool:
        """Whether a sentence of mere numbers ("Two people were killed") belongs to the violence told just before."""
        last = self._told[-1] if self._told else None
        harm = tokens[trigger.first].lower in _HARM and trigger.passive and not roles.actors
        if not (harm and last and last.kind in VIOLENT and last.deaths_low is None and last.injured_low is None):
            return False
        self._told[-1] = dataclasses.replace(last, **_count_fields(counts))
        return True

    def _date_of(self, reading: Reading, span: tuple[int, int], status: Status) -> EventDate:
        return date_event(
            self.dates,
            text=self.text,
            sentence=(reading.sentence.start, reading.sentence.end),
            trigger=span,
            status=status.status,
            published=self.published,
            carried=self._date,
        )

    def _places_of(self, reading: Reading, span: tuple[int, int], kind: str) -> tuple[EventPlace, ...]:
        sentence = (reading.sentence.start, reading.sentence.end)
        return place_event(self.places, text=self.text, sentence=sentence, trigger=span, kind=kind, carried=self._place)

    def _hand_on(self, roles: Roles, date: EventDate, places: Sequence[EventPlace]) -> None:
        self._actors = roles.actors or self._actors
        self._date = date
        self._place = places[0] if places else self._place

    def _claim(self, reading: Reading, trigger: Trigger) -> Claim | None:
        claim = speaker_of(reading.claims, trigger.first)
        return claim or (self._speaker if self._in_quotes(reading, trigger) else None)

    def _in_quotes(self, reading: Reading, trigger: Trigger) -> bool:
        paragraph = self.text.rfind("\n", 0, reading.sentence.start) + 1
        before = self.text[paragraph : reading.tokens[trigger.first].start]
        return sum(character in _QUOTES for character in before) % 2 == 1

    def _mention(
        self, reading: Reading, trigger: Trigger, status: Status, roles: Roles, counts: Counts, date: EventDate
    ) -> Mention:
        claim = self._claim(reading, trigger) if trigger.predicate.kind not in SPEECH else None
        blamer = _blamer(reading, trigger, self._told) if status.status in {"unconfirmed", "negated"} else None
        sentence, tokens = reading.sentence, reading.tokens
        rules = {"kind": trigger.rule, "status": status.rule, "roles": roles.rule, "date": date.rule}
        spans = {"status": status.span, "counts": counts.span, "date": date.span, "claimed_by": claim and claim.span}
        return Mention(
            kind=trigger.predicate.kind,
            status=status.status,
            claimed_by=blamer or (claim.speaker if claim else None),
            quote=self.text[sentence.start : sentence.end],
            quote_start=sentence.start,
            quote_end=sentence.end,
            trigger_start=tokens[trigger.first].start,
            trigger_end=tokens[trigger.last - 1].end,
            date_start=date.date_start,
            date_end=date.date_end,
            date_edtf=date.date_edtf,
            date_precision=date.date_precision,
            date_basis=date.date_basis,
            actors=roles.actors,
            targets=roles.targets,
            about=roles.about,
            confidence=_confidence(roles, date),
            acled=_acled(trigger, roles, counts),
            rules=rules | ({"claimed_by": claim.rule} if claim else {}),
            evidence={name: span for name, span in spans.items() if span},
            **_count_fields(counts),
        )


def _covered(tokens: Sequence[Token], mentions: Sequence[DateMention] | Sequence[PlaceMention]) -> frozenset[int]:
    """The tokens that lie in the spans of mentions."""
    spans = [(m.start, m.end) for m in mentions if tokens and m.start < tokens[-1].end and tokens[0].start < m.end]
    return frozenset(i for i, token in enumerate(tokens) if any(start <= token.start < end for start, end in spans))


def _told_apart(tokens: Sequence[Token], triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Triggers less the harm that another act of the sentence did, and less what a speech act merely wishes."""
    kept: list[Trigger] = []
    for trigger in triggers:
        others = [other for other in triggers if other is not trigger and other.predicate.kind in WEAPONS]
        harm = trigger.predicate.kind == "attack" and tokens[trigger.first].lower in _HARM
        if harm and any(tokens[other.first].lower not in _HARM for other in others):
            continue
        if not _wished(tokens, kept, trigger):
            kept.append(trigger)
    return tuple(kept)


def _wished(tokens: Sequence[Token], before: Sequence[Trigger], trigger: Trigger) -> bool:
    wish = next((t for t in reversed(before) if t.predicate.kind in WISHES), None)
    if wish is None or tokens[wish.first].lower in _DENIALS:
        return False
    between = [token.lower for token in tokens[wish.last : trigger.first]]
    return len(between) <= 12 and not {";", ":", ".", "after", "while", "but"} & set(between)


def _blamer(reading: Reading, trigger: Trigger, told: Sequence[Mention]) -> str | None:
    """Who accuses or denies in the same sentence: the source of what is only said to have been done."""
    start = reading.tokens[trigger.first].start
    for event in reversed(told):
        same = event.quote_start == reading.sentence.start and event.trigger_start < start
        if same and event.kind in {"accusation", "rejection"} and event.actors:
            return event.actors[0].name
    return None


def _counts(text: str, reading: Reading, trigger: Trigger) -> Counts:
    """The dead and injured of one act: those of its sentence, or of its part where the sentence tells several."""
    if trigger.predicate.kind not in VIOLENT:
        return Counts()
    violent = [t for t in reading.triggers if t.predicate.kind in VIOLENT]
    at = violent.index(trigger)
    start = 0 if at == 0 else trigger.first
    end = violent[at + 1].first if at + 1 < len(violent) else len(reading.tokens)
    part = reading.tokens[start:end]
    return read_surface_counts(text, part) if part else Counts()


def _count_fields(counts: Counts) -> dict[str, Any]:
    low, high = counts.deaths
    injured_low, injured_high = counts.injured
    return {"deaths_low": low, "deaths_high": high, "injured_low": injured_low, "injured_high": injured_high}


def _placed(event: Mention, place: EventPlace) -> Mention:
    spans = {"place": place.span} if place.span else {}
    return dataclasses.replace(
        event,
        place=place.place,
        place_text=place.place_text,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        admin1=place.admin1,
        geonameid=place.geonameid,
        place_precision=place.place_precision,
        confidence=round(event.confidence + 0.1, 2),
        rules={**event.rules, "place": place.rule},
        evidence={**event.evidence, **spans},
    )


def _confidence(roles: Roles, date: EventDate) -> float:
    """A first, uncalibrated weight: a half for the words alone, a tenth for each role and date that the text gives."""
    said = bool(roles.actors) + bool(roles.targets) + (date.date_basis in {"explicit", "relative"})
    return round(0.5 + 0.1 * said, 2)


def _acled(trigger: Trigger, roles: Roles, counts: Counts) -> str | None:
    kind = trigger.predicate.kind
    if kind == "territory_gain" and any(party.sector in _NON_STATE for party in roles.actors):
        return "Non-state actor overtakes territory"
    if kind == "crowd_dispersal" and counts.deaths[0]:
        return "Excessive force against protesters"
    return None
