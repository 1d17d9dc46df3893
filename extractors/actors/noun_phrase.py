"""Who a noun phrase is: its head by the roster of mentions, and what the parse joins to the head."""

from collections.abc import Sequence

from extractors.actors.coordination import find_joined, is_list_member
from extractors.actors.lexicon import load_agents, load_references
from extractors.actors.mentioned import Mentioned
from extractors.actors.organs import resolve_organ
from extractors.actors.ownership import apposed_heads, name_behind
from extractors.actors.pairs import resolve_pair, resolve_these
from extractors.actors.reference import PRONOUNS, resolve_namesake, resolve_noun, resolve_pronoun
from extractors.actors.roster import Roster, distinct
from extractors.actors.scene import Scene
from extractors.actors.spot import Spot
from extractors.actors.unlisted import is_named_place, unknown_name, unknown_people, widen
from extractors.actors.words import word_key
from extractors.language.parse import Parse
from extractors.language.tree import tree_of
from schemas.mention import ActorMention

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"})
_THESE = frozenset({"these", "those"})
_TWO = frozenset({"two", "both", "2"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "both"})
_OWNERS_OF = frozenset({"of", "from", "for", "in"})
_COUNTED = frozenset({"people", "person", "dead", "the dead", "casualty", "victim"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "over", "towards", "from", "into"})
_DEPTH = 4


