"""The day that an event without one of its own takes from the text around: the lead, the sentence before, none."""

import datetime
import re
from collections.abc import Sequence

from extractors.dates.dating.background import is_perfect
from extractors.language.parse import Parse
from schemas.mention import DateMention

_AFTER_DATELINE = re.compile(r"\s*(?:\([^)\n]{2,30}\))?\s*(?:[-–—:]|--)\s")
_GOES_ON = re.compile(r"(?:[Hh]ours|[Mm]inutes|[Mm]oments|[Tt]hen|[Ss]hortly|[Ww]ithin hours|[Tt]he same)\b")
_THERE = re.compile(
    r"(?:In it|During it|(?:At|During) (?:the|that|their) (?:[a-z]+ )?(?:session|meeting|summit|talks|rally|conference"
    r"|hearing|funeral|ceremony|gathering|debate))\b"
)
_ASIDE = re.compile(r",\s(?:[a-z]+ly\s)?[a-z]+(?:ed|en|un|ld|ck)\b[^,;.]*$")  # the truce, agreed by both last Friday,
_PERFECT = re.compile(r"\b(?:ha[sv]e?|is|are|been|being)\b(?:\s\w+)?\s*$|['’]ve\s*$", re.IGNORECASE)
_ENTRY = re.compile(r"\W*\d{1,2}[:.]\d\d\b")  # 16:30 -
_OPENING = 100  # characters in which a dateline stands
_LEAD, _STORY = 350, 2500  # characters: the lead, and how far its day reaches
_ENOUGH, _YEARS = 5, 400  # times that make a history, and how many days they lie back
_FAR = 300  # characters after which "hours later" no longer continues what was told


def in_dateline(text: str, date: DateMention) -> bool:
    """Whether a date stands in "DAMASCUS, Sept 13 -": it is that of the report."""
    if date.start >= _OPENING:
        return False
    before = text[: date.start].strip()
    place = before.split("(")[0].strip(" ,*")
    opens = "\n" not in before and text[: date.start].isascii()
    named = place.isupper() or (len(place.split()) <= 3 and place.istitle())
    return opens and named and bool(_AFTER_DATELINE.match(text, date.end))


def told_just_before(
    text: str, sentence: int, dates: Sequence[DateMention], *, speech: bool = False
) -> DateMention | None:
    """Hours later, at the session: the first day of the sentence before, which tells when its main event was.

    What is said belongs to the news itself unless its sentence says that it was said there.
    """
    opening = text[sentence : sentence + 40].lstrip("*- ")
    if not _THERE.match(opening) and (speech or not _GOES_ON.match(opening)):
        return None
    before = [d for d in dates if d.end <= sentence and d.precision == "day" and d.date_start]
    before = [d for d in before if not in_dateline(text, d) and not _in_aside(text, d)]
    if not before or sentence - before[-1].end > _FAR:
        return None
    first = before[-1]
    for date in reversed(before[:-1]):
        if re.search(r"[.!?]\s|\n", text[date.end : first.start]):
            break
        first = date
    return first


def _in_aside(text: str, date: DateMention) -> bool:
    """Whether a date stands in a participle between commas, which tells what came before."""
    return text[date.end : date.end + 1] == "," and bool(_ASIDE.search(text, max(0, date.start - 80), date.start))


def lead_day(
    text: str, sentence: int, trigger: int, dates: Sequence[DateMention], published: datetime.date | None
) -> DateMention | None:
    """The day on which the lead says that the story happened; not for what is told in the present or the perfect."""
    if published is None or sentence > _STORY or _PERFECT.search(text[max(sentence, trigger - 24) : trigger]):
        return None
    days = [d for d in dates if d.start < min(_LEAD, sentence) and d.precision == "day" and d.date_start]
    first = next((d for d in days if not in_dateline(text, d)), None)
    if first is None or first.basis != "relative" or first.date_start is None:
        return None
    return first if 0 < (published - first.date_start).days <= 7 else None


def is_old_result(token: int | None, parse: Parse | None, text: str, sentence: int) -> bool:
    """Whether a present perfect tells what has come to stand, not the hot news.

    Hot news is told in the lead or in an entry of a live page, which its hour opens; sentence is where the sentence
    starts in the text.
    """
    paragraph = text.rfind("\n", 0, sentence) + 1
    if token is None or parse is None or sentence <= _LEAD or _ENTRY.match(text, paragraph):
        return False
    subject = parse.tokens[token].relation == "nsubj"  # "the blasts have killed ten"
    return is_perfect(parse.tokens[token].head if subject else token, parse)


def is_history(dates: Sequence[DateMention], published: datetime.date | None) -> bool:
    """Whether most of a text's days lie years behind it: then nothing in it is the news of its publication day."""
    if published is None:
        return False
    gaps = [(published - d.date_start).days for d in dates if d.date_start and d.type in {"DATE", "TIME"}]
    return len(gaps) >= _ENOUGH and sum(gap > _YEARS for gap in gaps) * 10 >= len(gaps) * 8


def is_other_headline(text: str, sentence: tuple[int, int]) -> bool:
    """A line in title case below the first lines: the headline of another story on the page."""
    start, end = sentence
    words = [word for word in text[start:end].split() if len(word) > 3 and word[0].isalpha()]
    titled = sum(word[0].isupper() for word in words)
    closed = text[end - 1] in ".!?\"”'"
    return start > 200 and not closed and len(words) > 3 and titled * 10 >= len(words) * 8
