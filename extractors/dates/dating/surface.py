"""Which event of its sentence a time expression dates, without a parse: by the clause words between the two."""

import re

from extractors.dates.dating.governance import Reach

_BREAK = re.compile(r"[;:]|\b(?:after|before|since|when|which|who|whom|that|while|as|but|where)\b")
_BACKGROUND = re.compile(r"\b(?:which|who|whom|that|where)\b[^,.;]*$")
_ASIDE = re.compile(r",\s+(?:which|who|whose|whom|where)\b[^,;]*$")


def reach_on_surface(text: str, span: tuple[int, int], trigger: tuple[int, int], sentence: int) -> Reach | None:
    """How the expression at `span` reaches the event at `trigger`; None if a clause of its own holds it."""
    inside = trigger[0] <= span[0] and span[1] <= trigger[1]
    between = "" if inside else text[span[1] : trigger[0]] if span[1] <= trigger[0] else text[trigger[1] : span[0]]
    since = text[max(0, span[0] - 7) : span[0]].lower().endswith("since ")
    breaks = len(_BREAK.findall(between)) - since
    background = span[0] > trigger[1] and _BACKGROUND.search(text, max(sentence, trigger[1]), span[0])
    aside = span[1] <= trigger[0] and "," in between and _ASIDE.search(text, sentence, span[0])
    return None if (background and not since) or aside else Reach(min(max(breaks, 0), 4), since)
