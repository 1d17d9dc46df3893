"""What is told of the world at large and of nobody's deed: habits, definitions, duties, drills, stories, suppositions.

"Police usually arrest drunk drivers", "an ambush is an attack from hiding", "the brigade is charged with securing the
north", "soldiers captured a mock village", "an attack on the dam would flood the valley" tell no event.
"""

import re

from extractors.events.choice.supposing import is_supposed
from extractors.events.grammar.clauses import BE_NOW, helpers, is_present, low
from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.patterns import kinds_in, words_of
from extractors.events.grammar.scene import load_classes
from extractors.events.grammar.trigger import Trigger
from extractors.language.tree import Tree

_STAGED = kinds_in("violent") | {"abduction", "territory_gain", "arrest", "prisoner_release"}
_CRIMES = kinds_in("violent") - {"territory_gain", "offensive", "siege"} | {"abduction", "sexual_violence"}
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_DEFINED = re.compile(
    r"\b(as|is|are|be) defined\b|\bdefin(es|ition)\b|\bthe (word|term|expression|phrase|concept) \W?\w+", re.IGNORECASE
)
_ARTICLES = frozenset({"a", "an"})
_POINTING = frozenset({"this", "that", "it", "which", "these"})


def is_general(grammar: Grammar, trigger: Trigger, text: str) -> bool:
    """Whether a trigger tells of no deed of anybody, in a sentence of the article's `text`."""
    tree, at = grammar.tree, trigger.token
    if is_supposed(tree, trigger) or _is_duty(tree, trigger):
        return True
    if any(_is_usual(grammar, up) for up in (at, *tree.up(at))) or _is_runaway(grammar, trigger):
        return True
    if trigger.kind in _STAGED and _is_staged(tree, at):
        return True
    if tree.tokens[at].pos in _NOUNS:
        return _is_definition(tree, at, text) or _is_named_only(tree, trigger)
    return _is_lived(tree, trigger) or _is_subject(tree, at) or _is_discharge(tree, trigger)


def _is_duty(tree: Tree, trigger: Trigger) -> bool:
    """Whether it is somebody's task: "charged with securing the north", "responsible for investigating complaints"."""
    charged = trigger.kind == "arrest" and tree.tokens[trigger.token].lemma.lower() == "charge"
    if charged:
        clauses = tree.kids(trigger.token, "advcl", "xcomp", "acl")
        return any(tree.tokens[kid].lemma.lower() in words_of("duty") and _says(tree, kid, "with") for kid in clauses)
    at = trigger.verb
    above = tree.tokens[at].head
    lemma = tree.tokens[above].lemma.lower()
    if above == at or not low(tree, at).endswith("ing"):
        return False
    if lemma in words_of("duty word"):
        return _says(tree, at, "with", "for", "of")
    return lemma == "charge" and trigger.kind not in _CRIMES and _says(tree, at, "with")


def _says(tree: Tree, at: int, *words: str) -> bool:
    return any(low(tree, kid) in words for kid in tree.kids(at, "mark", "case"))


def _is_usual(grammar: Grammar, at: int) -> bool:
    """Whether a verb tells what is usually done, of nobody by name: "hostages are generally released"."""
    tree = grammar.tree
    if not grammar.is_verbal(at) or not _is_timeless(tree, at):
        return False
    tokens = tree.tokens
    if any(token.pos in {"PROPN", "NUM"} for token in tokens) or grammar.scene.dated or grammar.scene.places:
        return False
    kids = tree.kids(at, *_SUBJECTS)
    if not kids or not all(_is_any(tree, kid) for kid in kids):
        return False
    if any(low(tree, kid) in words_of("usually") for kid in tree.kids(at, "advmod")):
        return True
    written = any(low(tree, kid) in BE_NOW for kid in tree.kids(at, "aux:pass"))  # what a headline leaves out
    return tokens[-1].text == "." and (written or any(low(tree, i) in words_of("at large") for i in _beside(tree, at)))


def _is_timeless(tree: Tree, at: int) -> bool:
    """Whether a verb stands in the plain present."""
    small = {low(tree, kid) for kid in helpers(tree, at)}
    if low(tree, at).endswith("ing"):
        return False
    return is_present(tree, at) or bool(small & BE_NOW and "been" not in small)


def _beside(tree: Tree, at: int) -> tuple[int, ...]:
    """The first words of the clauses and phrases of a verb: `when`, `once`, `without`."""
    return tuple(small for kid in tree.children[at] for small in tree.kids(kid, "mark", "advmod", "case"))


def _is_any(tree: Tree, at: int) -> bool:
    """Whether a noun stands for all of its kind: a plural without article."""
    token = tree.tokens[at]
    if token.pos != "NOUN" or tree.kids(at, "det", "nummod", "nmod:poss"):
        return False
    return low(tree, at) != token.lemma.lower() or low(tree, at) in words_of("plural")


