"""Spots: stretches of capitalised words that some place, people or short form is called by, the longest first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractors.countries import country_names
from extractors.places.gazetteer.lookup import Gazetteer, Place
from extractors.places.gazetteer.spelling import key_of_words
from extractors.places.recognition.surroundings import Surroundings, look_around
from extractors.places.recognition.words import Word
from extractors.places.wordlists import People, abbreviations, peoples

LONGEST = 7  # words of a name
MOST = 40  # candidates of a name that are weighed, the largest
_FIRST = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}  # as keys have them
_APOSTROPHES = frozenset("'’")
_SHORTEST = 3  # letters of a name that is no short form


@dataclass(slots=True, kw_only=True)
class Spot:
    """One stretch that may name a place: its words' place in the run, and what bears the name.

    `people` is set for demonyms, `short` for short forms, `bound` for those that count only after a town's name.
    `head` is the sense of the noun that its name was composed with ("Falcon Street", "Lake Rafto").
    `named_after`: it stands inside the name of a treaty or body.
    `rank` is the feature that the names of its row share ("Georgia, Alabama and Florida").
    `told_country` is that of the people before it ("the Lebanese city of X").
    """

    start: int
    end: int
    text: str
    key: str
    run: Sequence[Word]
    first: int
    last: int
    candidates: Sequence[Place] = ()
    people: People | None = None
    short: bool = False
    bound: bool = False
    head: str | None = None
    told_country: str | None = None
    named_after: bool = False
    rank: str | None = None
    sentence: int = 0
    evidence: dict[str, float] = field(default_factory=dict)
    around: Surroundings | None = None

    @property
    def words(self) -> int:
        """How many words the name has."""
        return self.last - self.first

    @property
    def unlisted(self) -> bool:
        """Whether only the nouns in or beside the name tell that it is one of a place."""
        return not self.candidates and self.people is None


def around_of(text: str, spot: Spot) -> Surroundings:
    """The words beside a spot, read once."""
    if spot.around is None:
        spot.around = look_around(text, spot.start, spot.end)
    return spot.around


def weightiest(places: Sequence[Place]) -> Sequence[Place]:
    """The candidates worth weighing: what is no settlement first, then the largest."""
    return places if len(places) <= MOST else sorted(places, key=lambda p: (p.feature in "PQ", -p.population))[:MOST]


def longest_at(text: str, run: Sequence[Word], at: int, gazetteer: Gazetteer) -> Spot | None:
    """The longest listed name that begins at a word of a run."""
    first = run[at]
    longest, alone = _reach(gazetteer, first.key, first.bare_key, first.text)
    for last in range(min(len(run), at + longest), at if alone else at + 1, -1):
        word = run[last - 1]
        key = word.bare_key
        if last - at > 1:
            if word.text[0].islower() and word.text[1:2] not in _APOSTROPHES:
                continue  # a particle ends no name, but "d'Ivoire" may
            key = key_of_words([*[part.key for part in run[at : last - 1]], key])
        spot = _spot(text, run, at, last, key, gazetteer)
        if spot:
            return spot
    return None


def may_be_name(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a word alone may be a name of a place, a word for a people, or a short form."""
    return _reach(gazetteer, word.key, word.bare_key, word.text)[1]


@lru_cache(maxsize=1 << 13)
def _reach(gazetteer: Gazetteer, key: str, bare_key: str, text: str) -> tuple[int, bool]:
    """How many words a name may have that begins with a word, 0 if none does; and whether the word alone may be one."""
    listed = max(gazetteer.longest(_FIRST.get(key, key)), gazetteer.longest(bare_key) if bare_key != key else 0)
    bare = text[: len(text) - 2] if text.endswith(("'s", "’s")) else text.rstrip("'’")
    known = _words_without_places()
    other = bare in known or bare + "." in known or bare.title() in known
    if listed:
        return min(LONGEST, listed), other or bool(gazetteer.bearers(bare_key))
    return (2, True) if other else (0, False)  # "Hong Konger"


@cache
def _words_without_places() -> frozenset[str]:
    """Words for peoples, each also by its first word, and short forms."""
    return frozenset((*peoples(), *(word.split()[0] for word in peoples()), *abbreviations()))


def _spot(text: str, run: Sequence[Word], first: int, last: int, key: str, gazetteer: Gazetteer) -> Spot | None:
    start, end = run[first].start, run[last - 1].bare
    told = text[start:end]
    if last - first == 1 and (short := _shortened(text, run, first, key, gazetteer)):
        return short
    people = peoples().get(told) or (peoples().get(told.title()) if told.isupper() and len(told) > _SHORTEST else None)
    if people and told not in country_names() and (people.country or not gazetteer.bearers(key)):
        return Spot(start=start, end=end, text=told, key=key, run=run, first=first, last=last, people=people)
    if len(key) < _SHORTEST or (told.isupper() and len(told) <= _SHORTEST):
        return None
    places = gazetteer.bearers(key)
    if not places and " st " in key:
        key = key.replace(" st ", " saint ")  # "East St. Louis", whichever way it is listed
        places = gazetteer.bearers(key)
    if not places:
        return None
    spot = Spot(start=start, end=end, text=told, key=key, run=run, first=first, last=last)
    spot.candidates = weightiest(places)
    return _without_article(spot) if run[first].key == "the" else spot


def _shortened(text: str, run: Sequence[Word], at: int, key: str, gazetteer: Gazetteer) -> Spot | None:
    """The short form that a word is ("Ky.", "NSW"), if it is one."""
    start, end = run[at].start, run[at].bare
    told = text[start:end]
    point = text.startswith(".", end) and told + "." in abbreviations()
    short = abbreviations().get(told + "." if point else told)
    if short is None:
        return None
    end += point
    spot = Spot(start=start, end=end, text=text[start:end], key=key, run=run, first=at, last=at + 1)
    spot.short, spot.bound = True, short.bound
    spot.candidates = [p for p in gazetteer.candidates(short.name) if p.country == short.country][:MOST]
    return spot if spot.candidates else None


def _without_article(spot: Spot) -> Spot:
    """ "The Hague" is a name, "The Philippines" is one with an article."""
    if spot.words == 1 or spot.candidates[0].feature == "P":
        return spot
    spot.first += 1
    spot.start = spot.run[spot.first].start
    spot.key = spot.key.partition(" ")[2]
    spot.text = spot.text.partition(" ")[2]
    return spot
