"""The place of an event: the one that its words govern, else the nearest in its clause, else what went before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.countries import metonyms
from extractors.language.parse import Parse
from extractors.language.tree import Tree, tree_of
from extractors.places.placing.afar import from_afar, is_definite, is_new_ground, is_total, told_before
from extractors.places.placing.anaphora import references
from extractors.places.placing.clause import heard_at, misfit, nearest, same_clause, told_there
from extractors.places.placing.customs import Custom, customs
from extractors.places.placing.dateline import country_of_all, country_of_lead, is_dateline, whole_country
from extractors.places.placing.displacement import midway, placed
from extractors.places.placing.event_place import EventPlace, handing_on
from extractors.places.placing.governed import Governor, head_of
from extractors.places.placing.news import own_news
from schemas.mention import PlaceMention

__all__ = ["EventPlace", "place_event"]

BESIDE = 15  # characters between an event's word and the place that it befell
_LINK = re.compile(r"(?:,| and| or|, and|/|-)(?: (?:in|at|near|on|the|town|towns|city|village|of))* ?")
_AND = re.compile(r"and|or|/|-")
_FINER = {"country": 0, "line": 1, "sea": 1, "admin1": 2, "admin2": 3, "area": 4, "point": 5}
_COARSE = {"country": 1.0, "sea": 1.0, "line": 0.5, "admin1": 0.5}  # what a wide place costs beside a sharp one
_DEFAULT = Custom("at", "yes")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place that may be the event's, the price of getting there, and whether a word merely points back at it."""

    place: PlaceMention
    cost: float
    why: str


def place_event(  # noqa: PLR0913 - what is known of an event, each by its name
    places: Sequence[PlaceMention],
    *,
    text: str,
    sentence: tuple[int, int],
    trigger: tuple[int, int],
    kind: str,
    carried: EventPlace | None = None,
    parse: Parse | None = None,
    token: int | None = None,
    fallback: Sequence[PlaceMention] = (),
) -> tuple[EventPlace, ...]:
    """The places of the event whose words stand at `trigger`: several where they are coordinated, none for most speech.

    `parse` and `token` give the sentence's tree and the event's word in it. `fallback` holds the places that the title
    or the dateline tells, for the article's own news only.
    """
    custom = customs().get(kind, _DEFAULT)
    definite = is_definite(text, (max(sentence[0], trigger[0] - 30), trigger[0]))
    inside = [p for p in places if _inside(text, p, sentence) and (custom.name == "spoken" or not heard_at(text, p))]
    tree = tree_of(parse) if parse is not None and token is not None else None
    if tree is None or token is None:
        best = _by_words(text, inside, sentence, trigger, custom)
    else:
        # what holds already is presupposed by all that happens to a truce but its beginning
        definite = definite or (kind != "truce_start" and told_before(tree, token))
        opening = _opening(text, inside, sentence) if custom.name == "spoken" else None
        best = opening or _by_tree(Governor(tree, token, custom.name), places, inside, custom, carried)
        best = best or _plainly(text, inside, trigger, custom) or _anywhere(text, inside, trigger, custom)
    total = not best and is_total(text, sentence)
    if best:
        found = _rows(text, _finer(text, best.place, inside), inside, best.why)
    else:
        found = from_afar(carried, trigger[0], custom, definite=definite, tree=tree, event=token)
        found = [place for place in found if not is_new_ground(text, place, inside)]
        found = found or own_news(text, custom, fallback, [p for p in places if sentence[0] <= p.start < sentence[1]])
    if total:
        found = [wide for place in found if (wide := whole_country(places, place.country, "a total of the country's"))]
    if not found and custom.name == "applies":
        lead = country_of_lead(text, places, sentence) or (country_of_all(places) if definite else None)
        found = [lead] if lead else []
    return tuple(handing_on(place, "spoken" if total else custom.name, carried) for place in found)


def _inside(text: str, place: PlaceMention, sentence: tuple[int, int]) -> bool:
    literal = place.kind == "literal" and sentence[0] <= place.start < sentence[1]
    return literal and not is_dateline(text, place)


def _by_tree(
    governor: Governor,
    places: Sequence[PlaceMention],
    inside: Sequence[PlaceMention],
    custom: Custom,
    carried: EventPlace | None,
) -> _Candidate | None:
    found: list[tuple[float, int, _Candidate]] = []
    for at, place, why in _heads(governor.tree, places, inside, carried):
        cost = governor.cost(at, acts=place.precision == "country" or place.name in metonyms())
        if governor.said_at(at) if custom.name == "spoken" else cost <= governor.farthest:
            found.append(
                (cost + _COARSE.get(place.precision, 0.0), abs(at - governor.event), _Candidate(place, cost, why))
            )
    return min(found, key=lambda item: item[:2])[2] if found else None


