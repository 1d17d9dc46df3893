"""Finds the words that tell events in a parsed sentence, and who stands where: entries over its grammar."""

from collections.abc import Iterable, Iterator, Mapping

from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.light_verbs import side_of
from extractors.events.grammar.nominals import Functions
from extractors.events.grammar.patterns import kinds_in, participle_forms
from extractors.events.grammar.trigger import Trigger
from extractors.events.triggers.conditions import hold, lemma_of
from extractors.events.triggers.entries import Entry, Path
from extractors.events.triggers.headlines import is_whole
from extractors.events.triggers.occasions import is_told
from extractors.events.triggers.presence import Presence

Entries = Mapping[str, Mapping[str, tuple[Entry, ...]]]
VIOLENT = kinds_in("violent")
_POS = {"VERB": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "ADV": "A"}
# Kinds whose passives headlines write without an auxiliary: "Two soldiers killed in ambush".
_HEADLINED = frozenset(
    "attack arrest abduction airstrike bombing shelling prisoner_release weapons_seized territory_gain evacuation "
    "destruction crowd_dispersal truce_extension truce_violation sexual_violence".split()
)
_SITES = ("in", "at", "on", "near", "outside", "inside", "into", "through", "under", "beneath", "beside", "aboard")
_STRUCK = frozenset({"site", "vehicle"})
_GATES = ("outside", "at", "near")  # where a protest stands whom it is against; "in a stadium" it only stands
_PACTS = frozenset({"truce", "accord"})  # "the truce signed in Gao" tells of its signing
_TIED = frozenset({"obj", "passive", "comp"})
_DUTIES = frozenset({"must", "should", "ought"})
_NO_EVENTS = frozenset({"amod", "flat", "aux", "cop", "compound"})
_OTHERS = {"found": "find", "fell": "fall", "wound": "wind", "bound": "bind"}  # verbs whose forms are another's
WITHIN = "within:"
_REACH = 7  # tokens after a verb in which its particle must stand
_GUARDED = frozenset({"mod", "poss", "from"})  # functions that name a party only where the word is one
_PARTIES = frozenset({"party", "country", "force", "person", "group", "cop", "people"})


def find_triggers(grammar: Grammar, sentence: int, entries: Entries) -> list[Trigger]:
    """The events that the words of a sentence tell, in order; overlapping ones are sorted out by `selection`."""
    found: list[Trigger] = []
    present = Presence(grammar)
    for at, word in enumerate(grammar.tree.words):
        by_pos = entries.get(grammar.tree.joined.get(at, "")) or entries.get(word)
        if by_pos and at not in grammar.scene.dated:
            possible = {pos: rows for pos, every in by_pos.items() if (rows := present.possible(every))}
            pos, functions = _reading(grammar, at, by_pos) if possible else ("", {})
            trigger = _trigger_at(grammar, at, sentence, possible.get(pos, ()), functions) if pos else None
            if trigger:
                found.append(trigger)
    return found


def _reading(grammar: Grammar, at: int, by_pos: Mapping[str, tuple[Entry, ...]]) -> tuple[str, Functions]:
    """As what part of speech a token may carry an event, and its functions then; none: it carries none."""
    token = grammar.tree.tokens[at]
    if token.pos == "AUX":
        if token.text.lower() not in _DUTIES or token.head == at:
            return "", {}
        return "V", grammar.of(token.head)
    if token.relation in _NO_EVENTS:
        if not _is_hidden_verb(grammar, at):
            return "", {}
        noun = token.head
        return "V", {"obj": [noun], "subj": [i for i in range(at) if grammar.tree.tokens[i].head in {at, noun}]}
    pos = _POS.get(token.pos, "")
    if pos == "N" and "N" not in by_pos and token.text.lower().endswith("ed") and not grammar.tree.kids(at, "det"):
        pos = "V"  # a past form that no noun has, mistagged; "the wounded" are people
    if pos == "V" and _is_modifier(grammar, at):
        return "", {}
    return pos, grammar.of(at) if pos in by_pos else {}


def _is_hidden_verb(grammar: Grammar, at: int) -> bool:
    """Whether a participle before a noun is the verb of a sentence that has no other: "Police tightened security"."""
    tokens = grammar.tree.tokens
    token = tokens[at]
    if token.relation != "amod" or token.pos != "VERB" or not at or token.head <= at:
        return False
    top = next((i for i, other in enumerate(tokens) if other.head == i), at)
    before = at - 1 if tokens[at - 1].text != "-" else at - 3  # "Soldiers gang-raped women"
    named = before >= 0 and tokens[before].pos in {"NOUN", "PROPN"}
    return named and top == token.head and tokens[top].pos in {"NOUN", "PROPN"}


