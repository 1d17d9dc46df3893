"""What a reader may look at: the text around its words, the publication day, and what was told before."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from extractors.dates.days import Day, Time
from extractors.dates.words import expand, words

Groups = dict[str, str | None]
_OPENING = "in|on|between|from|during|by|since|until|till|and|but|last|late|early|mid"
_CLAUSE = r"[^.;\n]*$"
_ENDED = r"(?!united|expected|scheduled|planned)[a-z]{3,}ed"  # verbs in -ed that do not look ahead
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n")
_PHRASE_ENDS = re.compile(r"[.,;:)]|$| (?:in|at|and|or|to|as|but|by|is|was|were|will|would|had|has)\b")
_STEPS_BACK = re.compile(r"\b(?:had(?! to)|after [^.;,\n]*\b(?:began|begun|started)|since)\b[^.;\n]*$")
_YEAR_AWAY, _SOON = 400, 100  # days: a told day of another year, and how far its paragraph goes on from it
_FAR = 160  # characters from a day to one that takes its year
_LEFT, _RIGHT = 70, 60


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns for the text to the left or right of an expression that say on which side of the base it lies."""

    ahead: re.Pattern[str]
    ahead_right: re.Pattern[str]
    not_ahead_right: re.Pattern[str]
    near: re.Pattern[str]
    near_right: re.Pattern[str]
    lasting: re.Pattern[str]
    past: re.Pattern[str]
    past_near: re.Pattern[str]
    opening: re.Pattern[str]
    past_right: re.Pattern[str]


@cache
def cues() -> Cues:
    """The patterns, made of the cue words of the lexicon; a weekday needs its cue in the words right beside it."""
    going = r"(?:will|shall|is to|are to|is due|are due|is set|is scheduled|is expected)"
    told = r"(?:that|said|says|told|announced|who|which|vowed|promised|if)"
    return Cues(
        ahead=re.compile(expand(rf"\b(?:{{AHEAD}}|{{AHEAD_MONTH}})\b{_CLAUSE}")),
        ahead_right=re.compile(rf"[^.;\n]{{0,45}}?\b{going}\b"),
        not_ahead_right=re.compile(rf"[^.;\n]{{0,45}}?\b{told}\b"),
        near=re.compile(
            expand(rf"\b{{AHEAD}}\b(?:(?!(?<!be )\b(?:said|says|told|{{PAST}}|{_ENDED})\b|[.,;:\n\"]).)") + r"{0,60}$"
        ),
        near_right=re.compile(rf" (?:morning |night |evening )?(?:(?:the|a) )?(?:[a-z]+ ){{0,3}}{going} "),
        lasting=re.compile(expand(rf"\b(?:{{LASTING}}|will|would)\b{_CLAUSE}")),
        past=re.compile(expand(rf"\b(?:{{PAST}}|did|since|after|said|told|[a-z]+ed)\b{_CLAUSE}")),
        opening=re.compile(rf"(?:^|\n|[.!?][\"'”’)]? )(?:{_OPENING})(?: late| early| mid)? ?-?$"),
        past_right=re.compile(expand(rf"[^.;\n]{{0,45}}?\b(?:{{PAST}}|did|{_ENDED})\b")),
        past_near=re.compile(
            expand(rf"(?<!to be )\b(?:{{PAST}}|{_ENDED})(?: [a-z]+)") + r"{0,3} (?:in|on|since)(?: late| early| mid)? $"
        ),
    )


@cache
def _other_end() -> re.Pattern[str]:
    """The second half of a range whose year stands at its end."""
    joint = r" ?(?:to|until|till|through|and|[-–—]) ?(?:the |early |late |mid-)?"
    return re.compile(expand(rf"{joint}(?:{{DD}}(?: of)? )?(?P<m>{{MONTHS}})(?: {{DD}})?,? (?P<y>{{YEAR}})"))


