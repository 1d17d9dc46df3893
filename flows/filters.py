"""The filters of `events` and `export`, from the arguments of a call."""

import argparse
import sys

from flows.display.wording import counted_events
from schemas.errors import ConfigurationError
from warehouse.read import EventFilter

NAMES = ("kind", "country", "since", "until", "status", "actor", "place", "source", "as_of")


def filter_of(given: argparse.Namespace) -> EventFilter:
    """Which events a call asks for.

    Raises:
        ConfigurationError: a code is unknown, or the span ends before it begins.
    """
    country = given.country and given.country.upper()
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise ConfigurationError(f"a country is given by two letters (ISO 3166-1, SY), not {given.country!r}")
    return EventFilter(**{name: getattr(given, name) for name in NAMES} | {"country": country})


def is_filtered(given: argparse.Namespace) -> bool:
    """Whether a call asks for some of the events only."""
    return any(getattr(given, name) is not None for name in NAMES)


def tell_undated(count: int) -> None:
    """Writes one line to standard error about undated events, which no span of days can hold."""
    if count:
        sys.stderr.write(f"annalist: --since or --until leaves out {counted_events(count)} without a day\n")