def _is_modifier(grammar: Grammar, at: int) -> bool:
    """Whether a participle behind a noun only tells it from others ("relatives jailed in the capital").

    With an agent or a date it tells what was done, as it does in a headline, whose verb it is.
    """
    token = grammar.tree.tokens[at]
    if token.relation != "acl" or token.text.lower().endswith("ing"):
        return False
    functions = grammar.of(at)
    governor = grammar.tree.tokens[token.head]
    told = governor.head == token.head or functions.get("by") or functions.get("time") or "comp" in functions
    pact = _PACTS & grammar.scene.classes_at(token.head) and any(
        head in grammar.scene.places for head in functions.get("in", ())
    )
    return "passive" in functions and not told and not pact


def _trigger_at(
    grammar: Grammar, at: int, sentence: int, rows: tuple[Entry, ...], functions: Functions
) -> Trigger | None:
    anchor = grammar.tree.tokens[at].head if grammar.tree.tokens[at].pos == "AUX" else at
    lemma = lemma_of(grammar, at)
    for entry in rows:
        if entry.word != lemma and lemma == _OTHERS.get(entry.word):
            continue
        tail = _tail(grammar, at, entry)
        if tail is None or (entry.pos == "V" and not tail and functions.get("prt")):
            continue  # a verb with a particle is another verb: "back" is not "back up"
        told = _holding(grammar, anchor, entry, _with_object(grammar, entry, functions), tail)
        if told is None or (entry.pos == "N" and not is_told(grammar, at, entry, told)):
            continue
        if anchor != at:  # a duty is told by who says it
            return _build(grammar, grammar.tree.tokens[anchor].head, entry, told, (at,), sentence, anchor)
        return _build(grammar, at, entry, told, tail, sentence, at)
    return None


def _with_object(grammar: Grammar, entry: Entry, functions: Functions) -> Functions:
    """The functions with what a particle governs as the object, where the parse takes it for a preposition."""
    if entry.pos != "V" or "obj" in functions:
        return functions
    words, of = grammar.tree.words, functions.get("of", ())  # "flew out of the town" has none
    led = ([at for at in functions.get(word, ()) if words[at] != word and at not in of] for word in entry.tail)
    objects = next((heads for heads in led if heads), None)
    return {**functions, "obj": objects} if objects else functions


def _holding(grammar: Grammar, at: int, entry: Entry, functions: Functions, tail: tuple[int, ...]) -> Functions | None:
    """The functions under which the row's needs hold: as they are, or read as a passive without auxiliary."""
    if hold(grammar, at, entry.needs, functions):
        return functions
    token = grammar.tree.tokens[at]
    tied = any(set(functions.get(name, ())) - set(tail) for name in _TIED)  # "shot dead" has no object
    bare = entry.kind in _HEADLINED and entry.pos == "V" and functions.get("subj") and not tied
    bare = bare and not is_whole(grammar, at, functions)
    word = token.text.lower()
    if bare and word != token.lemma.lower() and (word.endswith("ed") or word in participle_forms()):
        passive: Functions = {**functions, "obj": functions["subj"], "subj": functions.get("by", []), "passive": [at]}
        if "aux" not in functions and hold(grammar, at, entry.needs, passive):
            return passive
    return None


def _tail(grammar: Grammar, at: int, entry: Entry) -> tuple[int, ...] | None:
    """The particles of the entry around its head; None where one is missing."""
    found: list[int] = []
    tokens, words, lemmas = grammar.tree.tokens, grammar.tree.words, grammar.tree.lemmas
    for word in entry.tail:
        span = range(at - 1, max(-1, at - 4), -1) if entry.pos == "N" else range(at + 1, min(len(tokens), at + _REACH))
        place = next((i for i in span if words[i] == word or lemmas[i] == word), None)
        if place is None and entry.pos == "V" and word.endswith("ly"):
            place = next((i for i in grammar.tree.children[at] if words[i] == word), None)
        if place is None and entry.pos == "N" and at + 1 < len(tokens):
            place = next((i for i in range(at + 1, min(len(tokens), at + 4)) if words[i] == word), None)
        if place is None or not _belongs(grammar, place, at) or (entry.pos == "V" and _is_case(grammar, place, at)):
            return None
        found.append(place)
    return tuple(found)


