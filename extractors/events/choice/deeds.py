"""A promise of a deed that is told as an event itself is that event, planned: `agreed to leave` is no offer."""

import dataclasses
from collections.abc import Sequence

from extractors.events.grammar.clauses import is_infinitive, modal, word_before_to
from extractors.events.grammar.patterns import kinds_in, words_of
from extractors.events.grammar.trigger import Trigger
from extractors.language.tree import Tree

_WILLS = frozenset({"offer", "support"})


def tell_the_deed(tree: Tree, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Triggers less the words of will (agree, promise, be ready) whose deed is another trigger."""
    called_off = {trigger.token for trigger in triggers if trigger.kind == "protest" and trigger.codes[0] == "CONCEDE"}
    told = [trigger for trigger in triggers if trigger.token not in called_off]
    deeds = [trigger for trigger in told if trigger.kind not in kinds_in("speech")]
    willed = {(trigger.token, deed.token) for trigger in triggers for deed in deeds if _wills(tree, trigger, deed)}
    wills, done = {will for will, _ in willed}, {deed: will for will, deed in willed}
    by_token = {trigger.token: trigger for trigger in triggers}
    kept = [trigger for trigger in triggers if trigger.token not in wills]
    return [_agreed(trigger, by_token[done[trigger.token]]) if trigger.token in done else trigger for trigger in kept]


def _agreed(deed: Trigger, will: Trigger) -> Trigger:
    """A promised deed, of who promised it if it names nobody, with PLOVER's code of a promise unless one of force."""
    if not deed.heads("actor"):
        deed = dataclasses.replace(deed, arguments={**deed.arguments, "actor": will.heads("actor")})
    forced = deed.kind in kinds_in("violent") or deed.kind in {"sanction_imposed", "siege"}
    return deed if forced else dataclasses.replace(deed, codes=("AGREE", None, "030"))


def _wills(tree: Tree, trigger: Trigger, deed: Trigger) -> bool:
    lemma = tree.tokens[trigger.token].lemma.lower()
    if trigger.kind not in _WILLS or lemma not in words_of("will to a deed"):
        return False
    verb = deed.verb
    below = tree.tokens[verb].head == trigger.token
    told = tree.relation(verb) == "ccomp" and modal(tree, verb) is not None  # "promised that it would be opened"
    return (below and (told or is_infinitive(tree, verb))) or word_before_to(tree, verb) == trigger.token
