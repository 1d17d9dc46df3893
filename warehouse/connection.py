"""Opens the warehouse: one writer at a time under a lock file, or any number of readers."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import filelock

from schemas.errors import WarehouseError
from warehouse.schema import migrate, schema_version

Connection = duckdb.DuckDBPyConnection
PAUSE = 0.1  # seconds between two tries to open a file that a reader holds
LOGGED = "256MB"  # a checkpoint for each 16 MB of log, which is usual, takes a third of a long load
# A load joins one batch with what stands: it spills to disk beyond this, and more threads only hold more memory.
MODEST = ("threads = 1", f"checkpoint_threshold = '{LOGGED}'")
# MB for a load. The least was enough beside 300,000 events in a file of 265 MB; a larger file gets a quarter of its
# size, lest a load starve and be done again with more, and a huge one no more than this.
LEAST, MOST = 64, 512
SAFE = ("autoinstall_known_extensions = false", "autoload_known_extensions = false", "enable_external_access = false")
# Errors about the file, not about what was asked; a commit that cannot be written is a TransactionException.
CANNOT = (
    duckdb.IOException,
    duckdb.SerializationException,
    duckdb.FatalException,
    duckdb.TransactionException,
    duckdb.OutOfMemoryException,
)
# What DuckDB says, and what we say instead.
SAYINGS = (
    (r"Could not set lock|Conflicting lock", "is in use by another process"),
    (r"not a valid DuckDB database file", "is not a DuckDB file"),
    (r"newer version|storage version|version number", "was made by a newer version of DuckDB"),
    (r"No space left|disk full|Disk quota", "cannot be written: the disk is full"),
    (r"Permission denied|Read-only file system", "cannot be opened: no permission"),
    (r"Is a directory|not a regular file", "is a folder, not a file"),
)


@contextmanager
def write_connection(path: Path, *, timeout: float = 60.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that may write, on a file of the newest schema; the file is made where there is none.

    Args:
        path: the warehouse file; the lock file stands beside it.
        timeout: seconds to wait for other writers and for readers of the file itself.

    Raises:
        WarehouseError: the file cannot be opened, locked or written.
    """
    with _lock(path, timeout), _plain_errors(path):
        connection = _open(path, timeout)
        try:
            for setting in (f"memory_limit = '{memory_limit(path.stat().st_size)}'", *MODEST):
                connection.execute(f"SET {setting}")
            migrate(connection)
            yield connection
        finally:
            connection.close()


@contextmanager
def read_connection(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that can only read this one file: nothing else on the machine, no network, no extension.

    Raises:
        WarehouseError: the file is missing, locked, unreadable, no warehouse, or made by a newer version.
    """
    if not path.is_file():
        raise WarehouseError(f"{path}: there is no warehouse")
    with _plain_errors(path):
        connection = duckdb.connect(path, read_only=True)
        try:
            for setting in SAFE:
                connection.execute(f"SET {setting}")
            if not schema_version(connection):
                raise WarehouseError("the file holds no warehouse yet")
            connection.execute("SET lock_configuration = true")
            yield connection
        finally:
            connection.close()


def memory_limit(size: int) -> str:
    """How much memory a load may take, by the bytes of the warehouse's file.

    >>> memory_limit(9_000_000), memory_limit(1 << 30), memory_limit(1 << 40)
    ('64MB', '256MB', '512MB')
    """
    return f"{min(MOST, max(LEAST, size >> 22))}MB"


def _open(path: Path, timeout: float) -> duckdb.DuckDBPyConnection:
    """Opens for writing; waits while somebody reads the file."""
    for _ in range(int(timeout / PAUSE)):
        try:
            return duckdb.connect(path)
        except duckdb.IOException as error:
            if not re.search(SAYINGS[0][0], str(error)):
                raise
            time.sleep(PAUSE)
    return duckdb.connect(path)


@contextmanager
def _lock(path: Path, timeout: float) -> Iterator[None]:
    lock = filelock.FileLock(path.with_name(f"{path.name}.lock"), timeout=timeout)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except filelock.Timeout as error:
        raise WarehouseError(f"{path}: another process has written to it for {timeout:g} seconds") from error
    except OSError as error:
        raise WarehouseError(f"{path}: {error.strerror or error}") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    """Turns what DuckDB says about the file into one line that a user can act on."""
    try:
        yield
    except CANNOT as error:
        raise WarehouseError(f"{path}: {_saying(str(error))}") from error
    except WarehouseError as error:
        told = str(error)
        raise WarehouseError(told if told.startswith(str(path)) else f"{path}: {told}") from error


def _saying(message: str) -> str:
    for pattern, saying in SAYINGS:
        if re.search(pattern, message, re.IGNORECASE):
            return saying
    return " ".join(message.split())
