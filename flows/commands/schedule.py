"""`annalist schedule serve`: the flow `ingest`, served by Prefect at set times."""

import argparse
import sys
from pathlib import Path

from flows.server import start_server
from flows.settings import choose_nominatim, settings_for
from flows.sources.opening import STANDARD_INPUT
from flows.sources.registry import Registry, load_registry
from schemas.errors import ConfigurationError


def run(given: argparse.Namespace) -> int:
    """Serves until it is interrupted; 0.

    Raises:
        ConfigurationError: the times are no cron expression, or a source can be read only once.
    """
    if STANDARD_INPUT in given.sources:
        raise ConfigurationError("standard input can be read only once: it cannot be scheduled")
    choose_nominatim()
    settings = settings_for(given.home, given.warehouse)
    registry = load_registry(settings.home)
    server = start_server(settings, lasting=True)
    from flows.ingest import serve_ingest  # Prefect takes a second, in which the server starts

    if server:
        server.wait()
    sys.stdout.write(f"Serving ingest {given.cron or f'every {given.every}'}; press Ctrl-C to end.\n")
    sys.stdout.flush()
    serve_ingest(
        {
            "sources": [_lasting(name, registry) for name in given.sources],
            "home": str(settings.home),
            "warehouse": str(settings.warehouse),
            "workers": given.workers,
        },
        cron=given.cron,
        every=given.every,
    )
    return 0


def _lasting(name: str, registry: Registry) -> str:
    """The source by a name that holds wherever the flow runs; a named source keeps its name."""
    is_named = name in registry.sources and not Path(name).exists()
    return name if "://" in name or is_named else str(Path(name).absolute())
