"""`annalist extract`: articles in, JSON Lines out."""

import argparse
import sys

from flows.coding import Coders
from flows.reading import sources_of, tell_reject, tell_skipped
from flows.settings import settings_for
from schemas.article import Reject


def run(given: argparse.Namespace) -> int:
    """Writes one line for each article to standard output; 1 if anything was refused, else 0."""
    sources = sources_of(given)
    refused = 0
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text file in every run of the command
    with Coders(given.workers, settings_for(given.home, given.warehouse).gazetteer) as coders:
        for outcome in coders.code(sources.read()):
            if isinstance(outcome, Reject):
                refused += 1
                tell_reject(outcome)
            else:
                sys.stdout.write(f"{outcome}\n")
    tell_skipped(sources.skipped)
    return 1 if refused else 0
