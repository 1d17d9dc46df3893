"""What a call asks of a run beside its sources."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a call asks for beside its sources.

    `sources_file` is the list of named sources (None: in the home folder), `columns` name the columns of CSV files.
    """

    since: datetime.date | None = None
    until: datetime.date | None = None
    pattern: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    sources_file: str | None = None
    allow_private: bool = False
