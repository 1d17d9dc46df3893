"""Puts sightings together: agents with their owners, ranks with their bodies, persons with their countries."""

from collections.abc import Sequence

from extractors.actors.entry import Entry
from extractors.actors.lexicon import load_modifiers
from extractors.actors.mentioned import Mentioned
from extractors.actors.naming import FIGHTING, name_owned, plain_name
from extractors.actors.scene import Scene
from extractors.actors.sightings import Sighting
from extractors.actors.titles import share_office, take_title_owner
from extractors.actors.words import Word

OWNERS = frozenset({"body", "state", "capital", "people", "leader"})
_JOINS = frozenset({"and", "or", ",", "&"})
_PLAIN = frozenset("government state federal regular regime own new".split())


class Assembler:
    """Turns the sightings of one text into mentions, left to right."""

    def __init__(self, text: str, words: Sequence[Word], scene: Scene) -> None:
        self._text = text
        self._words = words
        self._scene = scene
        self._done: list[Mentioned] = []
        self._last: list[Sighting] = []

    def assemble(self, sightings: Sequence[Sighting]) -> list[Mentioned]:
        """All mentions, in order; a people that nothing follows stays a people, for the parse to read."""
        for sighting in sightings:
            made = self._make(sighting)
            if made:
                self._done.append(made)
                self._last.append(sighting)
        return self._done

    def _make(self, sighting: Sighting) -> Mentioned | None:
        if sighting.kind in {"agent", "site"}:
            end = self._words[sighting.last - 1].end
            return None if self._hyphened(sighting, end) or self._says_how(sighting) else self._agent(sighting)
        if sighting.kind == "person":
            return self._person(sighting)
        return self._named(sighting)

    def _hyphened(self, sighting: Sighting, end: int) -> bool:
        """Whether a common word is only a part of another: of "rebel-held", of "Sharm el-Sheikh"."""
        before = self._text[self._words[sighting.first].start - 1 : self._words[sighting.first].start]
        if before == "-" and self._words[sighting.first - 1].key not in load_modifiers():
            return True
        return self._text[end : end + 1] == "-"

    def _says_how(self, sighting: Sighting) -> bool:
        """Whether a word only tells what befell those before it: "four guards wounded", not "the wounded"."""
        at = sighting.first
        if sighting.agent is None or sighting.agent.sector != "CVL":
            return False
        beside = bool(self._done) and self._done[-1].kind == "agent" and self._last[-1].last == at
        return beside and not self._words[at - 1].stop and self._words[at].key in load_modifiers("plain")

    def _named(self, sighting: Sighting) -> Mentioned | None:
        entry = self._scene.choose(sighting.entries, titled=sighting.sector is not None)
        if entry is None:
            return self._person(sighting) if sighting.sector else None
        if entry.kind in {"body", "leader"}:
            self._drop_rank(sighting)
        sector = self._scene.sector_of(entry)
        made = self._told(sighting, sighting.first, entry.name, entry.country, sector, entry.rule)
        made = made._replace(kind=entry.kind, entry=entry)
        return self._of_whom(sighting, made) or made

    def _of_whom(self, sighting: Sighting, owner: Mentioned) -> Mentioned | None:
        """ "Fighters of X" and "the army of X": the agent before `of` belongs to what follows it."""
        before = self._done[-1] if self._done else None
        if before is None or not before.open or before.agent is None or owner.kind not in OWNERS - {"people", "leader"}:
            return None
        gap = [word.key for word in self._words[self._last[-1].last : sighting.first]]
        if gap not in (["of"], ["of", "the"]) or owner.entry is None:
            return None
        self._done.pop()
        agent_at = self._last.pop()
        made = self._with_owner(agent_at, agent_at.first, owner.entry, owner.text, before.text, plain=True)
        told = self._text[before.start : owner.end]
        whole = made._replace(start=before.start, end=owner.end, text=told, rule="agents.csv with `of`")
        if owner.kind == "body" and made.name != owner.name:
            return whole._replace(
                name=plain_name(told, self._words[agent_at.first].key)
            )  # "supporters of the Hill Party"
        return self._as_body(whole, owner)

    def _told(
        self, sighting: Sighting, first: int, name: str, country: str | None, sector: str | None, rule: str
    ) -> Mentioned:
        start, head, end = (
            self._words[first].start,
            self._words[sighting.last - 1].start,
            self._words[sighting.last - 1].end,
        )
        return Mentioned(
            start, end, head, sighting.kind, name, self._text[start:end], country, sector, rule, agent=sighting.agent
        )

    def _before(self, first: int) -> tuple[Mentioned | None, list[str]]:
        """The mention before, and the words between it and `first`, where only modifiers stand there."""
        if not self._done:
            return None, []
        last = self._last[-1].last
        if first - last > 3:
            return None, []
        if any(word.stop for word in self._words[last - 1 : first]):
            return None, []
        gap = [word.key for word in self._words[last:first]]
        if self._placed(first):
            return None, []
        return (self._done[-1], gap) if all(key in load_modifiers() or key.isdigit() for key in gap) else (None, [])

    def _placed(self, first: int) -> bool:
        """Whether the country before only says where: "In Addis Ababa rights groups ..."."""
        before, at = self._done[-1], self._last[-1].first
        where = at > 0 and self._words[at - 1].key in {"in", "near", "across", "at"}
        return before.kind in {"capital", "state"} and where and not self._words[first - 1].owner

    def _agent(self, sighting: Sighting) -> Mentioned:
        before, gap = self._before(sighting.first)
        first = self._modified(sighting.first)
        if before is None or not (before.kind in OWNERS or (before.kind in {"agent", "site"} and not gap)):
            return self._bare(sighting, first)
        if set(gap) & load_modifiers("tie") or self._against(before):
            return self._tied(sighting)
        if before.kind in {"agent", "site"}:
            return self._ranked(sighting, before)
        self._done.pop()
        owner_at = self._last.pop().first
        return self._owned(sighting, before, gap, owner_at)

    def _modified(self, first: int) -> int:
        """Where the modifiers before an agent begin."""
        while first and self._words[first - 1].key in load_modifiers() and not self._closed(first - 1):
            first -= 1
        return first

    def _closed(self, at: int) -> bool:
        return self._words[at].stop or (bool(self._last) and at < self._last[-1].last)

    def _bare(self, sighting: Sighting, first: int) -> Mentioned:
        agent = sighting.agent
        sector = agent.sector if agent else sighting.sector
        rule = "agents.csv" if agent else "sites.csv"
        made = self._told(sighting, first, "", None, sector, rule)
        return made._replace(name=plain_name(made.text, self._words[first].key), key=self._key(sighting))

    def _key(self, sighting: Sighting) -> str:
        """The key of a generic agent or site, in the singular."""
        words = self._words[sighting.first : sighting.last]
        return sighting.agent.lemma if sighting.agent else " ".join(word.key for word in words)

    def _against(self, before: Mentioned) -> bool:
        """Whether a name only tells a stance: "anti-Taliban"."""
        at = self._last[-1].first
        return at > 0 and self._text[before.start - 1] == "-" and self._words[at - 1].key in load_modifiers("stance")

    def _tied(self, sighting: Sighting) -> Mentioned:
        """What is tied to another ("Turkish-backed fighters") is not of it: it keeps its words and has no country."""
        stance = self._against(self._done.pop())
        first = self._last.pop().first - stance
        made = self._bare(sighting, first)
        return made._replace(
            name=made.text, rule="agents.csv with a tie", owner=Entry("", None, None, "tie", *[""] * 4)
        )

    def _ranked(self, sighting: Sighting, before: Mentioned) -> Mentioned:
        """An agent before an agent ("army general", "rebel camp") says what it is; the owner of both stays."""
        first = self._last.pop().first
        self._done.pop()
        start_at = next(i for i in range(first, -1, -1) if self._words[i].start <= before.start)
        if before.owner is None:
            made = self._bare(sighting, start_at)._replace(key=self._key(sighting))
            if sighting.agent is not None and sighting.agent.sort == "craft":
                rule = "agents.csv at work"  # "government helicopters" are the government
                return made._replace(agent=before.agent, key=before.key, sector=before.sector, rule=rule)
            return made._replace(sector=before.sector) if before.sector in FIGHTING else made
        owner_words = sum(1 for word in self._words[start_at:first] if word.start < before.head) and start_at
        told = self._text[self._words[first].start : self._words[sighting.last - 1].end]
        return self._with_owner(sighting, start_at, before.owner, self._words[owner_words].text, told, plain=False)

    def _owned(self, sighting: Sighting, owner: Mentioned, gap: list[str], first: int) -> Mentioned:
        near = self._words[max(0, sighting.first - 3) : sighting.last]
        begin = next(word.start for word in near if word.start >= owner.end)
        told = self._text[begin : self._words[sighting.last - 1].end]
        entry = owner.entry or Entry(owner.name, owner.country, owner.sector, "body", "", "", "", "")
        plain = set(gap) <= _PLAIN
        made = self._as_body(self._with_owner(sighting, first, entry, owner.text, told, plain=plain), owner)
        shared = self._sharing(sighting, entry, first, told, plain=plain) if sighting.agent else ()
        return share_office(made._replace(shared=shared))

    def _as_body(self, made: Mentioned, owner: Mentioned) -> Mentioned:
        """Fighters who are their body are told by its name alone: "ELN" of "ELN guerrilla army"."""
        same = made.name == owner.name and owner.kind == "body"
        return made._replace(text=owner.text, own=(owner.start, owner.end)) if same else made

    def _with_owner(
        self, sighting: Sighting, first: int, owner: Entry, told_owner: str, told: str, *, plain: bool
    ) -> Mentioned:
        made = self._bare(sighting, first)
        if sighting.agent is None:
            return made._replace(name=made.text, owner=owner)
        named = name_owned(sighting.agent, told, owner, told_owner, plain=plain)
        return made._replace(
            name=self._scene.canonical(named.name),
            country=named.country,
            sector=named.sector,
            owner=owner,
            rule="agents.csv with an owner",
        )

    def _sharing(
        self, sighting: Sighting, owner: Entry, first: int, told: str, *, plain: bool
    ) -> tuple[Mentioned, ...]:
        """Other owners of the same noun, joined to the first: "Russian" in "Russian and Syrian forces"."""
        found: list[Mentioned] = []
        while self._done and first >= 2:
            other, last = self._done[-1], self._last[-1]
            between = {word.key for word in self._words[last.last : first]}
            if not between or not between <= _JOINS or other.entry is None or sighting.agent is None:
                break
            if other.kind == "body":
                found.insert(0, other)  # "X and Y fighters": X stands for itself too
                break
            if not other.shares_with(owner):
                break
            named = name_owned(sighting.agent, told, other.entry, other.text, plain=plain)
            made = other._replace(
                kind="agent",
                name=self._scene.canonical(named.name),
                country=named.country,
                sector=named.sector,
                owner=other.entry,
                agent=sighting.agent,
                key=self._key(sighting),
                rule="agents.csv with a shared noun",
            )
            found.insert(0, made)
            first = self._last.pop().first
            self._done.pop()
        return tuple(found)

    def _drop_rank(self, sighting: Sighting) -> None:
        """ "Rebel faction Jaysh al-Nasr" is the body alone."""
        before, gap = self._before(sighting.first)
        if before and not gap and before.kind == "agent" and before.agent and before.agent.sector in FIGHTING:
            self._done.pop()
            self._last.pop()

    def _person(self, sighting: Sighting) -> Mentioned:
        """A person; the country is that of the owner of the title ("Russian envoy")."""
        owner = take_title_owner(self._words, self._done, self._last, sighting.first)
        told = self._told(sighting, sighting.first, "", owner.country if owner else None, sighting.sector, "titles.csv")
        return told._replace(kind="person", name=told.text)
