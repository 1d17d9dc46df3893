"""Later mentions of a person by surname."""

from collections.abc import Sequence

from extractors.actors.mentioned import Mentioned
from extractors.actors.words import Word


def with_surnames(words: Sequence[Word], found: Sequence[Mentioned]) -> list[Mentioned]:
    """Later mentions of a person by the last word of the name; also those that the parse took for somebody new."""
    if not any(one.kind in {"person", "leader"} for one in found):
        return list(found)
    persons: dict[str, Mentioned] = {}
    out: list[Mentioned] = []
    at = 0
    for one in found:
        while at < len(words) and words[at].start < one.start:
            known = persons.get(words[at].text)
            out += [_again(known, words[at])] if known else []
            at += 1
        bare = " " not in one.text and (one.kind == "person" or (one.kind == "body" and one.entry is None))
        known = persons.get(one.text) if bare else None
        out.append(_again(known, words[at]) if known and at < len(words) else one)
        if one.kind in {"person", "leader"} and " " in one.text:
            persons.setdefault(one.text.split()[-1], one)
        while at < len(words) and words[at].start < one.end:
            at += 1
    return out + [_again(persons[word.text], word) for word in words[at:] if word.text in persons]


def _again(known: Mentioned, word: Word) -> Mentioned:
    rule = "surname of a person named before"
    return known._replace(start=word.start, end=word.end, head=word.start, text=word.text, rule=rule)
