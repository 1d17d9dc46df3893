"""What is known of the words of one sentence besides their grammar: places, dates, parties, and classes of nouns."""

from collections.abc import Mapping, Sequence
from functools import cache

from extractors.events.grammar.tables import lexicon_rows
from extractors.language.tree import Tree

AGENTS = frozenset(
    "party speaker force person people leader state country body group rioter cop commander court fighter "
    "civilian refugee ngo".split()
)
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "ISM", "COP", "SPY", "CRM"})
_RULERS = frozenset({"GOV", "LEG", "JUD", "MIL", "IGO", "OPP", "PTY"})
# Which sectors of an actor make it one of a class, whatever its noun.
SECTORS: Mapping[str, frozenset[str]] = {
    "force": _ARMED,
    "group": frozenset({"REB", "PRM", "UAF", "ISM", "CRM"}),
    "cop": frozenset({"COP", "MIL"}),
    "state": _RULERS,
    "country": frozenset({"GOV", "MIL"}),
    "leader": _RULERS,
    "body": frozenset({"IGO", "LEG"}),
    "court": frozenset({"JUD"}),
    "ngo": frozenset({"NGO", "IGO"}),
    "media": frozenset({"JRN"}),
    "rioter": frozenset({"PRE"}),
    "people": frozenset({"CVL", "PRE", "LAB", "EDU", "OPP", "REF", "AGR"}),
    "airforce": frozenset({"MIL"}),
}
_PRIVATE = frozenset({"CVL", "BUS", "MED", "EDU", "AGR", "JRN"})  # whose pronouns are no troops and no states
_NAMED = {
    "PERSON": frozenset({"person", "party", "speaker", "leader"}),
    "ORG": frozenset({"party", "speaker", "body", "group"}),
    "GPE": frozenset({"party", "speaker", "country", "state", "person", "people"}),
    "LOC": frozenset({"place", "speaker", "country", "state", "leader"}),
}
_PRONOUNS = frozenset({"he", "she", "they", "who", "we", "it", "them", "him", "her", "i", "us", "those", "both"})
_MEANT = frozenset("party speaker force person people leader state country body group".split())
_ONE = frozenset({"party", "speaker", "person", "leader"})
_SINGLE = frozenset({"he", "she", "him", "her", "i"})
_NOTHING: frozenset[str] = frozenset()


@cache
def load_classes(folder: str | None = None) -> dict[str, frozenset[str]]:
    """The classes of each lemma."""
    found: dict[str, set[str]] = {}
    for row in lexicon_rows("classes", folder):
        for word in row["words"].split("|"):
            found.setdefault(word, set()).add(row["class"])
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def _of_sector(sector: str) -> frozenset[str]:
    return frozenset({"party", "speaker"} | {name for name, sectors in SECTORS.items() if sector in sectors})