def _is_staged(tree: Tree, at: int) -> bool:
    """Whether it is played: in a drill, a game, a story; by cadets who simulate it."""
    classes = load_classes()
    for up in (at, *tree.up(at)):
        if tree.tokens[up].lemma.lower() in words_of("playing"):
            return up != at
        for kid in tree.children[up]:
            names = classes.get(tree.tokens[kid].lemma.lower(), frozenset())
            within = tree.relation(kid) in {"obl", "nmod"} and _says(tree, kid, "in", "during")
            told = tree.tokens[kid].relation in _SUBJECTS
            if within and names & {"fiction", "drill", "playing"}:
                return True
            if told and (names & {"fiction", "playing"} or _of_fiction(tree, kid)):
                return True
    return _is_mock(tree, at)


def _of_fiction(tree: Tree, at: int) -> bool:
    """Whether somebody is a figure of a story: "the heroine of the film"."""
    classes = load_classes()
    return any("fiction" in classes.get(tree.tokens[kid].lemma.lower(), ()) for kid in tree.kids(at, "nmod"))


def _is_mock(tree: Tree, at: int) -> bool:
    near = (at, *tree.kids(at, "obj", "nsubj", "nsubj:pass", "obl"))
    return any(low(tree, kid) in words_of("mock") for up in near for kid in tree.kids(up, "amod", "compound"))


def _is_definition(tree: Tree, at: int, text: str) -> bool:
    """Whether a noun is explained, or only called something: "this is an attack on our values"."""
    if _DEFINED.search(text, tree.parse.start, tree.parse.end):
        return True
    subjects = tree.kids(at, *_SUBJECTS)
    if tree.kids(at, "cop") and any(low(tree, kid) in _POINTING for kid in subjects):
        return True  # "it was the first raid outside the delta" speaks of one told before
    if not any(low(tree, kid) in BE_NOW for kid in tree.kids(at, "cop")):
        return False
    articles = {low(tree, kid) for kid in tree.kids(at, "det")}
    alike = [kid for kid in subjects if {low(tree, d) for d in tree.kids(kid, "det")} <= _ARTICLES]
    return articles <= _ARTICLES and any(tree.tokens[kid].pos == "NOUN" for kid in alike)


def _is_runaway(grammar: Grammar, trigger: Trigger) -> bool:
    """Whether a single private person runs away: "the burglar fled", no flight of civilians."""
    tree = grammar.tree
    heads = grammar.of(trigger.token).get("subj", ()) if tree.tokens[trigger.token].lemma.lower() == "flee" else ()
    return bool(heads) and all(_is_one_private(grammar, head) for head in heads)


def _is_one_private(grammar: Grammar, at: int) -> bool:
    tree = grammar.tree
    token = tree.tokens[at]
    if token.pos == "PRON":
        return low(tree, at) in {"he", "she", "i"}
    one = token.pos == "NOUN" and low(tree, at) == token.lemma.lower()
    return one and "person" in grammar.scene.classes_at(at) and low(tree, at) not in words_of("plural")


def _is_named_only(tree: Tree, trigger: Trigger) -> bool:
    """Whether a noun only names what somebody has charge of, shows, or is against in general."""
    at = trigger.token
    above = tree.tokens[at].head
    bare = not tree.kids(at, "det", "nmod:poss")
    against = tree.relation(at) in {"obj", "obl"} and tree.tokens[above].lemma.lower() in words_of("combating")
    return _is_title(tree, at) or _is_shown(tree, at) or (against and bare and trigger.kind in _CRIMES)


def _is_title(tree: Tree, at: int) -> bool:
    """Whether a noun only says what somebody is in charge of: "the head of military operations"."""
    head = tree.tokens[at].head
    bare = not tree.kids(at, "det")
    return bare and _says(tree, at, "of") and tree.tokens[head].lemma.lower() in words_of("in charge")


def _is_shown(tree: Tree, at: int) -> bool:
    """Whether a noun names what is shown or remembered: "an exhibition on the siege"."""
    head = tree.tokens[at].head
    shown = _says(tree, at, "on", "of", "about", "to") and tree.tokens[head].lemma.lower() in words_of("showing")
    return head != at and tree.relation(at) == "nmod" and shown


def _is_lived(tree: Tree, trigger: Trigger) -> bool:
    """Whether it is somebody's past: "the mayor, who fought in two wars, likes to garden"."""
    at = trigger.token
    if tree.tokens[at].relation != "acl:relcl":
        return False
    told = tree.tokens[tree.tokens[at].head].head
    teller = tree.tokens[tree.tokens[at].head].lemma.lower() if told != at else ""
    shown = tree.tokens[told].lemma.lower() in words_of("showing verb")
    if trigger.kind == "investigation" and all(_is_any(tree, kid) for kid in tree.kids(at, "obj")):
        return bool(tree.kids(at, "obj"))  # what an office does: "the bureau, which investigated threats"
    return shown or (trigger.kind == "clash" and tree.tokens[at].lemma.lower() == "fight" and teller not in {"war"})


def _is_discharge(tree: Tree, trigger: Trigger) -> bool:
    """Whether a patient is let go: "she was treated at a hospital and released"."""
    return trigger.kind == "prisoner_release" and bool(words_of("treated") & set(tree.words))


def _is_subject(tree: Tree, at: int) -> bool:
    """Whether a gerund is what something is said of: "flying jets is dangerous"."""
    head = tree.tokens[at].head
    gerund = low(tree, at).endswith("ing") and tree.relation(at) == "csubj"
    return gerund and bool(tree.kids(head, "cop"))
