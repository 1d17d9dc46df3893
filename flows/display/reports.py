"""What a run did, told to a person: on the terminal and as Prefect's artifact."""

from collections.abc import Iterator

from flows.display.terminal import one_line
from flows.loading import RunReport

SHOWN = 20  # refusals that an artifact lists


def summary(report: RunReport) -> str:
    """The lines that `annalist ingest` prints."""
    return "\n".join(_lines(report))


def markdown_report(report: RunReport) -> str:
    """The report of a run in Markdown."""
    load = report.load
    rows = [
        ("articles", load.articles_new, load.articles_changed, load.articles_unchanged, ""),
        ("mentions", load.mentions_new, load.mentions_changed, load.mentions_unchanged, load.mentions_withdrawn),
        ("events", load.events_new, load.events_changed, "", load.events_withdrawn),
    ]
    table = [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    head = [f"# Run {report.run_id}", "", "| | new | changed | unchanged | withdrawn |", "|---|---|---|---|---|"]
    tail = ["", f"{report.batches} batches, {report.seconds:.1f} seconds, {len(report.rejects)} rejected"]
    if report.outage:
        tail.append(f"- `{one_line(report.outage)}`")
    refused = [f"- `{one_line(reject.origin)}`: {one_line(reject.detail)}" for reject in report.rejects[:SHOWN]]
    return "\n".join([*head, *table, *tail, "", *refused])


def _lines(report: RunReport) -> Iterator[str]:
    load = report.load
    if report.completed:
        yield f"completed   {', '.join(report.completed)} (cut off before)"
    rejected = f", {len(report.rejects)} rejected" if report.rejects else ""
    yield (
        f"articles    {load.articles_new} new, {load.articles_changed} changed, "
        f"{load.articles_unchanged} unchanged{rejected}"
    )
    states = {
        "coded": load.inputs_coded,
        "no events": load.inputs_no_events,
        "unchanged": load.inputs_unchanged,
        "duplicate": load.inputs_duplicate,
        "other language": load.inputs_language,
        "rejected": len(report.rejects),
    }
    yield f"inputs      {', '.join(f'{count:,} {name}' for name, count in states.items() if count) or 'none'}"
    yield f"events      {load.events_new} new, {load.events_changed} changed, {load.events_withdrawn} withdrawn"
    if report.changed_nothing and (load.inputs_unchanged or load.inputs_duplicate):
        yield "Nothing changed: the warehouse already holds all of this."
    yield f"run         {report.run_id}: {report.batches} batches in {report.seconds:.1f} seconds"