class Scene:
    """One parsed sentence, ready to be read.

    `sectors` holds the sector of the actor that a token belongs to (an empty one if none is known), `places` and
    `countries` the tokens of literal places and of countries, `dated` those of dates. `prior` are the lemmas of the
    sentence before, for `it`.
    """

    __slots__ = ("_known", "classes", "countries", "dated", "named", "places", "prior", "sectors", "tree")

    def __init__(
        self,
        tree: Tree,
        *,
        sectors: Mapping[int, str] | None = None,
        places: frozenset[int] = frozenset(),
        countries: frozenset[int] = frozenset(),
        dated: frozenset[int] = frozenset(),
        prior: frozenset[str] = frozenset(),
        folder: str | None = None,
    ) -> None:
        self.tree = tree
        self.sectors = sectors or {}
        self.places = places
        self.countries = countries
        self.dated = dated
        self.prior = prior
        self.classes = load_classes(folder)
        self.named = _named(tree)
        self._known: dict[int, frozenset[str]] = {}

    def classes_at(self, at: int) -> frozenset[str]:
        """The classes of one token, by its lemma, its name, its actor and its place."""
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._classes_at(at)
        return known

    def _classes_at(self, at: int) -> frozenset[str]:
        token = self.tree.tokens[at]
        found = self._classes_of_word(at)
        found |= self.named.get(at, _NOTHING)
        sector = self.sectors.get(at)
        if token.pos == "PRON" and token.lemma.lower() in _PRONOUNS:
            if token.lemma.lower() in _SINGLE:
                found |= _ONE
            else:
                found |= _ONE | {"people"} if sector in _PRIVATE else _MEANT
            if token.lemma.lower() == "it":
                found |= self._of_prior(at)
        if sector is not None:
            found |= _of_sector(sector)
        elif token.pos == "PROPN" and at not in self.places and not found:
            found |= {"party", "speaker", "leader", "unknown"}
        if at in self.places:
            found |= {"place", "speaker"}
        if at in self.countries:
            found |= {"country", "state", "party", "speaker", "leader"}
        return frozenset(found)

    def _classes_of_word(self, at: int) -> set[str]:
        found = set(self.classes.get(self.tree.lemmas[at], _NOTHING))
        found |= self.classes.get(self.tree.joined.get(at, ""), _NOTHING)
        if self.tree.tokens[at].pos == "PROPN" and not found:  # "Vigilantes" at the head of a sentence
            found |= self.classes.get(self.tree.words[at].removesuffix("s"), _NOTHING)
        return found

    def _of_prior(self, at: int) -> frozenset[str]:
        """What `it` may stand for: the classes of thing that were told of in its sentence or the one before."""
        told = self.prior.union(self.tree.lemmas[:at])
        return frozenset().union(*(self.classes.get(lemma, _NOTHING) for lemma in told)) - AGENTS

    def is_armed(self) -> bool:
        """Whether the sentence names the armed, the police or a state: then its battles are meant."""
        return bool(self.countries) or any(sector in _ARMED for sector in self.sectors.values())

    def is_one(self, at: int, wanted: frozenset[str]) -> bool:
        """Whether a noun phrase is of a class: by its head, what it is coordinated with, or what it measures.

        "A ceasefire deal" is of the class of its compound, "dozens of soldiers" of what is counted.
        """
        if wanted & self.classes_at(at):
            return True
        tokens = self.tree.tokens
        counts = bool(_COUNTING & self.classes_at(at)) or tokens[at].pos == "NUM"
        carries = wanted & _CARRIED and "container" in self.classes_at(at)
        for kid in self.tree.children[at]:
            relation = tokens[kid].relation
            inside = (
                relation in {"conj", "flat", "appos"}
                or (relation == "compound" and not wanted & _OWNED)
                or (relation == "nmod" and (counts or (carries and _has_case(self.tree, kid, _OF))))
            )
            if inside and wanted & self.classes_at(kid):
                return True
        return False


# Classes of things that a plain noun may carry in its `of` or `to` phrase: an end to hostilities, a plan for a truce.
_CARRIED = frozenset({"truce", "hostilities", "sanction", "aid", "relief", "weapon", "explosive", "talks"})
_COUNTING = frozenset({"quantity", "share"})  # "dozens of soldiers", "the last of the sanctions"
_OF = frozenset({"of", "to", "for"})
_OWNED = AGENTS | {
    "place",
    "territory",
}  # a compound names whose it is: "a US diplomat" is no place, nor a "police station" police


def _has_case(tree: Tree, at: int, cases: frozenset[str]) -> bool:
    return any(tree.tokens[kid].relation == "case" and tree.tokens[kid].lemma in cases for kid in tree.children[at])


def _named(tree: Tree) -> dict[int, frozenset[str]]:
    """The classes that tokens have by the names they stand in."""
    if not tree.parse.entities:
        return {}
    tokens: Sequence[tuple[int, int]] = [(token.start, token.end) for token in tree.tokens]
    return {
        at: _NAMED[entity.label]
        for entity in tree.parse.entities
        for at, (start, end) in enumerate(tokens)
        if entity.start <= start and end <= entity.end and entity.label in _NAMED
    }
