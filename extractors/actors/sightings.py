"""What stands in a text before anything is combined: names, peoples, generic agents, persons with a title, sites."""

from collections.abc import Sequence
from typing import NamedTuple

from extractors.actors.entry import Entry
from extractors.actors.lexicon import Agent, Names, load_agents, load_sites, load_titles, longest_common
from extractors.actors.words import SIGNS, Word

PARTICLES = frozenset("al el bin ibn ben abu de del la van von der ag ash as ad an ul di da dos ould e".split())


class Sighting(NamedTuple):
    """Words `first` to `last` (half open) that may be an actor.

    `kind` is body, leader, state, capital, people, person, agent or site. `entries` are the rows that a name may stand
    for; `agent` is the row of a generic agent. `sector` is that of a title or a site.
    """

    first: int
    last: int
    kind: str
    entries: tuple[Entry, ...] = ()
    agent: Agent | None = None
    sector: str | None = None


def find_sightings(words: Sequence[Word], names: Names, *, speakers: bool = True) -> list[Sighting]:
    """All sightings in order, none inside another; names before generic words, longer before shorter.

    With `speakers`, also names that nothing but a verb of saying beside them shows to be persons (where there is no
    parse to tell).
    """
    found: list[Sighting] = []
    common = longest_common()
    longest, small = names.longest, names.small
    at, end = 0, len(words)
    while at < end:
        word = words[at]
        hit = None
        if word.key in longest and (not word.text[0].islower() or word.key in small):
            hit = _name(words, at, names)
        if hit is None and word.key in common:
            hit = _common(words, at, common[word.key], names)
        if hit is None and speakers and word.text[0].isupper():
            hit = _speaker(words, at)
        if hit is None:
            at += 1
        else:
            found.append(hit)
            at = hit.last
    return found


def _name(words: Sequence[Word], at: int, names: Names) -> Sighting | None:
    """The longest name that begins here and is written as the lexicon writes it."""
    keys = [word.key for word in words[at : at + names.longest[words[at].key]]]
    for count in range(len(keys), 0, -1):
        known = names.forms.get(" ".join(keys[:count]))
        if known is None:
            continue
        told = words[at : at + count]
        entries = tuple(entry for form, entry in known if _written_so(told, form))
        if entries:
            return Sighting(at, at + count, entries[0].kind, entries)
    return None


def _written_so(told: Sequence[Word], form: str) -> bool:
    if len(told) == 1:
        text = told[0].text.replace("’", "'")
        return text == form.rstrip(".") or (text.isupper() and len(text) > 5)
    if form[0].isupper() and told[0].text[0].islower():
        return False
    capitals = sum(part[0].isupper() for part in form.replace("-", " ").split())
    return sum(word.text[0].isupper() for word in told) >= min(capitals, 2 + capitals // 2) - 1


def _common(words: Sequence[Word], at: int, reach: int, names: Names) -> Sighting | None:
    """A generic agent, a site, or a person behind a title."""
    keys = [word.key for word in words[at : at + reach]]
    for count in range(len(keys), 0, -1):
        key = " ".join(keys[:count])
        agent, title = load_agents().get(key), load_titles().get(key)
        if title or (agent and agent.sort == "person" and not agent.plural):
            person = _titled(words, at + count, title or (agent.sector if agent else None), names)
            if person:
                return person
        if agent:
            return Sighting(at, at + count, "agent", agent=agent)
        if key in load_sites():
            return Sighting(at, at + count, "site", sector=load_sites()[key])
    return None


def _titled(words: Sequence[Word], at: int, sector: str | None, names: Names) -> Sighting | None:
    """The person whose name follows a title, the name alone."""
    rank = words[at - 1]
    if rank.stop and (len(rank.key) > 4 or rank.key not in load_titles()):
        return None  # the sentence ends; only an abbreviated rank does not end it
    at = _skip_titles(words, at)
    end = name_end(words, at)
    if end == at:
        return None
    known = _name(words, at, names) if words[at].key in names.longest else None
    if known and known.kind != "leader":
        return None
    entries = known.entries if known and known.last >= end else ()
    return Sighting(at, end, "leader" if entries else "person", entries, sector=sector)


def _skip_titles(words: Sequence[Word], at: int) -> int:
    """The word after further titles and ranks: "spokesman Col. Ana Lopes", "Deputy Defence Minister Ana Lopes"."""
    for count in (3, 2, 1):
        key = " ".join(word.key for word in words[at : at + count])
        agent = load_agents().get(key)
        titled = key in load_titles() or (agent is not None and agent.sort == "person" and not agent.plural)
        if titled and at + count < len(words) and words[at + count].text[0].isupper():
            return _skip_titles(words, at + count)
    return at


def name_end(words: Sequence[Word], at: int) -> int:
    """The end of a personal name that begins at `at`: capitalised words, with particles between them."""
    end = at
    while end < len(words) and end - at < 6:
        word = words[end]
        letter = len(word.text) == 1 and word.text.isupper()
        proper = word.text[0].isupper() and (not word.text.isupper() or letter)
        if not proper and not (word.key in PARTICLES and end > at):
            break
        end += 1
        if word.owner or word.stop:
            break
    while end > at and words[end - 1].key in PARTICLES and words[end - 1].text[0].islower():
        end -= 1
    return end


def _speaker(words: Sequence[Word], at: int) -> Sighting | None:
    """A name of two words or more that a verb of saying stands beside."""
    end = name_end(words, at)
    if end - at < 2 or any(word.key in longest_common() for word in words[at:end]):
        return None
    after = words[end].key if end < len(words) else ""
    before = words[at - 1].key if at else ""
    if after in {"said", "says", "told"} or before in {"said", "says"} or (after == "," and _described(words, end + 1)):
        return Sighting(at, end, "person")
    return None


def _described(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].key in {"a", "an", "the", "who"}


def gap_between(words: Sequence[Word], left: Sighting, right: Sighting) -> list[str]:
    """Keys of the words between two sightings."""
    return [word.key for word in words[left.last : right.first]]


def has_sign(keys: Sequence[str]) -> bool:
    """Whether a sign stands among the words."""
    return any(key in SIGNS for key in keys)
