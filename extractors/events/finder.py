"""Finds the words that tell events in a parsed sentence, and who stands where: entries over its grammar."""

from collections.abc import Iterator, Mapping

from extractors.events.entries import Entry, Need, Path
from extractors.events.functions import Functions, Grammar
from extractors.events.light_verbs import side_of
from extractors.events.occasions import is_told
from extractors.events.trigger import Trigger

Entries = Mapping[str, Mapping[str, tuple[Entry, ...]]]
_POS = {"VERB": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "ADV": "A", "AUX": ""}
_NO_EVENTS = frozenset({"amod", "flat", "aux", "cop", "compound"})
_REACH = 7  # tokens after a verb in which its particle must stand
_GUARDED = frozenset({"mod", "poss"})  # functions that name a party only where the word is one
_PARTIES = frozenset({"party", "country", "force", "person", "group", "cop", "people"})


def find_triggers(grammar: Grammar, sentence: int, entries: Entries) -> list[Trigger]:
    """The events that the words of a sentence tell, in order; overlapping ones are sorted out by `selection`."""
    found = []
    for at, token in enumerate(grammar.tree.tokens):
        by_pos = entries.get(token.text.lower())
        if by_pos and token.relation not in _NO_EVENTS and at not in grammar.scene.dated:
            trigger = _trigger_at(grammar, at, sentence, by_pos)
            if trigger:
                found.append(trigger)
    return found


def _trigger_at(grammar: Grammar, at: int, sentence: int, by_pos: Mapping[str, tuple[Entry, ...]]) -> Trigger | None:
    token = grammar.tree.tokens[at]
    pos = _POS.get(token.pos, "")
    if pos == "N" and "N" not in by_pos and token.text.lower().endswith("ed"):
        pos = "V"  # a past form that no noun has, mistagged
    rows = by_pos.get(pos, ())
    functions = grammar.of(at) if rows else {}
    for entry in rows:
        tail = _tail(grammar, at, entry)
        if tail is None:
            continue
        told = _holding(grammar, at, entry, functions)
        if told is None or (pos == "N" and not is_told(grammar, at, entry, told)):
            continue
        return _build(grammar, at, entry, told, tail, sentence)
    return None


def _holding(grammar: Grammar, at: int, entry: Entry, functions: Functions) -> Functions | None:
    """The functions under which the row's needs hold: as they are, or read as a passive without auxiliary."""
    if all(_holds(grammar, at, need, functions) for need in entry.needs):
        return functions
    token = grammar.tree.tokens[at]
    bare = entry.pos == "V" and "obj" not in functions and "passive" not in functions and functions.get("subj")
    if bare and token.text.lower() != token.lemma.lower() and not token.text.lower().endswith(("ing", "s")):
        passive: Functions = {**functions, "obj": functions["subj"], "subj": functions.get("by", []), "passive": [at]}
        if "aux" not in functions and all(_holds(grammar, at, need, passive) for need in entry.needs):
            return passive
    return None


def _holds(grammar: Grammar, at: int, need: Need, functions: Functions) -> bool:
    return _filled(grammar, at, need, functions) != need.absent


def _filled(grammar: Grammar, at: int, need: Need, functions: Functions) -> bool:
    if need.keys == ("comp-of",):
        return _lemma(grammar, grammar.tree.tokens[at].head) in need.values
    if need.test == "filled":
        return any(functions.get(key) for key in need.keys) or (
            need.keys == ("root",) and grammar.tree.tokens[at].head == at
        )
    for key in need.keys:
        for head in functions.get(key, ()):
            if need.test == "lemma":
                if _lemma(grammar, head) in need.values or grammar.tree.tokens[head].text.lower() in need.values:
                    return True
            elif grammar.scene.is_one(head, need.values):
                return True
    return need.test == "lemma" and need.keys == ("mod",) and _hyphened(grammar, at, need)


def _hyphened(grammar: Grammar, at: int, need: Need) -> bool:
    """A modifier with its own modifier ("suicide-bomb attack"), or one that stands right before the noun."""
    if not at:
        return False
    before = grammar.tree.tokens[at - 1]
    return before.pos in {"NOUN", "ADJ", "PROPN"} and before.lemma.lower() in need.values


def _lemma(grammar: Grammar, at: int) -> str:
    return grammar.tree.tokens[at].lemma.lower()


def _tail(grammar: Grammar, at: int, entry: Entry) -> tuple[int, ...] | None:
    """The particles of the entry around its head; None where one is missing."""
    found: list[int] = []
    tokens = grammar.tree.tokens
    for word in entry.tail:
        span = range(at - 1, max(-1, at - 4), -1) if entry.pos == "N" else range(at + 1, min(len(tokens), at + _REACH))
        place = next((i for i in span if tokens[i].text.lower() == word or tokens[i].lemma.lower() == word), None)
        if place is None and entry.pos == "V" and word.endswith("ly"):
            place = next((i for i in grammar.tree.children[at] if tokens[i].text.lower() == word), None)
        if place is None and entry.pos == "N" and at + 1 < len(tokens):
            place = next((i for i in range(at + 1, min(len(tokens), at + 4)) if tokens[i].text.lower() == word), None)
        if place is None or not _belongs(grammar, place, at):
            return None
        found.append(place)
    return tuple(found)


def _belongs(grammar: Grammar, place: int, at: int) -> bool:
    """Whether a particle hangs on the verb, or on what hangs on it."""
    head = grammar.tree.tokens[place].head
    return head == at or place == at + 1 or grammar.tree.tokens[head].head == at or abs(place - at) == 1


def _build(
    grammar: Grammar, at: int, entry: Entry, functions: Functions, tail: tuple[int, ...], sentence: int
) -> Trigger:
    arguments = {name: tuple(_fill(grammar, at, alternatives, functions)) for name, alternatives in entry.roles}
    verb = at
    governors = functions.get("gov", ())
    if entry.pos == "N" and governors and side_of(_lemma(grammar, governors[0])):
        verb = governors[0]
    words = sorted((at, *tail))
    return Trigger(
        kind=entry.kind,
        sentence=sentence,
        token=at,
        first=words[0],
        last=words[-1],
        verb=verb,
        entry=f"{entry.line}: {' '.join((entry.word, *entry.tail))}",
        codes=entry.codes,
        passive="passive" in functions and entry.pos == "V",
        arguments={name: heads for name, heads in arguments.items() if heads},
    )


def _fill(grammar: Grammar, at: int, alternatives: tuple[tuple[Path, ...], ...], functions: Functions) -> Iterator[int]:
    """The heads of the first alternative that is filled."""
    for alternative in alternatives:
        heads: dict[int, None] = {}
        for path in alternative:
            starts = functions.get(path[0], ()) if path[0] != "up" else grammar.path(at, path[:1])
            for start in starts:
                if path[-1] in _GUARDED and len(path) == 1 and not _is_party(grammar, start):
                    continue
                for head in grammar.path(start, path[1:]):
                    heads[head] = None
        heads.pop(at, None)
        if heads:
            yield from heads
            return


def _is_party(grammar: Grammar, at: int) -> bool:
    return bool(_PARTIES & grammar.scene.classes_at(at))
