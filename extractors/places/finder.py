"""Names of places in a text, typed and resolved against a gazetteer."""

import bisect
import math
from collections.abc import Sequence
from dataclasses import replace

from extractors.language.parse import Entity
from extractors.places.gazetteer.features import PRECISIONS
from extractors.places.gazetteer.lookup import Gazetteer, Place
from extractors.places.recognition.composed import find_spots, may_matter
from extractors.places.recognition.evidence import ENOUGH, STRONG, call_witness, neighbours, total
from extractors.places.recognition.kinds import kind_of
from extractors.places.recognition.persons import find_persons
from extractors.places.recognition.spotter import Spot, around_of
from extractors.places.recognition.unlisted import find_unlisted
from extractors.places.recognition.words import capital_runs
from extractors.places.resolution.leanings import Leanings, lean
from extractors.places.resolution.locality import common_division, home_of, local_names, without_strangers
from extractors.places.resolution.resolver import Name, resolve
from extractors.places.resolution.unresolved import known_of
from extractors.places.wordlists import People
from extractors.sentences import split_sentences
from schemas.mention import PlaceMention

WEAK = -2.0  # below this a name is not believed even if the text has it elsewhere


def find_places(
    text: str,
    gazetteer: Gazetteer,
    *,
    taken: Sequence[tuple[int, int]] = (),
    source: str | None = None,
    entities: Sequence[Entity] = (),
    sentences: Sequence[tuple[int, int]] | None = None,
) -> tuple[PlaceMention, ...]:
    """All names of places, in order.

    Spans in `taken` belong to bodies and give organisations at most; `source` is the outlet, whose home counts;
    `entities` are the names that the language model found in those sentences that were parsed; `sentences` are the
    offsets of all sentences, where they are known.
    """
    if sentences is None:
        sentences = [(sentence.start, sentence.end) for sentence in split_sentences(text)]
    spots, leanings = _spots(text, gazetteer, source, entities, [start for start, _ in sentences])
    names = resolve(spots, leanings)
    return tuple(_mention(text, spots, at, names, leanings, taken, gazetteer) for at in range(len(spots)))


def _spots(
    text: str, gazetteer: Gazetteer, source: str | None, entities: Sequence[Entity], starts: Sequence[int]
) -> tuple[list[Spot], Leanings]:
    runs = [run for run in capital_runs(text) if len(run) > 1 or may_matter(run[0], gazetteer)]
    persons = find_persons(text, runs, gazetteer)
    witness = call_witness(text, persons, entities)
    found = list(find_spots(text, runs, gazetteer))
    for spot in found:
        if spot.candidates:
            witness.weigh(spot)
    for spot in found:
        spot.sentence = bisect.bisect_right(starts, spot.start)
    neighbours(text, found)
    kept = _believed(found)
    leanings = lean(kept)
    common = common_division(kept)
    if common:
        leanings.vote(*common)
        without_strangers(kept, common[0], leanings)
    home = home_of(source, gazetteer, leanings) if source else None
    if home:
        leanings.vote(home.country, home.admin1, 1.0)
    kept += local_names(found, kept, leanings)
    named = {(entity.start, entity.end) for entity in entities if entity.label == "LOC"}
    for spot in find_unlisted(text, runs, found, persons, gazetteer, leanings.leading(), named):
        spot.sentence = bisect.bisect_right(starts, spot.start)
        kept.append(spot)
    return sorted(kept, key=lambda spot: spot.start), leanings


def _believed(spots: Sequence[Spot]) -> list[Spot]:
    strong = {spot.key for spot in spots if total(spot) >= STRONG}
    return [
        spot
        for spot in spots
        if not spot.candidates
        or total(spot) >= ENOUGH
        or (spot.key in strong and total(spot) > WEAK and "inside a person" not in spot.evidence)
    ]


def _mention(
    text: str,
    spots: Sequence[Spot],
    at: int,
    names: dict[str, Name],
    leanings: Leanings,
    taken: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
) -> PlaceMention:
    spot = spots[at]
    if spot.people:
        return _people(spot, gazetteer)
    name = names.get(spot.key)
    if name is None:
        return _unresolved(text, spots, at, names, leanings)
    place = name.pick
    told = "gazetteer: " + ", ".join(name.reasons)
    margin = None if math.isinf(name.margin) else round(name.margin, 2)
    return _built(spot, kind_of(text, spot, taken), place.name, place, told, _precision(text, spot, place), margin)


def _people(spot: Spot, gazetteer: Gazetteer) -> PlaceMention:
    """A word for a people, at the point of its country or region."""
    people = spot.people or People(spot.text, None)
    homes = [p for p in gazetteer.candidates(people.place) if people.country in {None, p.country}]
    home = max(homes, key=lambda p: (p.feature in "CARG", p.population), default=None)
    return replace(_built(spot, "demonym", people.place, home, "peoples"), country=people.country)


def _unresolved(text: str, spots: Sequence[Spot], at: int, names: dict[str, Name], leanings: Leanings) -> PlaceMention:
    spot = spots[at]
    known = known_of(text, spot, spots, at, names, leanings)
    within = "area" if known.holder and known.holder.feature in "PQ" else None
    built = _built(spot, "literal", spot.text, known.holder, known.rule, within)
    return replace(built, country=known.country, geonameid=None)


def _built(
    spot: Spot,
    kind: str,
    name: str,
    place: Place | None,
    rule: str,
    precision: str | None = None,
    margin: float | None = None,
) -> PlaceMention:
    """A mention of a place, or of one of which nothing is known; `precision` where it is not that of the place."""
    return PlaceMention(
        start=spot.start,
        end=spot.end,
        text=spot.text,
        kind=kind,
        name=name,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        country=place.country or None if place else None,
        admin1=place.admin1 if place else None,
        geonameid=place.geonameid if place else None,
        precision=precision or (PRECISIONS[place.feature] if place else "unknown"),
        rule=rule,
        margin=margin,
    )


def _precision(text: str, spot: Spot, place: Place) -> str:
    if place.feature in "PQS" and around_of(text, spot).senses & {"near", "countryside"}:
        return "area"
    return PRECISIONS[place.feature]