@dataclass(slots=True)
class Context:
    """The state of one reading of one text.

    `anchor_aside` marks an anchor told beside the story. `dated` is the time told last, `day` the last day told,
    `anchor` the last one written in full (in a history: the last one),
    `quarter` the last one that was a quarter.
    """

    text: str
    low: str
    published: Day | None
    narrative: bool = False
    start: int = 0
    end: int = 0
    anchor: Time | None = None
    dated: Time | None = None
    day: Time | None = None
    quarter: Time | None = None
    anchor_end: int = 0
    anchor_aside: bool = False
    order: str | None = None
    read: Callable[[str], Time | None] = field(default=lambda _: None)

    @property
    def base(self) -> Day | None:
        """The day from which words like "Tuesday" or "in March" are reckoned: in a history, the time told last."""
        if self.narrative and self.anchor and self.anchor.start:
            return self.anchor.start
        return None if self.narrative else self.published

    def year_to_come(self, month: int) -> int | None:
        """The year that the other end of a range brings: 12 April to 3 May 2014."""
        match = _other_end().match(self.low, self.end)
        if match is None:
            return None
        last = int(words()["month"].get(match["m"]) or words()["month_short"][match["m"].rstrip(".")])
        return int(match["y"]) - (month > last)

    def same_sentence(self) -> Day | None:
        """The first day of a time in another year, written in full before in the same sentence of a news text."""
        told = self.anchor
        if self.narrative or told is None or told.start is None or told.grain not in {"day", "month"}:
            return None
        if self.anchor_aside or self.looks() > 0:
            return None
        if self.published and abs((self.published - told.start).days) < 400:
            return None
        between = self.low[self.anchor_end : self.start]
        return None if len(between) > _FAR or _SENTENCE_ENDS.search(between) else told.start

    def steps_back(self) -> bool:
        """Whether a history looks back from where it stands: it had begun, after a siege that began."""
        return bool(_STEPS_BACK.search(self.before()))

    def follows_told(self, day: Day) -> bool:
        """Whether a day without its year follows one of another year, written in full just before it."""
        told = self.anchor
        if self.narrative or told is None or told.start is None or told.grain not in {"day", "month"}:
            return False
        if self.anchor_aside:
            return False
        if self.published and (self.published - told.start).days < _YEAR_AWAY:
            return False
        ahead = (day - told.start).days
        between = self.low[self.anchor_end : self.start]
        near = len(between) <= _FAR and "\n" not in between and len(_SENTENCE_ENDS.findall(between)) <= 1
        return near and 0 < ahead <= _SOON and self.looks() <= 0

    def before(self, width: int = _LEFT) -> str:
        """The text to the left, in lower case."""
        return self.low[max(0, self.start - width) : self.start]

    def after(self, width: int = _RIGHT) -> str:
        """The text to the right, in lower case."""
        return self.low[self.end : self.end + width]

    def looks(self) -> int:
        """1 where the clause looks ahead, -1 where it looks back (-2: right here), 0 where it says neither."""
        left, known = self.before(), cues()
        if known.ahead.search(left):
            return 1
        if known.past_near.search(left):
            return -2
        if self._right_looks_ahead(known.ahead_right):
            return 1
        if known.opening.search(left) and known.past_right.match(self.after()):
            return -2  # in January, the firm brought in a new chief
        return -1 if known.past.search(left) else 0

    def near_ahead(self) -> bool:
        """Whether the words right beside a weekday say that it lies ahead."""
        if self.after(2) == "'s":
            return False
        left = self.before()
        if cues().opening.search(left) and left.endswith(("until ", "till ")):
            return not cues().past_right.match(self.after())
        if left.endswith(" for ") and _PHRASE_ENDS.match(self.after(8)):
            return True  # a march called for Sunday; not "blamed for Sunday attacks"
        if left.endswith(("until ", "until late ", "until early ", "till ")):
            return not cues().past.search(left) or bool(cues().lasting.search(left))
        if cues().opening.search(left) and self._right_looks_ahead(cues().ahead_right):
            return True
        return self._right_looks_ahead(cues().near_right) or bool(cues().near.search(left))

    def _right_looks_ahead(self, pattern: re.Pattern[str]) -> bool:
        right = self.after()
        return bool(pattern.match(right)) and not cues().not_ahead_right.match(right)

    def capital(self, word: str | None) -> bool:
        """Whether a word of the expression is written with a capital."""
        at = self.low.find(word, self.start, self.end) if word else -1
        return at >= 0 and self.text[at].isupper()
