"""`annalist replay`: tries again what was refused."""

import argparse
import sys

from flows.asking import Asked
from flows.commands.ingest import run_flow
from flows.replaying import LANGUAGE, Choice
from flows.settings import settings_for
from warehouse.connection import read_connection
from warehouse.memory import open_rejects, stored_languages


def run(given: argparse.Namespace) -> int:
    """Reads what is chosen once more and prints a summary; 1 if anything is refused again, else 0."""
    settings = settings_for(given.home, given.warehouse)
    choice = Choice(stage=given.stage, reason=given.reason, since=given.since)
    with read_connection(settings.warehouse) as connection:
        chosen = [row for row in open_rejects(connection) if choice.holds(row)]
        others = stored_languages(connection) if given.reason == LANGUAGE else []
    if not chosen and not others:
        sys.stdout.write("nothing to replay\n")
        return 0
    asked = Asked(sources_file=given.sources_file, allow_private=given.allow_private)
    return run_flow(settings, sources=[], workers=given.workers, asked=asked, replay=choice)
