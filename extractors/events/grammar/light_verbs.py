"""What a verb says of the noun of an event that it governs: `lexicon/light_verbs.csv`."""

from functools import cache

from extractors.events.grammar.tables import lexicon_rows


@cache
def load_light_verbs() -> dict[str, str]:
    """By lemma: `actor` its subject does what its object names, `target` suffers it, `occur` its subject happens."""
    return {row["verb"]: row["side"] for row in lexicon_rows("light_verbs")}


def side_of(lemma: str) -> str | None:
    """The side of a verb, None for one that only speaks of events.

    >>> side_of("launch"), side_of("suffer"), side_of("condemn")
    ('actor', 'target', None)
    """
    return load_light_verbs().get(lemma)
