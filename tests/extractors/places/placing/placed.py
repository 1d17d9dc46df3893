"""The places of one event in a sentence, as the coder asks for them."""

from extractors.language.model import parse_sentences
from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer
from extractors.places.placing.event import EventPlace, place_event
from extractors.places.placing.governed import head_of

GAZETTEER = open_gazetteer()


def place(
    text: str, word: str, kind: str, carried: EventPlace | None = None, *, parsed: bool = True
) -> tuple[EventPlace, ...]:
    """Where the event told by the last `word` of a sentence happens; without its parse if not `parsed`."""
    start = text.rindex(word)
    span = (start, start + len(word))
    parse = parse_sentences(text, [(0, len(text))])[0] if parsed else None
    return place_event(
        find_places(text, GAZETTEER),
        text=text,
        sentence=(0, len(text)),
        trigger=span,
        kind=kind,
        carried=carried,
        parse=parse,
        token=head_of(parse, *span) if parse else None,
    )
