"""Places that an event may not take over from the one before: those of a country that its actors do not act in."""

from collections.abc import Sequence

from extractors.actors.lexicon import countries_by_code
from extractors.events.grammar.patterns import kinds_in
from extractors.places.placing.event import EventPlace
from schemas.mention import ActorMention

_ABROAD = frozenset({"MIL", "IGO", "NGO", "SPY"})  # who acts in other countries too
_SENT = frozenset({"deployment", "withdrawal"})  # what states do with troops abroad


def without_foreign(places: Sequence[EventPlace], kind: str, actors: Sequence[ActorMention]) -> tuple[EventPlace, ...]:
    """Places less one carried over from the event before, where all who act are at home elsewhere.

    Forces, bodies and, in violence and by the troops they send, states act abroad; a ban by Poland does not hold in
    the port shelled before.
    """
    homes = [_home_of(actor, kind) for actor in actors]
    if not homes or None in homes:
        return tuple(places)
    return tuple(place for place in places if not place.rule.startswith("carried over") or place.country in homes)


def _home_of(actor: ActorMention, kind: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) in which alone a party acts; None if it may act anywhere, or nobody knows."""
    country = countries_by_code().get(actor.party.country or "")
    state = actor.party.sector == "GOV" and (kind in kinds_in("violent") or kind in _SENT)
    return None if country is None or state or actor.party.sector in _ABROAD else country.alpha2
