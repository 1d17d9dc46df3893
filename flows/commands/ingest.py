"""`annalist ingest`: runs the Prefect flow and says what changed."""

import argparse
import sys

from flows.reading import sources_of, tell_reject, tell_skipped
from flows.server import start_server
from flows.settings import settings_for
from warehouse.connection import write_connection


def run(given: argparse.Namespace) -> int:
    """Loads the sources and prints a summary; 1 if anything was refused, else 0."""
    sources = sources_of(given)  # a wrong call and an unusable warehouse are said before anything is started
    settings = settings_for(given.home, given.warehouse)
    with write_connection(settings.warehouse):
        server = start_server(settings)
    from flows.ingest import ingest  # noqa: PLC0415 - Prefect takes a second, in which the server starts
    from flows.reports import summary  # noqa: PLC0415 - likewise

    if server:
        server.wait()
    report = ingest(
        sources=list(sources.names),
        home=str(settings.home),
        warehouse=str(settings.warehouse),
        workers=given.workers,
        given=sources.given,
    )
    for reject in report.rejects:
        tell_reject(reject)
    tell_skipped(report.skipped)
    sys.stdout.write(f"{summary(report)}\n")
    return 1 if report.rejects else 0