def _is_case(grammar: Grammar, place: int, at: int) -> bool:
    """Whether a word away from the verb leads a phrase of its own: "brought the wounded [in] the afternoon"."""
    token = grammar.tree.tokens[place]
    return place > at + 1 and token.relation == "case" and token.head > place


def _belongs(grammar: Grammar, place: int, at: int) -> bool:
    """Whether a particle hangs on the verb, or on what hangs on it."""
    head = grammar.tree.tokens[place].head
    return head == at or place == at + 1 or grammar.tree.tokens[head].head == at or abs(place - at) == 1


def _build(
    grammar: Grammar, at: int, entry: Entry, functions: Functions, tail: tuple[int, ...], sentence: int, anchor: int
) -> Trigger:
    arguments = {name: tuple(_fill(grammar, anchor, alternatives, functions)) for name, alternatives in entry.roles}
    if entry.kind in VIOLENT:
        arguments["harmed"] = tuple(
            head
            for name in (_GATES if entry.kind == "protest" else _SITES)
            for head in functions.get(name, ())
            if _STRUCK & grammar.scene.classes_at(head) and head not in grammar.scene.places
        )
        arguments["ally"] = tuple(_allies(grammar, functions))
    verb = at
    governors = functions.get("gov", ())
    if entry.pos == "N" and governors and "apart" not in functions and side_of(lemma_of(grammar, governors[0])):
        verb = governors[0]
    words = sorted((at, *tail)) if anchor == at else list(tail)
    return Trigger(
        kind=entry.kind,
        sentence=sentence,
        token=at,
        first=words[0],
        last=words[-1],
        verb=verb,
        entry=f"{entry.line}: {' '.join((entry.word, *entry.tail))}",
        rule=entry.certain,
        codes=entry.codes,
        passive="passive" in functions and entry.pos == "V",
        arguments={name: heads for name, heads in arguments.items() if heads},
    )


def _allies(grammar: Grammar, functions: Functions) -> Iterator[int]:
    """Who stands by the actor: "with the support of the navy", "backed by jets" is told of the actor itself."""
    for head in functions.get("with", ()):
        if "aiding" in grammar.scene.classes_at(head):
            own = grammar.of(head)
            yield from (*own.get("of", ()), *own.get("from", ()), *own.get("by", ()), *own.get("poss", ()))
            yield from (mod for mod in own.get("mod", ()) if _is_party(grammar, mod))


def _fill(grammar: Grammar, at: int, alternatives: tuple[tuple[Path, ...], ...], functions: Functions) -> Iterator[int]:
    """The heads of the first alternative that is filled."""
    for alternative in alternatives:
        heads: dict[int, None] = {}
        for path in alternative:
            if path == ("subj",) and "be" in functions and grammar.tree.tokens[at].pos in {"NOUN", "PROPN"}:
                continue  # "Operation Dawn was an operation by the army": its subject is the event
            starts = _starts(grammar, at, path[0], functions)
            for start in starts:
                for head in grammar.path(start, path[1:]):
                    if path[-1] not in _GUARDED or (_is_party(grammar, head) and not _is_struck(grammar, head, path)):
                        heads[head] = None
        heads.pop(at, None)
        if heads:
            yield from heads
            return


def _starts(grammar: Grammar, at: int, step: str, functions: Functions) -> Iterable[int]:
    """Where a path begins: at a function, at the governor (`up`), or at a word of a class below (`within:list`)."""
    if step == "up":
        return grammar.path(at, ("up",))
    if step.startswith(WITHIN):
        wanted = step.removeprefix(WITHIN)
        return [below for below in grammar.tree.subtree(at) if wanted in grammar.scene.classes_at(below)]
    return functions.get(step, ())


def _is_party(grammar: Grammar, at: int) -> bool:
    return bool(_PARTIES & grammar.scene.classes_at(at))


def _is_struck(grammar: Grammar, at: int, path: Path) -> bool:
    """Whether a noun before that of an event is what it struck: "the embassy bombing"."""
    struck = path == ("mod",) and bool({"site", "mission"} & grammar.scene.classes_at(at))
    return struck or (path[-1] == "mod" and "violence" in grammar.scene.classes_at(at))  # "a suicide bomber"
