"""Every row of the event lexicon finds its own example, with the parties that the row says it has."""

import re
from functools import cache
from itertools import accumulate
from pathlib import Path

import pytest

from extractors.events.choice.selection import select_triggers
from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.scene import Scene
from extractors.events.grammar.tables import Row, lexicon_rows
from extractors.events.grammar.trigger import Trigger
from extractors.events.triggers.entries import load_entries
from extractors.events.triggers.finder import find_triggers
from extractors.language.model import parse_sentences
from extractors.language.parse import Parse
from extractors.language.tree import Tree
from schemas.errors import ConfigurationError
from schemas.vocabulary import load_kinds

ROWS = list(lexicon_rows("kinds"))
MISREAD = 0.18  # share of examples that the parser may misread


@cache
def parsed_examples() -> dict[str, Parse]:
    """All examples parsed at once: alone each would cost ten times as much."""
    text = "\n".join(row["example"] for row in ROWS)
    ends = list(accumulate(len(row["example"]) + 1 for row in ROWS))
    spans = [(end - 1 - len(row["example"]), end - 1) for row, end in zip(ROWS, ends, strict=True)]
    return {row["example"]: parse for row, parse in zip(ROWS, parse_sentences(text, spans), strict=True)}


def told_in(text: str, folder: str | None = None) -> tuple[Tree, list[Trigger]]:
    parse = parsed_examples().get(text) or parse_sentences(text, [(0, len(text))])[0]
    tree = Tree(parse)
    grammar = Grammar(Scene(tree, folder=folder))
    return tree, select_triggers(grammar, find_triggers(grammar, 0, load_entries(folder)))


def is_found(row: Row) -> bool:
    """Whether a row finds its example, with the parties that it says are there."""
    tree, triggers = told_in(row["example"])
    mine = [trigger for trigger in triggers if trigger.kind == row["kind"]]
    for part in row["expect"].split():
        role, names = part.split("=")
        heads = [head for trigger in mine for head in trigger.heads(role)]
        spread = heads + [kid for head in heads for kid in tree.kids(head, "conj")]
        if not set(names.split("|")) <= {tree.tokens[head].text for head in spread}:
            return False
    return bool(mine)


def test_rows_find_their_examples() -> None:
    """All but the few whose short example the parser misreads."""
    missed = [f"{row.line}: {row['example']}" for row in ROWS if not is_found(row)]
    assert len(missed) <= len(ROWS) * MISREAD, missed


def test_every_kind_has_rows() -> None:
    assert {row["kind"] for row in ROWS} == set(load_kinds())


def test_rows_stand_once() -> None:
    keys = [(row["kind"], row["words"], row["needs"]) for row in ROWS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("need", sorted({need for row in ROWS for need in row["needs"].split() if ":" in need}))
def test_rows_ask_for_known_classes(need: str) -> None:
    known = {row["class"] for row in lexicon_rows("classes")}
    assert set(need.partition(":")[2].split("|")) <= known


HEAD = "kind,words,needs,roles,codes,example,expect\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("skirmish,tangle/V,,,,The troops tangled.,", "own.csv:2: unknown kind 'skirmish'"),
        ("clash,tangle,,,,The troops tangled.,", "own.csv:2: words end in /V, /N or /A: 'tangle'"),
        ("clash,tangle/V,subj:,,,The troops tangled.,", "own.csv:2: unreadable need 'subj:'"),
        ("clash,tangle/V,,winner=subj,,The troops tangled.,", "own.csv:2: unreadable role 'winner=subj'"),
        ("clash,tangle/V", "own.csv:2: 7 cells are wanted"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "own.csv").write_text(HEAD + line + "\n")
    with pytest.raises(ConfigurationError, match=re.escape(said)):
        load_entries(str(tmp_path))


def test_a_folder_adds_words(tmp_path: Path) -> None:
    (tmp_path / "kinds").mkdir()
    row = "clash,tangle/V,with,actor=subj+with target=,,The troops tangled with the rebels.,actor=troops|rebels"
    (tmp_path / "kinds" / "own.csv").write_text(HEAD + row + "\n")
    assert not told_in("The troops tangled with the rebels.")[1]
    assert [trigger.kind for trigger in told_in("The troops tangled with the rebels.", str(tmp_path))[1]] == ["clash"]
