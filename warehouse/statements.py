"""Reads the SQL statements in `sql/` and `checks/`; the one place that knows where they stand."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
MIGRATIONS = tuple(path.stem for path in sorted((FOLDER / "sql/migrations").glob("*.sql")))

# Views and macros bind when they are made: each stands after all that it reads.
MACROS = ("number_of_id", "best_count", "party_names", "merged_events", "events_as_of")
VIEWS = (
    "event_actors",
    "event_sides",
    "places",
    "doubtful_places",
    "sources",
    "source_health",
    "timeline",
    "events_daily",
    "events_acled",
    "events_ged",
    "events_gdelt",
)
CHECKS = tuple(path.stem for path in sorted((FOLDER / "checks").glob("*.sql")))


@cache
def read_sql(name: str) -> str:
    """The statement in `sql/<name>.sql`."""
    return (FOLDER / "sql" / f"{name}.sql").read_text("utf-8")


@cache
def read_check(name: str) -> str:
    """The rule in `checks/<name>.sql`."""
    return (FOLDER / "checks" / f"{name}.sql").read_text("utf-8")


def made_anew() -> list[str]:
    """Names of the statements that make the macros and views, in the order that they need."""
    return [f"macros/{name}" for name in MACROS] + [f"views/{name}" for name in VIEWS]
