"""Names that no gazetteer has as they are written, but that the words beside them show to be places."""

from collections.abc import Collection, Iterator, Sequence

from extractors.places.gazetteer.lookup import Gazetteer
from extractors.places.recognition.persons import Persons
from extractors.places.recognition.rows import JOINS
from extractors.places.recognition.spotter import Spot, weightiest
from extractors.places.recognition.surroundings import Surroundings, look_around
from extractors.places.recognition.words import Word
from extractors.places.wordlists import ordinary_words, peoples

_TELLING = frozenset({"settlement", "division"})
_PLACING = frozenset({"in", "near", "countryside", "between", "verb"})
_SHORTEST = 4  # letters of a name that may be looked for in other spellings


def find_unlisted(
    text: str,
    runs: Sequence[Sequence[Word]],
    spots: Sequence[Spot],
    persons: Persons,
    gazetteer: Gazetteer,
    countries: Collection[str],
    named: Collection[tuple[int, int]] = (),
) -> Iterator[Spot]:
    """Spots for names that are spelt otherwise in the countries of the text, or that something calls a place.

    That is a noun beside the name, or the language model (`named`: spans of its places).
    """
    ends = {spot.end for spot in spots if spot.candidates}
    covered = {(spot.run[0].start, at) for spot in spots for at in range(spot.first, spot.last)}
    for run in runs:
        if len(run) == 1 and ((run[0].start, 0) in covered or not _names(run[0])):
            continue  # as most are
        free = [at for at in range(len(run)) if (run[0].start, at) not in covered]
        for first, last in _stretches(run, free):
            start, end = run[first].start, run[last - 1].bare
            if persons.cover(start, end):
                continue
            rows = any(text.endswith(join, 0, start) and start - len(join) in ends for join in JOINS)
            spot = _spot(text, run, first, last, gazetteer, countries, named, in_row=rows)
            if spot and not persons.surnames & {spot.key}:
                yield spot


def _stretches(run: Sequence[Word], free: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring words that may be a name: no everyday words at either end."""
    at = 0
    while at < len(free):
        first = last = free[at]
        while at + 1 < len(free) and free[at + 1] == last + 1 and run[last].bare == run[last].end:
            at += 1
            last = free[at]
        at += 1
        while first <= last and not _names(run[first]):
            first += 1
        while last >= first and not _names(run[last]):
            last -= 1
        if first <= last and last - first < 4:
            yield first, last + 1


def _names(word: Word) -> bool:
    known = ordinary_words()
    if word.key in known or word.bare_key in known or word.text in peoples():
        return False
    return word.text[0].isupper() or "-" in word.text


def _spot(
    text: str,
    run: Sequence[Word],
    first: int,
    last: int,
    gazetteer: Gazetteer,
    countries: Collection[str],
    named: Collection[tuple[int, int]],
    *,
    in_row: bool,
) -> Spot | None:
    start, end = run[first].start, run[last - 1].bare
    around = look_around(text, start, end)
    called = _called(around) or "near" in around.senses or ((start, end) in named and bool(around.senses & _PLACING))
    if not (called or in_row or around.senses & _PLACING):
        return None
    key = " ".join([word.key for word in run[first : last - 1]] + [run[last - 1].bare_key])
    spot = Spot(start=start, end=end, text=text[start:end], key=key, run=run, first=first, last=last)
    if len(key) >= _SHORTEST:
        spot.candidates = weightiest(gazetteer.candidates_in(text[start:end], countries))
    spot.evidence = {"respelt": 1.0} if spot.candidates else {"called a place": 1.0}
    return spot if spot.candidates or called else None


def _called(around: Surroundings) -> bool:
    """Whether a noun beside a name says that it is a town or a division."""
    of = around.head_before in _TELLING or (around.head_before == "site" and around.before[:1] == ("of",))
    return of or (around.head_after in _TELLING and not around.possessive and around.after_small)
