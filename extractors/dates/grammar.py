"""The grammar of time expressions: rules read from data, one compiled matcher behind a test of the first word."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from extractors.dates.words import expand, rows_of, words

_GROUP = re.compile(r"\(\?P<\w+>")
_BACK = re.compile(r"\(\?P=mark\)")  # the one back reference of the rules: the same mark twice
_NAMED_YEAR = r"(?: (?P<week>week|weekend)\b)?(?:,? (?:of |in )?(?P<y>{YEAR})| (?P<rel>last|this|next) year)?(?![\w-])"
_CLASSES = {
    "months": ("month", "month_short"),
    "weekdays": ("weekday", "weekday_short"),
    "ordinals": ("ordinal",),
    "edges": ("edge", "edge_of"),
    "numbers": ("ones", "tens", "couple"),
    "abouts": ("about",),
    "vagues": ("vague",),
    "moments": ("moment", "part"),
    "seasons": ("season",),
    "references": ("reference",),
    "often": ("often",),
    "units": ("unit",),
}


@dataclass(frozen=True)
class Rule:
    """One way to write a time, and the name of the reader that knows what it means."""

    name: str
    reader: str
    pattern: str

    @cached_property
    def groups(self) -> re.Pattern[str]:
        """The pattern with its groups, for what the matcher has found."""
        return re.compile(self.pattern)


@dataclass(frozen=True)
class Grammar:
    """`starts` finds the places where an expression may begin, `matcher` says which rule (by group name) fits there."""

    rules: dict[str, Rule]
    starts: re.Pattern[str]
    matcher: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The rules of `lexicon/rules.csv` and the named days, in their order: the first that fits wins."""
    rules, firsts, branches = {}, set(), []
    for number, row in enumerate(_rows()):
        key, begun = f"r{number}", _first_words(row["starts"])
        rules[key] = Rule(row["rule"], row["reader"], expand(row["pattern"]))
        firsts |= begun
        branches.append(f"(?P<{key}>{_guard(begun)}{_plain(rules[key].pattern)})")
    return Grammar(rules, re.compile(_starts(firsts)), re.compile("|".join(branches)))


def _rows() -> list[dict[str, str]]:
    named = [
        {
            "rule": f"named day: {row['name']}",
            "reader": f"named day: {row['name']}",
            "starts": row["starts"] + " last next this",
            "pattern": f"(?:(?P<dir>last|next|this) )?{row['pattern']}{_NAMED_YEAR}",
        }
        for row in rows_of("named_days.csv")
    ]
    return named + rows_of("rules.csv")


def _first_words(starts: str) -> set[str]:
    found = set()
    for start in starts.split():
        names = _CLASSES.get(start)
        group = [word for name in names for word in words()[name]] if names else [start]
        found |= {word.split()[0] for word in group}
    return found


def _guard(begun: set[str]) -> str:
    """The letters with which a rule may begin: most rules are passed over by this one look."""
    return "(?=[" + "".join(sorted({r"\d" if word == "#" else word[0] for word in begun})) + "])"


def _starts(firsts: set[str]) -> str:
    followed = {row["word"]: expand(row["next"]) for row in rows_of("starts.csv")}
    alone = "|".join(_trie(sorted(firsts - {"#", "'", *followed})))
    led = "|".join(f"{word} (?={following})" for word, following in followed.items())
    return rf"(?<!\w)(?<!\w-)(?<![$£€#/&])(?<!\d[.,:])(?:\d|'\d|(?:{alone})s?(?!\w)|{led})"


def _trie(listed: list[str]) -> list[str]:
    """Words that begin alike share their first letter's branch: the engine tests one letter instead of all words."""
    letters = sorted({word[0] for word in listed})
    return [f"{letter}(?:{'|'.join(_rests(letter, listed))})" for letter in letters]


def _rests(letter: str, listed: list[str]) -> list[str]:
    rests = [re.escape(word[1:]) for word in listed if word[0] == letter]
    return sorted(rests, key=len, reverse=True)


def _plain(pattern: str) -> str:
    """A rule's pattern without names: in the matcher only the rule itself is a group."""
    return _BACK.sub("[/.-]", _GROUP.sub("(?:", pattern))
