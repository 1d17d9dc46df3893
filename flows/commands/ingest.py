"""`annalist ingest`: runs the Prefect flow and says what changed."""

import argparse
import sys
from typing import Any

from flows.asking import Asked
from flows.display.terminal import one_line
from flows.loading import RunReport
from flows.reading import sources_of, tell_reject, tell_skipped
from flows.server import start_server
from flows.settings import Settings, choose_nominatim, settings_for
from flows.sources.registry import load_registry
from flows.sources.spans import Span, dated_parts, is_dated
from warehouse.connection import write_connection


def run(given: argparse.Namespace) -> int:
    """Loads the sources and prints a summary; 1 if anything was refused, else 0."""
    sources = sources_of(given)  # a wrong call and an unusable warehouse are said before anything is started
    settings = settings_for(given.home, given.warehouse)
    registry = load_registry(settings.home, given.sources_file)
    span = Span(since=given.since, until=given.until)
    for name in sources.names:
        target = registry.sources[name].url if name in registry.sources else name
        if is_dated(target):
            next(dated_parts(target, span), None)
    asked = Asked(
        since=given.since,
        until=given.until,
        pattern=given.glob,
        columns=tuple(given.column or ()),
        sources_file=given.sources_file,
        allow_private=given.allow_private,
    )
    return run_flow(settings, sources=list(sources.names), workers=given.workers, given=sources.given, asked=asked)


def run_flow(settings: Settings, **parameters: Any) -> int:
    """Runs the flow and prints its summary; 1 if anything was refused or a server of places failed, else 0."""
    choose_nominatim()  # a wrong address is said before anything is started
    with write_connection(settings.warehouse):
        server = start_server(settings)
    from flows.display.reports import summary  # likewise
    from flows.ingest import ingest  # Prefect takes a second, in which the server starts

    if server:
        server.wait()
    report: RunReport = ingest(home=str(settings.home), warehouse=str(settings.warehouse), **parameters)
    for reject in report.rejects:
        tell_reject(reject)
    tell_skipped(report.skipped)
    if report.outage:
        sys.stderr.write(f"annalist: {one_line(report.outage)}\n")
    sys.stdout.write(f"{summary(report)}\n")
    return 1 if report.rejects or report.outage else 0
