"""Names composed of another one and a noun: "Lake Rafto", "Falcon Street", "Homs Province", "West Java"."""

import re
from collections.abc import Iterator, Sequence

from extractors.places.gazetteer.lookup import Gazetteer
from extractors.places.recognition.negatives import NAMING, negative_at, negatives
from extractors.places.recognition.spotter import Spot, longest_at, may_be_name
from extractors.places.recognition.words import Word
from extractors.places.wordlists import compass, everyday_words, heads, openings, ordinary_words, titles

LONGEST_SITE = 6  # words of a site's name
SMALL = 15_000  # people of a place that is taken for a street of its name
_NUMBERED = re.compile(r" \d{1,4}[A-Z]?\b")
_HIGHWAYS = frozenset({"highway", "interstate", "route", "motorway"})
_CLOSING = frozenset({"road", "site", "waters"})
_EXTENDING = frozenset({"division", "waters", "relief"})
_EVERYDAY_TOO = frozenset({"waters", "relief"})  # "Beaver Creek" is not named for a town of Beaver
_JOINING = frozenset("of de del da do di la le el al au du des".split())
_FLOWING = frozenset("river creek canal reservoir lake".split())
_OWNERS = frozenset({"institution", "organization"})


def find_spots(text: str, runs: Sequence[Sequence[Word]], gazetteer: Gazetteer) -> Iterator[Spot]:
    """All spots of a text in order, none over another."""
    phrases = negatives()
    for run in runs:
        at = beyond = 0
        named = False
        closing = _closing(run) if len(run) > 1 else 0
        while at < len(run):
            word = run[at]
            negative = negative_at(text, word.start, word.key) if word.key in phrases else None
            if negative:
                beyond, named = word.start + len(negative.phrase), negative.kind in NAMING
            spot = _spot_at(text, run, at, closing, gazetteer)
            if spot:
                spot.named_after = spot.named_after or (named and spot.start < beyond)
                if named or spot.start >= beyond:
                    yield spot
            at = spot.last if spot else at + 1


def may_matter(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a word that stands alone may be a name of any sort: most that open sentences are not."""
    return not _ordinary(word) or word.key in titles() or word.key in _HIGHWAYS or may_be_name(word, gazetteer)


def _closing(run: Sequence[Word]) -> int:
    """Index of the last word that closes the name of a road or a site; 0 if there is none."""
    senses = heads()
    return max([at for at, word in enumerate(run) if senses.get(word.bare_key) in _CLOSING], default=0)


def _spot_at(text: str, run: Sequence[Word], at: int, closing: int, gazetteer: Gazetteer) -> Spot | None:
    """The spot that begins at a word of a run, if one does; no site closes behind the word `closing`."""
    key = run[at].key
    listed = longest_at(text, run, at, gazetteer)
    if len(run) == 1:
        return listed if key not in _HIGHWAYS else _site(text, run, at, listed) or listed
    made = _site(text, run, at, listed) if (at < closing and key != "the") or key in _HIGHWAYS else None
    if made is None and key in openings():
        made = _opened(text, run, at, listed)
    if made:
        return made
    part = _part(text, run, at, listed, gazetteer) if key in compass() else None
    whole = part or listed
    return _extended(text, whole) if whole else None


def _site(text: str, run: Sequence[Word], at: int, listed: Spot | None) -> Spot | None:
    """A road, which takes its name from anything; or a site, unless it opens with a listed place that tells it."""
    if run[at].key in _HIGHWAYS:
        number = _NUMBERED.match(text, run[at].end)
        return _make(text, run, at, at + 1, "road", number.end()) if number else None
    known = listed.last if listed else at
    if listed and listed.words > 1 and heads().get(run[known - 1].bare_key) == "road" and _is_small(listed):
        known = at  # a hamlet called "Fifth Street" is meant less often than the street
    for last in range(min(len(run), at + LONGEST_SITE), at + 1, -1):
        sense = heads().get(run[last - 1].bare_key, "")
        if last <= known or not run[last - 1].text[0].isupper() or not all(map(_can_stand, run[at : last - 1])):
            continue
        owned = known > at and run[known - 1].bare < run[known - 1].end and known == last - 1
        flowing = run[last - 1].bare_key in _FLOWING and known == at
        if sense == "road" or flowing:
            return _make(text, run, at, last, sense)
        if sense == "site" and not _ordinary(run[at]) and (known == at or owned):
            return _make(text, run, at, last, sense)
    return None


def _opened(text: str, run: Sequence[Word], at: int, listed: Spot | None) -> Spot | None:
    """A name that opens with its noun ("Lake Rafto") and that no list has as a whole."""
    sense = openings().get(run[at].key)
    if sense is None or at + 1 >= len(run) or (listed and listed.words > 1) or _ordinary(run[at + 1]):
        return None
    last = at + 2
    while last + 1 < len(run) and run[last].key in _JOINING and run[last + 1].text[0].isupper():
        last += 2  # a particle and what it joins
    return _make(text, run, at, last, sense) if run[at + 1].text[0].isupper() else None


def _part(text: str, run: Sequence[Word], at: int, listed: Spot | None, gazetteer: Gazetteer) -> Spot | None:
    """A part of a listed place: "West Java", "Greater Mumbai"."""
    capital = run[at].key in compass() and run[at].text[0].isupper() and at + 1 < len(run)
    if not capital or (listed and listed.words > 1 and not {w.key for w in run[at : listed.last]} <= compass()):
        return None
    at_last = at
    while at_last + 2 < len(run) and run[at_last + 1].key in compass():
        at_last += 1  # "Far North", "North East"
    whole = longest_at(text, run, at_last + 1, gazetteer)
    if whole is None or whole.unlisted or whole.people or whole.short or whole.key in everyday_words():
        return None
    spot = _make(text, run, at, whole.last, "surroundings")
    spot.candidates = whole.candidates
    return spot


def _extended(text: str, spot: Spot) -> Spot:
    """A listed name with the capitalised noun behind it that says what it is: "Homs Province", "Salinas Valley"."""
    after = spot.run[spot.last] if spot.last < len(spot.run) else None
    if after is None or spot.unlisted or spot.people or spot.short or not after.text[0].isupper():
        return spot
    sense = heads().get(after.bare_key)
    beyond = spot.run[spot.last + 1].bare_key if spot.last + 1 < len(spot.run) else ""
    whole = spot.run[spot.last - 1].bare == spot.run[spot.last - 1].end
    owned = heads().get(beyond) in _OWNERS or (sense == "division" and after.bare_key == "state" and beyond)
    if sense not in _EXTENDING or not whole or owned:
        return spot
    if after.bare_key == "state" and all(p.feature == "P" and p.country == "US" for p in spot.candidates):
        spot.named_after = True  # "Valdosta State" is a university
        return spot
    wider = _make(text, spot.run, spot.first, spot.last + 1, sense)
    if sense not in _EVERYDAY_TOO or spot.words > 1 or spot.key not in everyday_words():
        wider.candidates = spot.candidates
    return wider


def _make(text: str, run: Sequence[Word], first: int, last: int, sense: str, end: int | None = None) -> Spot:
    start, end = run[first].start, end or run[last - 1].bare
    told = text[start:end]
    return Spot(start=start, end=end, text=told, key=told.lower(), run=run, first=first, last=last, head=sense)


def _is_small(spot: Spot) -> bool:
    return all(place.feature == "P" and place.population < SMALL for place in spot.candidates)


def _ordinary(word: Word) -> bool:
    return word.key in ordinary_words()


def _can_stand(word: Word) -> bool:
    return word.text[0].isupper() or word.key in {"of", "de", "al", "el"}
