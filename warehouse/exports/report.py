"""What every export shares: its rows, its report, and writing so that a half-written file is never seen."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas.errors import ConfigurationError

EventRow = Mapping[str, Any]  # one event with the codebook's fields as plain values, see `warehouse.read.select_events`


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """How many events were written, how many were left out, and why."""

    written: int
    left_out: int = 0
    reason: str | None = None


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file that appears only when it is complete.

    Raises:
        ConfigurationError: the path cannot be written.
    """
    with writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """Turns what the system says about a path into one line.

    Raises:
        ConfigurationError: the path cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be written ({error.strerror or error})") from error


def names_of(parties: object) -> list[str]:
    """Names of a side of an event (a list of objects with `name`)."""
    return [str(party["name"]) for party in parties] if isinstance(parties, list) else []
