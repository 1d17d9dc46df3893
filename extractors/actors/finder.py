"""Actors in a text: bodies and groups by name, states, generic agents with their people, and persons with a title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.actors.lexicon import (
    body_key,
    load_agents,
    load_bodies,
    load_modifiers,
    load_titles,
    longest_form,
    peoples,
    state,
)
from extractors.countries import Country, country_names
from schemas.mention import ActorMention, Party

_WORD = re.compile(r"\w+(?:[.'’-]\w+)*(?:['’](?=\s))?|[^\w\s]")
_PARTICLES = frozenset("al el bin ibn ben abu de del la van von der ag ash as ul di da dos".split())
_CANONICAL = {"MIL": "Armed Forces", "GOV": "Government", "COP": "Police"}
_BACKED = re.compile(r"[\w.]+-(?:led|backed|aligned|allied|supported)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    start: int
    end: int
    text: str
    lower: str


def find_actors(text: str) -> tuple[ActorMention, ...]:
    """All mentions of actors, in order, none inside another.

    >>> [m.party.name for m in find_actors("Syrian troops fought Jaish al-Islam.")]
    ['Syrian Armed Forces', 'Jaish al-Islam']
    """
    words = _words(text)
    persons: dict[str, Party] = {}
    found: list[ActorMention] = []
    at = 0
    while at < len(words):
        hit = (
            _person(text, words, at, persons)
            or _body(text, words, at)
            or _agent(text, words, at)
            or _bare(text, words, at)
        )
        hit = hit or _known_person(words, at, persons)
        if hit:
            mention, at = hit
            found.append(mention)
        else:
            at += 1
    return tuple(found)


_Hit = tuple[ActorMention, int]


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        end = match.end()
        if word[-2:] in {"'s", "’s"}:
            word, end = word[:-2], end - 2
        if word[-1:] in {"'", "’"}:
            word, end = word[:-1], end - 1
        if word:
            found.append(_Word(start=match.start(), end=end, text=word, lower=word.lower()))
    return found


def _mention(text: str, first: _Word, last: _Word, party: Party, rule: str) -> ActorMention:
    told = text[first.start : last.end]
    placed = Party(name=party.name, text=told, country=party.country, sector=party.sector)
    return ActorMention(start=first.start, end=last.end, party=placed, rule=rule)


def _body(text: str, words: Sequence[_Word], at: int) -> _Hit | None:
    """The longest form of a named actor; initials and single words must be written as the lexicon writes them."""
    if words[at].text == words[at].lower and words[at].lower not in {"al", "international"}:
        return None
    for last in range(min(len(words), at + longest_form() + 4), at, -1):
        told = text[words[at].start : words[last - 1].end]
        found = load_bodies().get(body_key(told))
        if found and _written_so(told, found[0]):
            if found[1].sector == "GOV" and found[1].name in country_names():
                return _owned(text, words, at, last, found[1])
            return _mention(text, words[at], words[last - 1], found[1], "bodies.csv"), last
    return None


def _written_so(told: str, form: str) -> bool:
    if form.isupper() or " " not in form:
        return told == form or (told.isupper() and len(form) > 5)
    return sum(part[0].isupper() for part in told.split()) >= 1


def _owned(text: str, words: Sequence[_Word], at: int, last: int, party: Party) -> _Hit:
    """A state, or what belongs to it: "Mali's army" is the army."""
    owner = text[words[last - 1].end : words[last - 1].end + 2] in {"'s", "’s"}
    agent = _agent_at(words, last) if owner else None
    if agent is None:
        return _mention(text, words[at], words[last - 1], party, "countries.csv"), last
    end, sector = agent
    country = country_names()[party.name]
    return _mention(text, words[at], words[end - 1], _belonging(country, sector, words, last, end), "agents.csv"), end


def _agent_at(words: Sequence[_Word], at: int) -> tuple[int, str] | None:
    """Index after, and sector of, the generic agent that begins at `at`, modifiers before it taken in."""
    end = at
    while (
        end < len(words) and end - at < 4 and (words[end].lower in load_modifiers() or _BACKED.match(words[end].text))
    ):
        end += 1
    for begin in range(end, at - 1, -1):
        for last in range(min(len(words), begin + 3), begin, -1):
            sector = load_agents().get(" ".join(word.lower for word in words[begin:last]))
            if sector:
                return last, sector
    return None


def _agent(text: str, words: Sequence[_Word], at: int) -> _Hit | None:
    """A generic agent, with the people before it: "Syrian army", "suspected militants"."""
    country = peoples().get(words[at].lower) if words[at].text[0].isupper() else None
    begin = at + 1 if country else at
    agent = _agent_at(words, begin)
    if agent is None:
        return _two_words(text, words, at)
    end, sector = agent
    if not country and end == at:
        return None
    party = _belonging(country, sector, words, begin, end)
    of = _of_whom(text, words, end)
    if of and not country and sector in {"REB", "MIL", "GOV", "UAF", "PRM"}:
        return of
    return _mention(text, words[at], words[end - 1], party, "agents.csv"), end


def _two_words(text: str, words: Sequence[_Word], at: int) -> _Hit | None:
    """A people of two words: "South Sudanese troops"."""
    two = f"{words[at].lower} {words[at + 1].lower}" if at + 1 < len(words) else ""
    country = peoples().get(two)
    agent = _agent_at(words, at + 2) if country else None
    if not (country and agent):
        return None
    end, sector = agent
    return _mention(text, words[at], words[end - 1], _belonging(country, sector, words, at + 2, end), "agents.csv"), end


def _of_whom(text: str, words: Sequence[_Word], end: int) -> _Hit | None:
    """The body after `fighters of the`: the body is the actor."""
    if end + 1 < len(words) and words[end].lower == "of":
        begin = end + 2 if words[end + 1].lower == "the" else end + 1
        return _body(text, words, begin) if begin < len(words) else None
    return None


def _belonging(country: Country | None, sector: str, words: Sequence[_Word], begin: int, end: int) -> Party:
    told = " ".join(word.text for word in words[begin:end])
    if country is None:
        return Party(name=told, text=told, sector=sector)
    people = country.demonyms[0] if country.demonyms else country.name
    plain = words[end - 1].lower in {
        "army",
        "troops",
        "forces",
        "soldiers",
        "military",
        "government",
        "police",
        "warplanes",
        "jets",
        "aircraft",
        "soldier",
    }
    name = (
        f"{people} {_CANONICAL[sector]}" if plain and sector in _CANONICAL and end - begin <= 2 else f"{people} {told}"
    )
    return Party(name=name, text=told, country=country.alpha3, sector=sector)


def _bare(text: str, words: Sequence[_Word], at: int) -> _Hit | None:
    """A people alone as an actor: "the Russians", "Turks"."""
    country = peoples().get(words[at].lower)
    following = words[at + 1].text if at + 1 < len(words) else ""
    if country and words[at].text[0].isupper() and words[at].text.endswith("s") and not following[:1].isupper():
        return _mention(text, words[at], words[at], state(country, words[at].text), "countries.csv"), at + 1
    return None


def _person(text: str, words: Sequence[_Word], at: int, persons: dict[str, Party]) -> _Hit | None:
    """A person: a title with a name after it, or a name with a title behind it (", a spokesman")."""
    title = _title(words, at)
    begin = title[0] if title else at
    end = _name(words, begin)
    if end - begin < 2 and not (title and end > begin and body_key(words[begin].text) not in load_bodies()):
        return None
    told = text[words[begin].start : words[end - 1].end]
    if not title and not _speaks(words, end, at):
        return None
    if body_key(told) in load_bodies() or words[begin].lower in peoples():
        return None
    party = Party(name=told, text=told, country=None, sector=title[1] if title else None)
    persons[words[end - 1].text] = party
    return _mention(text, words[begin], words[end - 1], party, "titles.csv"), end


def _title(words: Sequence[_Word], at: int) -> tuple[int, str] | None:
    for last in range(min(len(words), at + 4), at, -1):
        sector = load_titles().get(" ".join(word.lower for word in words[at:last]))
        if sector:
            skip = last + 1 if last < len(words) and words[last].text in {",", "."} else last
            return (skip, sector) if skip < len(words) else None
    return None


def _name(words: Sequence[_Word], at: int) -> int:
    """Index after a personal name: capitalised words with particles between them."""
    end = at
    while end < len(words) and end - at < 5:
        word = words[end]
        joined = word.lower in _PARTICLES
        if not (word.text[0].isupper() and word.text[0].isalpha() and not word.text.isupper()) and not (
            joined and end > at
        ):
            break
        end += 1
    while end > at and (words[end - 1].lower in _PARTICLES):
        end -= 1
    return end


def _speaks(words: Sequence[_Word], end: int, at: int) -> bool:
    """Whether a verb of saying stands beside a name, or an apposition that opens with an article."""
    after = [word.lower for word in words[end : end + 3]]
    before = words[at - 1].lower if at else ""
    speech = {"said", "says", "told", "warned", "added", "announced", "denied", "stressed", "noted", "emphasized"}
    return (
        bool(after and after[0] in speech)
        or before in {"said", "says"}
        or (after[:1] == [","] and after[1:2] in (["a"], ["an"], ["the"], ["who"]))
    )


def _known_person(words: Sequence[_Word], at: int, persons: dict[str, Party]) -> _Hit | None:
    """A later mention of a person by surname."""
    party = persons.get(words[at].text)
    if party is None:
        return None
    again = Party(name=party.name, text=words[at].text, country=party.country, sector=party.sector)
    return ActorMention(
        start=words[at].start, end=words[at].end, party=again, rule="surname of a person named before"
    ), at + 1
