"""Warehouses in a folder that goes away."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import write_connection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "annalist.duckdb"


@pytest.fixture
def connection(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with write_connection(path) as opened:
        yield opened
