"""The evidence of one event as a person reads it: the sentence with its words marked, and the rule of each field."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from flows.display.tables import plain, table_of
from flows.display.terminal import one_line, printable
from flows.display.wording import told_date, told_kind, told_parties, told_place

Row = Mapping[str, Any]
Mark = tuple[int, int, str]
# What a rule speaks for: the fields of each group, in the order of the codebook.
GROUPS = {
    "kind": ("kind",),
    "status": ("status",),
    "claimed_by": ("claimed_by",),
    "date": ("date_edtf", "date_start", "date_end", "date_precision", "date_basis"),
    "place": (
        "place", "place_text", "latitude", "longitude", "country", "admin1", "geonameid", "place_precision",
    ),
    "actors": ("actors",),
    "targets": ("targets",),
    "about": ("about",),
    "deaths": ("deaths_low", "deaths_high"),
    "injured": ("injured_low", "injured_high"),
}  # fmt: skip
STYLES = {"event": "bold reverse", "date": "bold cyan", "place": "bold green"}
OTHER_STYLE = "bold yellow"


def explanation(event: Row) -> Iterator[RenderableType]:
    """The parts of the page: the event, its leading article, sentence and fields, and the other articles."""
    leading, *others = event["mentions"]
    summary = ", ".join(filter(None, (told_date(event), told_place(event), told_parties(event))))
    yield Text(one_line(f"{told_kind(event)}: {summary}"), style="bold")
    yield Text(f"event {event['event_id']}, told by {_articles(len(event['mentions']))}")
    yield Text("")
    yield _article_head(leading["article"])
    yield Padding(marked_quote(leading), (1, 2))
    yield table_of(("field", "value", "read from", "rule"), _field_rows(leading), whole=("field",))
    again = list(_told_again(leading))
    if again:
        yield Text("")
        yield Text("Told again in this article", style="bold")
        yield from (Padding(Text(sentence), (0, 2)) for sentence in again)
    if others:
        yield Text("")
        yield Text("Also told by", style="bold")
        for mention in others:
            yield Group(_article_head(mention["article"]), Padding(marked_quote(mention), (0, 2, 1, 2)))


def marked_quote(mention: Row) -> Text:
    """The quote with the words that carry the event, its dates, places and parties in brackets that say what they are.

    The brackets stay in a pipe and for those who see no colours.
    """
    text = mention["article"]["text"]
    shown = Text()
    at = mention["quote_start"]
    for start, end, name in _marks(mention):
        shown.append(one_line_spaced(text[at:start]))
        style = STYLES.get(name, OTHER_STYLE)
        shown.append(f"[{name}: " if name != "event" else "[", style="dim")
        shown.append(one_line_spaced(text[start:end]), style=style)
        shown.append("]", style="dim")
        at = end
    shown.append(one_line_spaced(text[at : mention["quote_end"]]))
    return shown


def one_line_spaced(text: str) -> str:
    """The text with its line ends as spaces, safe to print; unlike `one_line` it keeps spaces at its ends."""
    return printable(text).replace("\n", " ").replace("\t", " ")


def _marks(mention: Row) -> list[Mark]:
    """What to mark inside the quote, in order and without overlap: the words of the event before all others."""
    wanted = [(mention["trigger_start"], mention["trigger_end"], "event")]
    fields = ((name, span) for name, span in mention["evidence"].items() if not name.startswith("told_again"))
    wanted += [(start, end, name) for name, (start, end) in fields]
    chosen: list[Mark] = []
    for mark in wanted:
        start, end, _ = mark
        inside = mention["quote_start"] <= start < end <= mention["quote_end"]
        if inside and all(end <= other[0] or other[1] <= start for other in chosen):
            chosen.append(mark)
    return sorted(chosen)


def _field_rows(mention: Row) -> Iterator[tuple[str, str, str, str]]:
    """A row for each field that has a value; a group without one has one row that says so."""
    text, rules, evidence = mention["article"]["text"], mention["rules"], mention["evidence"]
    for group, fields in GROUPS.items():
        told = [name for name in fields if mention[name] not in (None, [], "unknown")]
        for name in told or fields[:1]:
            rule = rules.get(name) or rules.get(group) or _count_rule(group, rules)
            start, end = evidence.get(name) or (evidence.get(group, (0, 0)) if name == fields[0] else (0, 0))
            yield name, _value(mention[name]), one_line(text[start:end]), rule


def _count_rule(group: str, rules: Mapping[str, str]) -> str:
    return rules.get("counts", "") if group in ("deaths", "injured") else ""


def _told_again(mention: Row) -> Iterator[str]:
    """The other sentences of the article that tell the event, in their order."""
    spans = [tuple(span) for name, span in mention["evidence"].items() if name.startswith("told_again")]
    return (one_line(mention["article"]["text"][start:end]) for start, end in sorted(spans))


def _value(value: object) -> str:
    if value in (None, []):
        return "not stated"
    if isinstance(value, list):
        return "; ".join(_party(party) for party in value)
    return plain(value)


def _party(party: Row) -> str:
    codes = ", ".join(code for code in (party["country"], party["sector"]) if code)
    return f"{party['name']} ({codes})" if codes else str(party["name"])


def _article_head(article: Row) -> Text:
    about = [article["source"], article["published"], article["url"]]
    told = ", ".join(plain(part) for part in about if part)
    title = article["title"] or f"article {article['article_id']}"
    return Text(one_line(title), style="italic") + Text(one_line(f" ({told})") if told else "")


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