class PhraseReader:
    """Reads the noun phrases of one article."""

    def __init__(
        self, text: str, roster: Roster, scene: Scene, parses: Sequence[Parse | None], opening: int = 0
    ) -> None:
        self._opening = opening  # where the dateline ends
        self._text = text
        self._roster = roster
        self._scene = scene
        self._parses = parses
        for parse in parses:
            if parse:
                roster.relations.update({t.start: t.relation for t in parse.tokens})

    def read(self, sentence: int, head: int, *, acting: bool) -> tuple[ActorMention, ...]:
        """The parties of the phrase under token `head`, each once."""
        parse = self._parses[sentence]
        if parse is None:
            return ()
        tree = tree_of(parse)
        spot = Spot(tree, sentence, head, acting)
        found = self._phrase(spot)
        if not found:
            return ()
        start, end = tree.span(head)
        joined = find_joined(self._text, self._roster, spot) if len(found) == 1 else []
        told = distinct(sorted([*found, *joined], key=lambda one: one.start))
        here = (spot.token.start, spot.token.end)
        return tuple(one.as_mention(span=None if start <= one.start < end or one in joined else here) for one in told)

    def settle(self, one: Mentioned) -> Mentioned | None:
        """A generic noun read without its phrase: "the army" of the article's country, but no "ceasefire regime"."""
        before = self._text[max(0, one.start - 40) : one.start].rstrip()
        last = before.rpartition(" ")[2]
        at = one.start - 1 - len(last)
        if last.isalpha() and self._roster.relations.get(at, "").partition(":")[0] in {"compound", "amod"}:
            return None
        sentence = self._roster.sentence_of(one.start)
        return resolve_noun(self._roster, self._scene, sentence, one, definite=last.lower() == "the")

    def _phrase(self, spot: Spot) -> list[Mentioned]:
        if spot.depth > _DEPTH:
            return []
        found = self._one(spot)
        named = set(apposed_heads(spot)) if found else set()
        for kid in spot.kids("conj"):
            if spot.tree.tokens[kid].pos in _NOMINAL and kid not in named:
                found += self._phrase(spot.at(kid))
        for kid in spot.kids("appos"):
            others = self._one(spot.at(kid))
            found += [other for other in others if found and is_list_member(found[0], other)]
        return found

    def _one(self, spot: Spot) -> list[Mentioned]:
        """The head alone, without what is joined to it."""
        if spot.token.pos in {"PRON", "DET"}:
            return self._pronoun(spot)
        part = self._whole(spot)
        if part is not None:
            return part
        one = self._roster.at(spot.token.start)
        if one is None:
            return self._unlisted(spot)
        if one.kind == "agent":
            return self._agent(spot, one)
        return self._listed(spot, one)

    def _listed(self, spot: Spot, one: Mentioned) -> list[Mentioned]:
        if one.kind == "site":
            return [] if spot.acting or is_named_place(spot, one) else [self._site(spot, one)]
        if one.kind == "capital" and (not spot.acting or spot.case() in _WHERE):
            return []
        if one.kind == "people":
            several = one.text.endswith("s") and not spot.words("det")
            state = one.entry is not None and one.entry.sector == "GOV" and not several
            return [one if state else one._replace(name=one.text, sector="CVL")]  # "the Russians", "12 Russians"
        return [one]

    def _site(self, spot: Spot, one: Mentioned) -> Mentioned:
        """What is struck or held: of an organ of the article's state ("an army truck") that organ, in these words."""
        first = word_key(one.text.partition(" ")[0])
        if first != one.text.lower() and first in load_references()["organ"]:
            organ = one._replace(kind="agent", key=first, agent=load_agents().get(first))
            return resolve_organ(self._roster, self._scene, spot.sentence, organ) or widen(self._text, spot, one)
        return widen(self._text, spot, one)

    def _pronoun(self, spot: Spot) -> list[Mentioned]:
        word = spot.token.text.lower()
        if word in PRONOUNS:
            beside = {t.start for t in spot.tree.tokens if t.head == spot.token.head}
            return list(resolve_pronoun(self._roster, self._scene, spot.sentence, spot.token.start, word, beside))
        if word in _RELATIVE:
            clause = next((up for up in spot.tree.up(spot.head) if spot.tree.tokens[up].relation == "acl:relcl"), None)
            found = self._phrase(spot.at(spot.tree.tokens[clause].head)) if clause is not None else []
            return [one._replace(rule=f"relative `{word}`") for one in found]
        if word == "both":
            return list(resolve_pair(self._roster, self._scene, spot.sentence, spot.token.start, "side"))
        return self._whole(spot) or []

    def _whole(self, spot: Spot) -> list[Mentioned] | None:
        """The whole behind a part: "dozens of protesters", "members of X", "one of the two soldiers"."""
        told = {spot.token.lemma.lower(), spot.token.text.lower()}
        if spot.token.pos != "NUM" and not told & load_references()["part"]:
            return None
        whole = next((kid for kid in spot.kids("nmod") if spot.at(kid).case() == "of"), None)
        if whole is None or (spot.at(whole).token.pos == "NUM" and spot.token.pos != "NUM"):
            return None  # "a mob of several hundred" is the mob
        return self._phrase(spot.at(whole))

    def _agent(self, spot: Spot, one: Mentioned) -> list[Mentioned]:
        """A generic agent: the pair, the name or the owner that the parse gives it, else what it refers to."""
        found = self._pair(spot, one) or self._apposed(spot, one) or self._such_as(spot, one)
        if found:
            return found
        if one.owner is not None:
            return self._owned(spot, one)
        found = self._by_owner(spot, one)
        if found:
            return found
        if one.key in _COUNTED:
            return [one._replace(name="civilians")] if spot.acting else []
        meant = self._meant(spot, one)
        unowned = one.agent is not None and one.agent.sort == "craft" and meant.owner is None
        return [] if (unowned and spot.acting) or meant.key == "side" else [meant]

    def _meant(self, spot: Spot, one: Mentioned) -> Mentioned:
        if one.rule == "agents.csv at work":
            return resolve_noun(self._roster, self._scene, spot.sentence, one, definite=True) or one
        wide = widen(self._text, spot, one)
        same = "same" in spot.words("amod")
        if wide.text.count(" ") > one.key.count(" ") and not same:
            return wide
        definite = same or bool(spot.words("det", "nmod:poss") & _DEFINITE)
        meant = resolve_namesake(self._roster, spot.sentence, one, same=same) if definite else None
        return meant or resolve_noun(self._roster, self._scene, spot.sentence, one, definite=definite) or wide

    def _owned(self, spot: Spot, one: Mentioned) -> list[Mentioned]:
        """An agent with its owner; "fighters of X and Y" have two."""
        found = [*one.shared, one]
        if one.rule == "agents.csv with `of`":
            for kid in spot.kids("nmod"):
                for other in spot.at(kid).kids("conj"):
                    found += self._phrase(spot.at(other))
        return found

    def _pair(self, spot: Spot, one: Mentioned) -> list[Mentioned]:
        """The two whom "the two sides", "both groups" or "the two countries' ministers" mean."""
        told = (spot, *(spot.at(kid) for kid in spot.kids("nmod:poss")))
        return next((found for at in told if (found := self._two(at, one.start))), [])

    def _two(self, spot: Spot, offset: int) -> list[Mentioned]:
        told, key = spot.words("nummod", "det"), spot.token.lemma.lower()
        if told & _THESE and not told & _TWO:
            return list(resolve_these(self._roster, spot.sentence, offset, key))
        two = bool(told & _TWO and told & _DEFINITE) or spot.token.text.lower() == "sides"
        if not two or key not in load_references()["pair"]:
            return []
        return list(resolve_pair(self._roster, self._scene, spot.sentence, offset, key))

    def _apposed(self, spot: Spot, one: Mentioned) -> list[Mentioned]:
        """The name behind a description: "the group, Hill Guard", "a spokeswoman, Major Ana Lopes"."""
        for kid in apposed_heads(spot):
            found = self._one(spot.at(kid))
            if found and found[0].kind in {"person", "leader", "body"}:
                first = found[0]
                return [first._replace(country=first.country or one.country, sector=first.sector or one.sector)]
        return []

    def _such_as(self, spot: Spot, one: Mentioned) -> list[Mentioned]:
        """The names that a general noun is told by: "groups such as Hill Guard and the Valley Front"."""
        if one.agent is None or not one.agent.plural:
            return []
        for kid in spot.kids("nmod"):
            if spot.tree.words[kid - 2 : kid] == ["such", "as"] or "such" in spot.at(kid).words("case"):
                return [other for other in self._phrase(spot.at(kid)) if other.kind == "body"]
        return []

    def _by_owner(self, spot: Spot, one: Mentioned) -> list[Mentioned]:
        """An agent whose owner stands behind it or is a pronoun: "gunmen from X", "its forces"."""
        for kid in spot.kids("nmod"):
            other = spot.at(kid)
            possessive = other.token.relation == "nmod:poss"
            if (possessive and other.token.pos != "PRON") or (not possessive and other.case() not in _OWNERS_OF):
                continue
            owners = self._phrase(other.at(kid, acting=True))
            found = [made for owner in owners for made in name_behind(self._scene, one, owner, other.case())]
            if found:
                return found
        return []

    def _unlisted(self, spot: Spot) -> list[Mentioned]:
        """A head that the roster does not know: both of a pair, a noun with a name behind it, or an unknown name."""
        if spot.token.pos == "NOUN":
            pair = self._two(spot, spot.token.start)
            if pair:
                return pair
            named = apposed_heads(spot)
            return self._one(spot.at(named[0])) if named else unknown_people(self._text, spot)
        told = spot.token.pos == "PROPN" and spot.token.start >= self._opening
        return [one for one in (unknown_name(self._text, spot) if told else ()) if one.start not in self._roster.places]
