"""Evidence that a spot names a place, or something else: each piece has a weight in `lexicon/evidence.csv`."""

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from extractors.language.parse import Entity
from extractors.places.gazetteer.containment import can_hold
from extractors.places.gazetteer.lookup import Place
from extractors.places.recognition.persons import Persons
from extractors.places.recognition.rows import rank_rows
from extractors.places.recognition.spotter import Spot, around_of
from extractors.places.recognition.surroundings import Surroundings
from extractors.places.wordlists import compass, everyday_words, given_names, heads, peoples, read_list, seats

ENOUGH = 1.0  # what the weights of a name must add up to
SHORT = 3  # letters of a name that says little
STRONG = 4.0  # enough to believe the same name elsewhere in the text
_AGE = re.compile(r", (?:aged )?\d\d?,")
_OF_A_PEOPLE = re.compile(r"(?: [\w-]+){0,3} of (?:the )?| ")
_SMALL = re.compile(r"[a-zà-ÿ]{3,}")
_SMALL_LETTER = re.compile(r"[a-zà-ÿ]")
_IN_WORD = re.compile(r"[\w’'-]")
_HYPHENS = frozenset("-\u2010\u2011")
_DATELINE = re.compile(r"(?:, [A-Z][\w.]+(?: [\w.]+)?)?(?: \([^)\n]{1,40}\))?(?: ?[-–—]{1,2} |: )")
_MONEY = frozenset("$€£")
_SIZES = (("million", 1_000_000), ("large", 100_000), ("town", 15_000))
_BEFORE_CONTAINER = frozenset({", ", " (", ",", " in ", ", in ", "'s ", "’s "})
_LABELS = {"LOC": "place by the parse", "PERSON": "person by the parse", "ORG": "body by the parse"}
_SETTLED = frozenset("PQD")


@cache
def weights() -> Mapping[str, float]:
    """Weights by piece of evidence."""
    return {row["evidence"]: float(row["weight"]) for row in read_list("evidence")}


@dataclass(slots=True, kw_only=True)
class Witness:
    """What the text as a whole says about its names."""

    text: str
    persons: Persons
    starts: Sequence[int] = ()
    entities: Sequence[Entity] = ()
    names: dict[tuple[str, str, str | None, bool], list[str]] = field(default_factory=dict)

    def weigh(self, spot: Spot) -> None:
        """Fills in the evidence for one spot."""
        around = around_of(self.text, spot)
        found = self._of_name(spot) + _of_words(spot, around) + _of_persons(self, spot)
        if len(spot.run) > spot.words:
            found += _of_run(spot, around)
        if self.entities:
            found += self._of_entities(spot)
        found += _of_marks(self.text, spot)
        table = weights()
        spot.evidence.update({name: table[name] for name in found if name in table})

    def _of_name(self, spot: Spot) -> list[str]:
        """What the name says by itself, looked at once in a text, and whether it is that of a currency here."""
        told = (spot.key, spot.text, spot.head, spot.short)
        found = self.names.get(told)
        if found is None:
            found = self.names[told] = _of_name(spot, self.text)
        if spot.short and self.text[spot.end : spot.end + 1] in _MONEY:
            return [*found, "currency"]
        return found

    def _of_entities(self, spot: Spot) -> list[str]:
        """What the language model takes the name for, if it read its sentence."""
        at = bisect.bisect_right(self.starts, spot.start) - 1
        if at < 0 or self.entities[at].end < spot.end:
            return []
        told = _LABELS.get(self.entities[at].label)
        return [told] if told else []


def call_witness(text: str, persons: Persons, entities: Sequence[Entity] = ()) -> Witness:
    """The witness of a text."""
    ordered = sorted(entities)
    starts = [entity.start for entity in ordered]
    return Witness(text=text, persons=persons, starts=starts, entities=ordered)


def total(spot: Spot) -> float:
    """What the weights of a spot add up to."""
    return sum(spot.evidence.values())


def size_of(spot: Spot) -> str:
    """The largest kind of place that bears the name."""
    features = {place.feature for place in spot.candidates}
    if "C" in features or "A" in features:
        return "country" if "C" in features else "division"
    population = max([p.population for p in spot.candidates if p.feature in "PQ"], default=0)
    for name, least in _SIZES:
        if population >= least:
            return name
    return "region" if features - _SETTLED else "district" if "D" in features else "small"


def _of_name(spot: Spot, text: str) -> list[str]:
    found = [size_of(spot)]
    for place in spot.candidates:
        if place.curated and place.own:
            found.append("by hand")
            break
    if spot.text in seats():
        found.append("seat")
    if spot.words > 1:
        found.append("several words")
    elif not spot.short:
        found += _of_word(spot, text)
    if spot.bound:
        found.append("bound")
    return found


