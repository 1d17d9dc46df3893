"""`annalist explain`: the evidence of one event."""

import argparse

from flows.display.evidence import explanation
from flows.display.tables import show, write_json
from flows.settings import settings_for
from warehouse.connection import read_connection
from warehouse.read import find_event


def run(given: argparse.Namespace) -> int:
    """Prints where an event stands, which rule gave each field, and who else tells it; 0."""
    with read_connection(settings_for(given.home, given.warehouse).warehouse) as connection:
        event = find_event(connection, given.event_id)
    if given.format == "json":
        write_json([event])
    else:
        show(*explanation(event))
    return 0
