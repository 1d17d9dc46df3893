"""All or nothing: what stands inside a transaction is stored as a whole, or the file is as it was."""

import contextlib
from collections.abc import Iterator

import duckdb


@contextlib.contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commits at the end; on an error nothing is stored, and the error is the one that came first."""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(duckdb.Error):  # a commit that failed, or a fatal error, has ended it itself
            connection.execute("ROLLBACK")
        raise