def _of_word(spot: Spot, text: str) -> Iterator[str]:
    """What a name of one word may be besides."""
    if len(spot.key) <= SHORT:
        yield "very short"
    if spot.key in heads() or spot.key in compass():
        yield "noun of kind"
    if spot.key in everyday_words():
        yield "everyday word"
    if not spot.text.isupper() and _written_small(text, spot.key):
        yield "small here"
    if spot.text in given_names():
        yield "given name"


def _written_small(text: str, key: str) -> bool:
    """Whether a word also stands in the text as one written small."""
    if not _SMALL.fullmatch(key):
        return False
    at = text.find(key)
    while at >= 0:
        end = at + len(key)
        if not (at and _IN_WORD.match(text, at - 1)) and not _SMALL_LETTER.match(text, end):
            return True
        at = text.find(key, end)
    return False


def _of_words(spot: Spot, around: Surroundings) -> list[str]:
    found = [sense for sense in around.senses if sense != "article"]
    if around.head_before:
        found.append(f"{around.head_before} before")
    if around.head_after == "road" and around.article and around.after_small:
        return [*found, "road to it"]
    if around.head_after:
        found.append(f"{around.head_after} after")
    if around.article and spot.words == 1:
        found.append("article")
    if around.possessive:
        found.append("possessive")
    if around.before:
        found += _beside().get(around.before[0], ())
    return found


@cache
def _beside() -> Mapping[str, tuple[str, ...]]:
    """What a word right before a name says: one for a people, a point of the compass."""
    found = dict.fromkeys(peoples_lower(), ("people before",))
    return found | {word: (*found.get(word, ()), "point of the compass") for word in compass()}


@cache
def peoples_lower() -> frozenset[str]:
    """Words for peoples in lower case."""
    return frozenset(word.lower() for word in peoples())


def _of_run(spot: Spot, around: Surroundings) -> Iterator[str]:
    """What the capitalised words beside the spot say."""
    if spot.first and _strange(spot.run[spot.first - 1].key):
        yield "capital before"
    if spot.last < len(spot.run) and spot.run[spot.last - 1].bare == spot.run[spot.last - 1].end:
        after = spot.run[spot.last]
        if _strange(after.key) and after.text[0].isupper() and not around.head_after:
            yield "capital after"


def _of_marks(text: str, spot: Spot) -> Iterator[str]:
    """What the marks around a name say: a hyphen, or those of a dateline."""
    if text[spot.end : spot.end + 1] in _HYPHENS or (spot.start and text[spot.start - 1] in _HYPHENS):
        yield "hyphen"
    if (spot.start == 0 or text[spot.start - 1] == "\n") and _DATELINE.match(text, spot.end):
        yield "dateline"


def _strange(key: str) -> bool:
    """Whether a word beside a name is neither an everyday word nor one that goes with places."""
    return key not in _familiar()


@cache
def _familiar() -> frozenset[str]:
    return frozenset((*everyday_words(), *heads(), *peoples_lower(), *compass()))


def _of_persons(witness: Witness, spot: Spot) -> list[str]:
    found = []
    if witness.persons.cover(spot.start, spot.end):
        called = spot.words > 1 and witness.persons.are_called(spot.start, spot.end)
        found.append("called like a person" if called else "inside a person")
    elif spot.words == 1 and spot.key in witness.persons.surnames:
        found.append("surname here")
    if witness.text[spot.end : spot.end + 1] == "," and _AGE.match(witness.text, spot.end):
        found.append("age")
    return found


def neighbours(text: str, spots: Sequence[Spot]) -> None:
    """Adds what spots say of each other: containers, rows, datelines."""
    table = weights()
    rank_rows(text, spots)
    for one, other in pairwise(spots):
        between = text[one.end : other.start]
        if one.people and _OF_A_PEOPLE.fullmatch(between):
            other.told_country = one.people.country
        ranked = one.rank and one.rank == other.rank
        if between in _BEFORE_CONTAINER and not ranked and can_hold(other.candidates, _held(one, other)):
            one.evidence["container"] = table["container"]
            other.evidence["contained"] = table["contained"]
            other.evidence.pop("bound", None)
        if between in {", ", " and ", ", and ", " or ", "-", "/", " & "}:
            _row(one, other)


def _held(spot: Spot, outer: Spot) -> Sequence[Place]:
    """Candidates that another name may hold: no towns that bear a country's name ("in Russia, U.S. officials said")."""
    divided = any(place.feature == "A" for place in outer.candidates)
    if divided or not any(place.feature == "C" for place in spot.candidates):
        return spot.candidates
    return [place for place in spot.candidates if place.feature == "A"]


def _row(one: Spot, other: Spot) -> None:
    weight = weights()["beside a place"]
    for this, that in ((one, other), (other, one)):
        if total(that) >= STRONG:
            this.evidence["beside a place"] = weight
