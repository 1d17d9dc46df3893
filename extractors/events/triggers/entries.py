"""The rows that tell events: `lexicon/kinds/*.csv` and a user's own folder, compiled and indexed by lemma.

A row names a kind, its words (`seize|retake/V`; V verb, N noun, A adjective, further words of an entry being its
particles), what must stand around them (`needs`), who is who there (`roles`), and codes finer than the kind's.

Needs are parts separated by spaces, all of which must hold: `obj:town` the object is of a class of `classes.csv`,
`on=fire` one with `on` has this lemma, `from|out` one such exists, `!obj` none exists. Keys are the functions of
`functions.py`. Roles say where a party stands: `actor=subj|by` takes the first that is filled, `a+b` both,
`obj.of` what hangs on the object with `of`, `within:list.mod` the party that a noun of the class `list` below names.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from extractors.events.grammar.patterns import noun_forms, verb_forms
from extractors.events.grammar.scene import AGENTS
from extractors.events.grammar.tables import Row, lexicon_rows
from schemas.errors import ConfigurationError
from schemas.vocabulary import load_kinds

DEFAULT_ROLES = {
    "V": "actor=subj target=obj",
    "N": "actor=subj|by|poss|mod target=on|against|of|at|patient|victim",
    "A": "actor=subj",
}


WEAK = AGENTS | {"animate", "number", "self"}


class Need(NamedTuple):
    """One condition: any of `keys` is filled by one of `values` (classes or lemmas); without values, filled at all."""

    absent: bool
    keys: tuple[str, ...]
    test: str
    values: frozenset[str]


Path = tuple[str, ...]
Role = tuple[str, tuple[tuple[Path, ...], ...]]  # name, alternatives, each the paths whose heads it joins


class Entry(NamedTuple):
    """One word of one row, compiled; `line` tells where it stands, `codes` are PLOVER type and mode, and CAMEO.

    `asks` are the lemmas and classes of each of which a sentence must hold one, wherever it stands.
    """

    kind: str
    pos: str
    word: str
    tail: tuple[str, ...]
    needs: tuple[Need, ...]
    roles: tuple[Role, ...]
    codes: tuple[str | None, str | None, str | None]
    line: str
    example: str
    asks: tuple[tuple[str, frozenset[str]], ...]

    @property
    def certain(self) -> str:
        """`negation` or `future` where the row's own words hold it, so that it says nothing of the status."""
        return _certain(self.needs)

    @property
    def weight(self) -> int:
        """How particular the row is: the more it asks for, the earlier it is tried."""
        return 3 * len(self.tail) + sum(_weight_of(need) for need in self.needs)


def _certain(needs: tuple[Need, ...]) -> str:
    """What of the status is part of the words that tell the event: "will retaliate", "were not let through"."""
    asked = {need.keys for need in needs if not need.absent and not need.values}
    if ("neg",) in asked:
        return "negation"
    return "future" if ("future",) in asked or ("aux",) in asked else ""


def _weight_of(need: Need) -> int:
    """A condition on things says more than one on who acts, that more than a presence, that more than an absence."""
    if need.absent:
        return 0
    if not need.values:
        return 1
    return 2 if need.values <= WEAK else 4


@cache
def load_entries(folder: str | None = None) -> Mapping[str, Mapping[str, tuple[Entry, ...]]]:
    """Entries by a form of their word and its part of speech, the most particular first; of equals the earlier row.

    A user's own rows come before the project's. By forms, because a tagger may lemmatize a word badly.

    Raises:
        ConfigurationError: a row cannot be used; the message names its file and line.
    """
    found: dict[str, dict[str, list[Entry]]] = {}
    for row in lexicon_rows("kinds", folder):
        for entry in compile_row(row):
            for form in forms_of(entry.pos, entry.word):
                found.setdefault(form, {}).setdefault(entry.pos, []).append(entry)
    return {
        form: {pos: tuple(sorted(entries, key=lambda e: -e.weight)) for pos, entries in by_pos.items()}
        for form, by_pos in found.items()
    }


@cache
def forms_of(pos: str, word: str) -> frozenset[str]:
    """The forms in which a text writes a word of an entry."""
    if pos == "V":
        return verb_forms(word)
    return noun_forms(word) if pos == "N" else frozenset({word})


def compile_row(row: Row) -> Iterable[Entry]:
    """The entries of one row, one for each of its words."""
    words, slash, pos = row["words"].rpartition("/")
    if not slash or pos not in DEFAULT_ROLES or not all(words.split("|")):
        raise ConfigurationError(f"{row.line}: words end in /V, /N or /A: {row['words']!r}")
    if row["kind"] not in load_kinds():
        raise ConfigurationError(f"{row.line}: unknown kind {row['kind']!r}")
    needs = tuple(_need(part, row) for part in row["needs"].split())
    roles = tuple(_role(part, row) for part in (row["roles"] or DEFAULT_ROLES[pos]).split())
    codes = _codes(row)
    for words_of_entry in words.split("|"):
        head, tail = _head(words_of_entry.split(), pos)
        asks = _asks(tail, needs)
        yield Entry(row["kind"], pos, head, tail, needs, roles, codes, row.line, row["example"], asks)


def _asks(tail: tuple[str, ...], needs: tuple[Need, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """What must stand in a sentence; `comp` and `comp-of` are left out, which also look at other words."""
    plain = [n for n in needs if n.values and not n.absent and n.keys != ("comp-of",) and "comp" not in n.keys]
    return (*(("lemma", frozenset({word})) for word in tail), *((need.test, need.values) for need in plain))


def _head(words: list[str], pos: str) -> tuple[str, tuple[str, ...]]:
    """The word that the others hang on: a noun's last (before `of`), a verb's first that is no adverb."""
    if pos == "N" and "of" not in words:
        return words[-1], tuple(words[:-1])
    at = 1 if len(words) > 1 and words[0].endswith("ly") and words[0] != "fly" else 0
    return words[at], tuple(words[:at] + words[at + 1 :])


def _need(part: str, row: Row) -> Need:
    told = part.lstrip("!")
    for mark, test in ((":", "class"), ("=", "lemma")):
        keys, found, values = told.partition(mark)
        if found:
            if not keys or not values:
                raise ConfigurationError(f"{row.line}: unreadable need {part!r}")
            return Need(part != told, tuple(keys.split("|")), test, frozenset(values.split("|")))
    return Need(part != told, tuple(told.split("|")), "filled", frozenset())


def _role(part: str, row: Row) -> Role:
    name, found, spec = part.partition("=")
    if not found or name not in {"actor", "target", "about", "place", "time"}:
        raise ConfigurationError(f"{row.line}: unreadable role {part!r}")
    alternatives = tuple(
        tuple(tuple(path.split(".")) for path in alternative.split("+")) for alternative in spec.split("|") if spec
    )
    return name, alternatives


def _codes(row: Row) -> tuple[str | None, str | None, str | None]:
    told = row["codes"].split(":") if row["codes"] else []
    if len(told) == 1:
        return None, None, told[0]
    plover, mode, cameo = (told + [""] * 3)[:3]
    return plover or None, mode or None, cameo or None
