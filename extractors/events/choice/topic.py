"""What an article is about, by its words: war and politics, mishaps, or games and trade.

Battles of chess players are figures of speech, and whoever dies in a flood was not attacked: where neither the
sentence nor the article tells of violence, harm that nobody did is no event.
"""

import re
from functools import cache

from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.patterns import noun_forms
from extractors.events.grammar.scene import AGENTS, load_classes
from extractors.events.grammar.trigger import Trigger

_WORD = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LEAST = 3  # different words of play from which an article may be about it
_EVERYDAY = 4  # different words of violence and of statecraft below which an article tells of everyday life
_TRADED = 5  # different words of trade from which an article may be about it
_ENGAGED = 6  # at most: different words of violence and of statecraft from which an article is about war or politics
_SPARSE = 12  # sentences to a word of violence in long articles about a war
_WARLIKE = 4  # at most: different words of violence from which an article is about a war
_PLAYED = 2
_HARMING = frozenset({"attack", "clash", "destruction", "siege"})
_DEADLY = 5  # different words of violence from which an article's dead died of it
_HARM = frozenset("kill die injure hurt wound perish lose leave find claim poison".split())


@cache
def _words_of(name: str, folder: str | None) -> frozenset[str]:
    return frozenset(form for word, names in load_classes(folder).items() if name in names for form in noun_forms(word))


def is_playful(text: str, folder: str | None = None) -> bool:
    """Whether the words of play outweigh those of states, the armed and crowds.

    >>> is_playful("The striker scored the second goal of the match, his tenth of the season.")
    True
    """
    words = set(_WORD.findall(text.lower()))
    play = len(words & _words_of("play", folder))
    return play >= _LEAST and play * 2 > len(words & _words_of("public", folder))


class Topic:
    """The words of an article, counted once."""

    __slots__ = ("_folder", "deeds", "engaged", "everyday", "mishaps", "playful", "walkout", "warlike")

    def __init__(self, text: str, sentences: int, folder: str | None = None) -> None:
        words = set(_WORD.findall(text.lower()))
        self._folder = folder
        self.deeds = len(words & _words_of("deed", folder))
        self.mishaps = len(words & _words_of("mishap", folder))
        self.playful = is_playful(text, folder)
        told = self.deeds + len(words & _words_of("statecraft", folder))
        self.engaged = sentences == 1 or told >= min(_ENGAGED, 1 + sentences)
        self.warlike = self.engaged and self.deeds >= max(min(_WARLIKE, 1 + sentences // 3), sentences // _SPARSE)
        trade = len(words & _words_of("trade", folder))
        labour = len(words & _words_of("labour", folder))
        self.walkout = labour >= _LEAST and labour > len(words & _words_of("airpower", folder))
        self.everyday = sentences > 2 and (told < min(_EVERYDAY, sentences - 1) or told < trade >= _TRADED)

    def is_mishap(self, grammar: Grammar, trigger: Trigger) -> bool:
        """Whether nobody did the harm that a trigger tells: a flood, an illness, a crash did."""
        if trigger.kind not in _HARMING:
            return False
        words = {token.lemma.lower() for token in grammar.tree.tokens}
        if words & _words_of("deed", self._folder):
            return False
        doers = trigger.heads("actor")
        beside = bool(words & _words_of("mishap", self._folder))
        if doers:
            struck = all("mishap" in grammar.scene.classes_at(at) for at in doers)
            return struck or (beside and not any(AGENTS & grammar.scene.classes_at(at) for at in doers))
        lemma = grammar.tree.tokens[trigger.token].lemma.lower()
        if lemma == "die" and self.deeds < _DEADLY:
            return True
        if lemma in _HARM:
            return beside or self.everyday or self.mishaps > self.deeds
        return beside and trigger.kind != "attack"

    def is_walkout(self, grammar: Grammar, trigger: Trigger) -> bool:
        """Whether a strike that seems an attack is one of workers, in an article on wages and unions."""
        if not self.walkout or grammar.tree.tokens[trigger.token].lemma.lower() != "strike":
            return False
        return trigger.kind == "attack" and not any(map(trigger.heads, ("actor", "target", "harmed")))

    def is_sport(self, grammar: Grammar) -> bool:
        """Whether a sentence tells of games, in whatever article: two words of sport and nobody armed.

        A rival team is beaten, a club attacks and a winger shoots.
        """
        words = {token.lemma.lower() for token in grammar.tree.tokens}
        return len(words & _words_of("sport", self._folder)) >= _PLAYED and not grammar.scene.is_armed()
