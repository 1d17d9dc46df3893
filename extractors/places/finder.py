"""Names of places in a text, typed and resolved against a gazetteer."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.countries import country_names, demonyms, metonyms
from extractors.places.gazetteer import Gazetteer, Place
from schemas.mention import PlaceMention

_NAME = re.compile(
    r"(?<![\w-])(?:[A-ZÀ-Ý][\w’'-]*|U\.S\.)"
    r"(?:[ -](?:al|el|ad|an|ar|as|ash|at|az|ez|de|del|la|le|les|of|the|du|sur|and|i|y)"
    r"(?=[ -][A-ZÀ-Ý])|[ -](?:[A-ZÀ-Ý][\w’'-]*)){0,5}"
)
_WORD = re.compile(r"[^\s-]+")
_CUE = re.compile(
    r"\b(in|at|near|from|to|of|around|outside|inside|towards?|across|between|into|on|over|through|town|city|village"
    r"|captured?|seized?|ret(?:ook|ake)|t(?:ook|ake)|entered|left|reached|held|north|south|east|west|,|and) (?:the )?$"
)
_SAID = re.compile(
    r" (?:has )?(?:said|says|denied|denies|rejected|announced|accused|warned|condemned|called|urged|wants|threatened"
    r"|offered|again)\b"
)
_UNIT = re.compile(
    r"[ ](?:province|governorate|district|region|state|oblast|county|countryside|department)\b", re.IGNORECASE
)
_UNIT_BEFORE = re.compile(r"\b(?:province|governorate|district|region|state|department) of $")
_NEAR = re.compile(
    r"\b(?:near|outside|(?:outskirts|suburbs|countryside|north|south|east|west) of)"
    r" (?:the )?(?:(?:city|town|village|port) of )?$"
)
_BODY = re.compile(
    r"[ ](?:Convention|Agreements?|Accords?|Office|University|Times|Post|News|Agency|Declaration|Protocol|Process"
    r"|Observatory|Army|Front|Party|Movement|Liberation)\b"
)
_NOT_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December The A An In On At He She It They We I But And For Of This That".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    start: int
    end: int
    text: str
    kind: str
    candidates: tuple[Place, ...]
    demonym: str | None = None


def find_places(text: str, gazetteer: Gazetteer, *, taken: Sequence[tuple[int, int]] = ()) -> tuple[PlaceMention, ...]:
    """All names of places, in order; spans in `taken` belong to bodies or persons and give organisations at most."""
    spots = [spot for match in _NAME.finditer(text) for spot in _spots(text, match, gazetteer, taken)]
    votes = _votes(spots)
    chosen: dict[str, Place] = {}
    return tuple(_mention(text, spot, votes, chosen) for spot in spots)


def _spots(text: str, match: re.Match[str], gazetteer: Gazetteer, taken: Sequence[tuple[int, int]]) -> list[_Spot]:
    """The longest names inside one run of capitalised words, from the left."""
    words = [(m.start() + match.start(), m.end() + match.start()) for m in _WORD.finditer(match.group())]
    found, at = [], 0
    while at < len(words):
        spot = None
        for last in range(len(words), at, -1):
            spot = _spot(text, words[at][0], words[last - 1][1], gazetteer, taken)
            if spot:
                at = last
                break
        if spot:
            found.append(spot)
        else:
            at += 1
    return found


def _spot(text: str, start: int, end: int, gazetteer: Gazetteer, taken: Sequence[tuple[int, int]]) -> _Spot | None:
    name = re.sub(r"['’]s?$", "", text[start:end])
    end = start + len(name)
    people = demonyms().get(name)
    if people and name not in gazetteer:
        return _Spot(start=start, end=end, text=name, kind="demonym", candidates=(), demonym=people.alpha2)
    if (len(name) < 3 and name not in country_names()) or name in _NOT_NAMES or name not in gazetteer:
        return None
    candidates = tuple(gazetteer.candidates(name))
    if not _is_place(text, start, end, name, candidates):
        return None
    return _Spot(start=start, end=end, text=name, kind=_kind(text, start, end, name, taken), candidates=candidates)


def _is_place(text: str, start: int, end: int, name: str, candidates: Sequence[Place]) -> bool:
    left, right = text[max(0, start - 30) : start], text[end : end + 30]
    if name.isupper() and len(name) < 5 and name not in country_names():
        return False
    large = any(p.feature != "P" or p.population >= 100_000 for p in candidates)
    if re.match(r" [A-Z][a-z]", right) and not large:
        return False
    if re.search(r"\b(?!The )[A-Z][\w'’-]* $", left) and candidates[0].feature == "P" and not _CUE.search(left):
        return False
    return large or bool(_CUE.search(left)) or bool(re.match(r", [A-Z]", right))


def _kind(text: str, start: int, end: int, name: str, taken: Sequence[tuple[int, int]]) -> str:
    if any(first <= start and end <= last and (first, last) != (start, end) for first, last in taken) or _BODY.match(
        text, end
    ):
        return "organization"
    if name in metonyms() and _SAID.match(text, end):
        return "metonym"
    return "literal"


def _votes(spots: Sequence[_Spot]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for spot in spots:
        if spot.demonym:
            votes[spot.demonym] += 1
        countries = {place.country for place in spot.candidates if place.feature == "C"}
        votes.update(countries)
        if len({place.country for place in spot.candidates}) == 1 and not countries:
            votes[spot.candidates[0].country] += 1
    return votes


def _resolve(spot: _Spot, votes: Counter[str], text: str) -> Place:
    container = re.match(r"[’']?s?,? (?:in )?([A-Z][\w-]+(?: [A-Z][\w-]+)?)", text[spot.end : spot.end + 40])
    beside = container.group(1) if container else ""
    total = sum(votes.values()) or 1

    def score(place: Place) -> tuple[float, int]:
        bonus = {"C": 6.0, "R": 2.5, "S": 1.0, "A": 1.0, "W": 4.0, "L": 4.0}.get(place.feature, 0.0)
        unit = _UNIT.match(text, spot.end) or _UNIT_BEFORE.search(text[max(0, spot.start - 20) : spot.start])
        bonus += (5.0 if unit else -_seat(place, spot.candidates)) if place.feature == "A" else 0.0
        named = demonyms().get(beside) or country_names().get(beside)
        bonus += 6.0 if named and named.alpha2 == place.country else 0.0
        return math.log10(place.population + 30) + bonus + 4 * math.log1p(
            8 * votes[place.country] / total
        ), place.population

    return max(spot.candidates, key=score)


def _seat(division: Place, candidates: Sequence[Place]) -> float:
    """What tells against a division that no word calls one: that a town in it bears its name."""
    inside = (place for place in candidates if place.feature == "P" and place.country == division.country)
    return 4.0 if any(place.admin1 == division.name and place.population >= 10_000 for place in inside) else 0.0


def _mention(text: str, spot: _Spot, votes: Counter[str], chosen: dict[str, Place]) -> PlaceMention:
    if spot.demonym:
        return PlaceMention(
            start=spot.start, end=spot.end, text=spot.text, kind="demonym", name=spot.text, latitude=None,
            longitude=None, country=spot.demonym, admin1=None, geonameid=None, precision="unknown",
            rule="countries.csv",
        )  # fmt: skip
    place = chosen.setdefault(spot.text, chosen.get(spot.text) or _resolve(spot, votes, text))
    return PlaceMention(
        start=spot.start,
        end=spot.end,
        text=spot.text,
        kind=spot.kind,
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country or None,
        admin1=place.admin1,
        geonameid=place.geonameid,
        precision=_precision(text, spot, place),
        rule=f"gazetteer: {'country of the text' if votes[place.country] else 'most populous'}",
    )


def _precision(text: str, spot: _Spot, place: Place) -> str:
    if place.feature in "PS" and _NEAR.search(text, max(0, spot.start - 40), spot.start):
        return "area"
    return place.precision
