"""Names that no lexicon knows: persons and organisations that the language model marks, and later surnames."""

from collections.abc import Sequence
from itertools import chain

from extractors.actors.lexicon import load_titles, longest_common
from extractors.actors.mentioned import Mentioned
from extractors.actors.surnames import with_surnames
from extractors.actors.words import Word, split_words
from extractors.language.parse import Entity, Parse

_KINDS = {"PERSON": "person", "ORG": "body"}


def add_entities(
    text: str,
    words: Sequence[Word],
    found: Sequence[Mentioned],
    parses: Sequence[Parse | None],
) -> list[Mentioned]:
    """The mentions with those that only the parse tells, in order; a longer unknown name beats a bare noun in it."""
    entities = [e for parse in parses if parse is not None for e in parse.entities if e.label in _KINDS]
    inner = [(one, name) for one in found if entities and (name := _name_around(text, one, entities))]
    told = {name: one for one, name in reversed(inner)}
    parts = {id(one) for one, _ in inner}
    kept = [one for one in found if id(one) not in parts]
    spans = sorted((one.start, one.end) for one in kept)
    new: list[Mentioned] = []
    at = 0
    for entity in sorted(entities):
        while at < len(spans) and spans[at][1] <= entity.start:
            at += 1
        if at == len(spans) or spans[at][0] >= entity.end:
            made = _from_entity(text, entity)
            part = told.get(entity)
            new += [made._replace(sector=part.sector) if part else made] if made else []
    return with_surnames(words, sorted(chain(kept, new), key=lambda one: one.start))


def _name_around(text: str, one: Mentioned, entities: Sequence[Entity]) -> Entity | None:
    """The longer name of which a bare noun is only a part ("Front" in "Highland Front")."""
    if one.kind not in {"agent", "site"} or one.owner is not None or not text[one.head].isupper():
        return None
    longer = (e for e in entities if e.label == "ORG" and e.start < one.start <= one.head < e.end)
    return next((e for e in longer if text[e.start].isupper()), None)


def _from_entity(text: str, entity: Entity) -> Mentioned | None:
    told = text[entity.start : entity.end]
    start = entity.start + _titles_before(told)
    told = text[start : entity.end].rstrip("'’")
    if not told or not told[0].isupper() or told.lower() in longest_common() or "\n" in told:
        return None
    if entity.label == "PERSON" and any(word.key in _ranks() for word in split_words(told)[-2:]):
        return None  # a rank alone
    head = start + told.rfind(" ") + 1
    rule = "name of a person in the parse" if entity.label == "PERSON" else "name of an organisation in the parse"
    return Mentioned(start, start + len(told), head, _KINDS[entity.label], told, told, None, None, rule)


def _ranks() -> frozenset[str]:
    """Words that are ranks and no names: "Prime Minister"."""
    return frozenset({"minister", "secretary", "designate", "president", "spokesman", "spokeswoman"})


def _titles_before(told: str) -> int:
    """How many characters of a name are an article or titles before it ("Col. Ana Lopes")."""
    at = 0
    for word in split_words(told):
        if word.key != "the" and word.key not in load_titles():
            return word.start
        at = word.start
    return at
