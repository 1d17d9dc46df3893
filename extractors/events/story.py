"""The events of one article: reads its parsed sentences in order and carries what they hand on."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from extractors.actors.cast import Cast
from extractors.dates.dating.event import EventDate, date_event
from extractors.events.casting import SPEECH, Casting, Roles, elsewhere
from extractors.events.certainty.negation import coded_status, with_its_negation, without_denied
from extractors.events.certainty.status import Status, read_status
from extractors.events.choice.generality import is_general
from extractors.events.choice.reality import as_planned, as_threat, has_happened, is_unreal
from extractors.events.choice.selection import VIOLENT, select_triggers
from extractors.events.choice.standing import has_standing, is_bare
from extractors.events.choice.topic import Topic
from extractors.events.finer import finer_acled
from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.setting import Setting
from extractors.events.grammar.trigger import Trigger
from extractors.events.harm.counts import Counts, read_counts, told_as_war
from extractors.events.homes import without_foreign
from extractors.events.once.aftermath import join_aftermath
from extractors.events.once.merge import merge_mentions
from extractors.events.once.pointing import points_back, with_author
from extractors.events.speech.claims import Claim, Claims
from extractors.events.speech.ourselves import is_voiced, voiced_by
from extractors.events.triggers.entries import load_entries
from extractors.events.triggers.finder import find_triggers
from extractors.language.parse import Parse
from extractors.language.tree import Tree, tree_of
from extractors.places.placing.afar import told_of
from extractors.places.placing.event import EventPlace, place_event
from extractors.places.placing.news import is_new_scene, is_own_news, places_of_news
from schemas.mention import ActorMention, DateMention, Mention, Party, PlaceMention
from schemas.projection import Codes, project_codes

_PLACE = (
    "place", "place_text", "latitude", "longitude", "country", "admin1", "geonameid", "place_precision",
)  # fmt: skip
_DATE = ("date_start", "date_end", "date_edtf", "date_precision", "date_basis")


@dataclasses.dataclass(slots=True, kw_only=True)
class Story:
    """An article under way: what was read in it before its events, and what the last event hands to the next."""

    text: str
    published: datetime.date | None
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    sentences: Sequence[tuple[int, int]]
    parses: Sequence[Parse | None]
    cast: Cast
    title: str | None = None
    lexicon: str | None = None
    _date: EventDate | None = None
    _place: EventPlace | None = None
    _casting: Casting = dataclasses.field(init=False)
    _topic: Topic = dataclasses.field(init=False)
    _told: list[Mention] = dataclasses.field(default_factory=list)

    def events(self) -> tuple[Mention, ...]:
        """All events of the article, each once, in the order in which it tells them."""
        trees = [tree_of(parse) if parse is not None and parse.tokens else None for parse in self.parses]
        claims = Claims(self.text, self.sentences, trees, self.cast)
        setting = Setting(dates=self.dates, places=self.places, actors=self.cast.mentions)
        entries = load_entries(self.lexicon)
        self._casting = Casting(self.cast)
        self._topic = Topic(f"{self.title or ''}\n{self.text}", len(self.sentences), self.lexicon)
        for number, tree in enumerate(trees):
            if tree is None:
                continue
            scene = setting.scene(tree, trees[number - 1] if number else None, self.lexicon)
            grammar = Grammar(scene)
            if (self._topic.playful and not scene.is_armed()) or self._topic.is_sport(grammar):
                continue
            triggers = select_triggers(grammar, find_triggers(grammar, number, entries))
            told = [trigger for trigger in triggers if not self._topic.is_mishap(grammar, trigger)]
            told = [trigger for trigger in told if not self._topic.is_walkout(grammar, trigger)]
            told = [trigger for trigger in told if not is_general(grammar, trigger, self.text)]
            self._code_sentence(grammar, told, claims)
        return merge_mentions(without_denied(self._told))

    def _code_sentence(self, grammar: Grammar, triggers: Sequence[Trigger], claims: Claims) -> None:
        tree = grammar.tree
        triggers = told_as_war(self.text, tree, triggers)
        triggers = self._without_pointing(tree, triggers)
        violent = [trigger for trigger in triggers if trigger.kind in VIOLENT]
        if join_aftermath(self._told, self.text, tree, violent, self.places):
            triggers, violent = [trigger for trigger in triggers if trigger not in violent], []
        counts = dict(zip(map(id, violent), read_counts(self.text, tree, violent), strict=False)) if violent else {}
        for trigger in triggers:
            self._told += self._code(grammar, trigger, counts.get(id(trigger), Counts()), claims)

    def _without_pointing(self, tree: Tree, triggers: Sequence[Trigger]) -> list[Trigger]:
        """The triggers but those that name what was told; who claims it is its author."""
        pointing = [trigger for trigger in triggers if points_back(self._told, tree, trigger, triggers)]
        for trigger in pointing:
            with_author(self._told, tree.parse.start, _parties(self._casting.roles_of(tree, trigger).actors))
        return [trigger for trigger in triggers if trigger not in pointing]

    def _code(self, grammar: Grammar, trigger: Trigger, counts: Counts, claims: Claims) -> list[Mention]:
        tree = grammar.tree
        trigger, status = as_threat(grammar, trigger, read_status(tree, trigger, self.text))
        roles = voiced_by(self._casting.roles_of(tree, trigger), tree, trigger, claims)
        if trigger.kind in SPEECH and not roles.actors and not is_voiced(tree, trigger):
            return []
        harm = counts.deaths != (None, None) or counts.injured != (None, None)
        if not has_standing(grammar, trigger, roles, self._topic) or is_bare(trigger, roles, self._topic, harm=harm):
            return []
        status = with_its_negation(trigger, status)
        if is_unreal(tree, trigger, status):
            return []
        trigger = as_planned(trigger, status)
        claim = None if trigger.kind in SPEECH else claims.of(trigger)
        words = _words(tree, trigger)
        date = self._date_of(tree, words, trigger, status)
        own = is_own_news(self.text, self.sentences[trigger.sentence], status.status, date.date_precision)
        at_home = without_foreign(self._places_of(tree, words, trigger, own=own), trigger.kind, roles.actors)
        places = told_of(elsewhere(trigger, at_home, roles), status.status)
        self._date, self._place = date, places[0] if places else self._place
        counts = counts if has_happened(status) and trigger.kind not in SPEECH else Counts()
        event = self._mention(trigger, words, status, roles, counts, claim, date)
        return [_placed(event, place) for place in places] or [event]

    def _date_of(self, tree: Tree, words: tuple[int, int], trigger: Trigger, status: Status) -> EventDate:
        return date_event(
            self.dates,
            text=self.text,
            sentence=self.sentences[trigger.sentence],
            trigger=words,
            status=status.status,
            published=self.published,
            carried=self._date,
            parse=tree.parse,
            token=trigger.token,
            speech=trigger.kind in SPEECH,
            new_scene=is_new_scene(self.places, self.sentences[trigger.sentence]),
        )

    def _places_of(self, tree: Tree, words: tuple[int, int], trigger: Trigger, *, own: bool) -> tuple[EventPlace, ...]:
        return place_event(
            self.places,
            text=self.text,
            sentence=self.sentences[trigger.sentence],
            trigger=words,
            kind=trigger.kind,
            carried=self._place,
            parse=tree.parse,
            token=trigger.token,
            fallback=places_of_news(self.text, self.places, self.title) if own else (),
        )

    def _mention(
        self,
        trigger: Trigger,
        words: tuple[int, int],
        status: Status,
        roles: Roles,
        counts: Counts,
        claim: Claim | None,
        date: EventDate,
    ) -> Mention:
        start, end = self.sentences[trigger.sentence]
        codes = project_codes(trigger.kind, coded_status(status), Codes(*trigger.codes))
        actors, targets = _parties(roles.actors), _parties(roles.targets)
        return Mention(
            kind=trigger.kind,
            status=status.status,
            claimed_by=claim.speaker if claim else None,
            quote=self.text[start:end],
            quote_start=start,
            quote_end=end,
            trigger_start=words[0],
            trigger_end=words[1],
            actors=actors,
            targets=targets,
            about=_parties(roles.about),
            acled=finer_acled(trigger, actors, targets, counts),
            **codes._asdict(),
            **{name: getattr(date, name) for name in _DATE},
            **_count_fields(counts),
            rules=_rules(trigger, status, roles, claim, date, counts),
            evidence=_evidence(status, roles, claim, date, counts),
        )


def _words(tree: Tree, trigger: Trigger) -> tuple[int, int]:
    return tree.tokens[trigger.first].start, tree.tokens[trigger.last].end


def _parties(mentions: Sequence[ActorMention]) -> tuple[Party, ...]:
    return tuple(mention.party for mention in mentions)


def _rules(
    trigger: Trigger, status: Status, roles: Roles, claim: Claim | None, date: EventDate, counts: Counts
) -> dict[str, str]:
    """What read each field."""
    told = {"kind": trigger.entry, "status": status.rule, "date": date.rule}
    for name in ("actors", "targets", "about"):
        mentions: Sequence[ActorMention] = getattr(roles, name)
        if mentions:
            how = "inherited" if name in roles.inherited else "passive" if trigger.passive else "active"
            told[name] = f"{how}; {mentions[0].rule}"
    if claim:
        told["claimed_by"] = claim.rule
    if counts.span:
        told["counts"] = "the numbers of the clause"
    return told


def _evidence(
    status: Status, roles: Roles, claim: Claim | None, date: EventDate, counts: Counts
) -> dict[str, tuple[int, int]]:
    """Where in the text each field was read."""
    spans = {"status": status.span, "date": date.span, "claimed_by": claim and claim.span}
    spans |= {"deaths": counts.span} if counts.deaths != (None, None) else {}
    spans |= {"injured": counts.span} if counts.injured != (None, None) else {}
    for name in ("actors", "targets", "about"):
        mentions: Sequence[ActorMention] = getattr(roles, name)
        if mentions:
            spans[name] = (mentions[0].start, mentions[0].end)
    return {name: span for name, span in spans.items() if span}


def _count_fields(counts: Counts) -> dict[str, Any]:
    low, high = counts.deaths
    injured_low, injured_high = counts.injured
    return {"deaths_low": low, "deaths_high": high, "injured_low": injured_low, "injured_high": injured_high}


def _placed(event: Mention, place: EventPlace) -> Mention:
    fields: Mapping[str, Any] = {name: getattr(place, name) for name in _PLACE}
    spans = {"place": place.span} if place.span else {}
    rules = {**event.rules, "place": place.rule}
    return dataclasses.replace(event, **fields, rules=rules, evidence={**event.evidence, **spans})
