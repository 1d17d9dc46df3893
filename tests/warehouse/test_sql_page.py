"""Every query of docs/sql.md runs, and the page names every table and view that users may rely on."""

import re
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.coded import article, load, tell
from warehouse.read import run_sql

PAGE = (Path(__file__).parents[2] / "docs" / "sql.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
NAMES = "articles mentions events event_actors places doubtful_places sources runs rejects kinds timeline events_acled"


def test_the_page_has_its_queries() -> None:
    assert len(QUERIES) >= 15


@pytest.mark.parametrize("name", [*NAMES.split(), "events_ged", "events_gdelt", "events_daily", "events_as_of"])
def test_the_page_names_every_relation(name: str) -> None:
    assert f"`{name}" in PAGE


def test_every_query_runs_as_a_user_runs_it(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    later = tell("Rebels shelled the mill.", place="Norvik", deaths_low=2, status="planned")
    load(connection, [article("a", tell(), later), article("b", tell())])
    connection.close()
    for query in QUERIES:
        columns, _ = run_sql(path, query)
        assert columns, query