def _heads(
    tree: Tree, places: Sequence[PlaceMention], inside: Iterable[PlaceMention], carried: EventPlace | None
) -> Iterable[tuple[int, PlaceMention, str]]:
    for place in inside:
        at = head_of(tree.parse, place.start, place.end)
        if at is not None:
            yield at, place, "governed by the event's words"
    for at, place in references(tree, places, _ground(carried)):
        yield at, place, f"'{tree.tokens[at].text}' points back at it"


def _opening(text: str, inside: Sequence[PlaceMention], sentence: tuple[int, int]) -> _Candidate | None:
    """The place with which a sentence opens: "In X the envoy said ..."."""
    said = [p for p in inside if text[sentence[0] : p.start].strip() in {"In", "At"}]
    return _Candidate(said[0], 0, "where the sentence opens") if said else None


def _plainly(text: str, inside: Sequence[PlaceMention], trigger: tuple[int, int], custom: Custom) -> _Candidate | None:
    """What word order leaves no doubt of where the parse governs nothing: the same clause, a fitting preposition."""
    if custom.name == "spoken":
        return None
    fitting = [p for p in inside if same_clause(text, p, trigger) and _fits(text, p, trigger, custom)]
    best = nearest(text, fitting, trigger, custom.name)
    return _Candidate(best, 0, "nearest in the clause") if best else None


def _ground(carried: EventPlace | None) -> tuple[int, int] | None:
    """The span of the place where things last happened."""
    place = carried.earlier.ground if carried and carried.earlier else carried
    return place.span if place else None


def _fits(text: str, place: PlaceMention, trigger: tuple[int, int], custom: Custom) -> bool:
    """Whether its preposition makes a name a place of the event, or it follows as what the event befell."""
    beside = 0 <= place.start - trigger[1] <= BESIDE and place.precision != "country"
    return misfit(text, place, custom.name) <= (1 if beside else 0)


def _anywhere(text: str, inside: Sequence[PlaceMention], trigger: tuple[int, int], custom: Custom) -> _Candidate | None:
    """The nearest place of the sentence with a fitting preposition, for what happens somewhere: better than none."""
    if custom.name in {"spoken", "reached", "applies"}:
        return None
    fitting = [p for p in inside if p.precision != "country" and misfit(text, p, custom.name) == 0]
    best = nearest(text, fitting, trigger, custom.name)
    return _Candidate(best, 0, "nearest in the sentence") if best else None


def _by_words(
    text: str, inside: Sequence[PlaceMention], sentence: tuple[int, int], trigger: tuple[int, int], custom: Custom
) -> _Candidate | None:
    if custom.name == "spoken":
        said = told_there(text, inside, sentence[0], trigger)
        return _Candidate(said[0], 0, "where the speaker stood") if said else None
    best = nearest(text, inside, trigger, custom.name)
    return _Candidate(best, 0, "nearest in the sentence") if best else None


def _finer(text: str, best: PlaceMention, inside: Sequence[PlaceMention]) -> PlaceMention:
    """The town rather than the country or division it is said to lie in ("Homs, Syria"; "Homs in central Syria")."""
    for place in inside:
        holds = place.country == best.country and _FINER.get(place.precision, 0) > _FINER.get(best.precision, 0)
        between = text[place.end : best.start] if place.end <= best.start else ""
        if holds and between and len(between) <= 16 and re.match(r"[’']s|,| \(| in ", between):
            return place
    return best


def _rows(text: str, best: PlaceMention, inside: Sequence[PlaceMention], why: str) -> list[EventPlace]:
    group = _coordinated(text, best, inside)
    if len(group) == 2:
        between = midway(text, group[0], group[1], why)
        if between:
            return [between]
    return [placed(text, place, why) for place in group]


def _coordinated(text: str, best: PlaceMention, inside: Sequence[PlaceMention]) -> list[PlaceMention]:
    if best not in inside:
        return [best]
    at = first = last = list(inside).index(best)
    while first and _LINK.fullmatch(text[inside[first - 1].end : inside[first].start]):
        first -= 1
    while last + 1 < len(inside) and _LINK.fullmatch(text[inside[last].end : inside[last + 1].start]):
        last += 1
    links = [text[one.end : other.start] for one, other in pairwise(inside[first : last + 1])]
    if not any(_AND.search(link) for link in links):
        return [best]  # "Patikul, Sulu": the one lies in the other
    group = [p for p in inside[first : last + 1] if p.precision == inside[at].precision]
    return group if best.precision != "country" and len({p.country for p in group}) == 1 else [best]
