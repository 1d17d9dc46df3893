"""Events as a data frame, for notebooks. The only importer of pandas, loaded when a frame is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.connection import read_connection
from warehouse.read import EventFilter, select_events

if TYPE_CHECKING:
    import pandas

DAYS = ("date_start", "date_end")
COUNTS = ("deaths_low", "deaths_high", "injured_low", "injured_high")
CODES = ("kind", "status", "country", "date_precision", "date_basis", "place_precision")


def read_frame(warehouse: Path, chosen: EventFilter | None = None) -> pandas.DataFrame:
    """The events that pass a filter (all without one), a row each, `event_id` as index, in the order of days.

    Columns are those of the table `events`. Days are `datetime64[s]`, NaT where they are not known; counts `Int64`, NA
    where nothing is stated, so that a sum does not take an unknown toll for none; codes are categories.

    Raises:
        WarehouseError: there is no warehouse at the path.
    """
    import pandas  # half a second that only notebooks pay

    with read_connection(warehouse) as connection:
        rows = select_events(connection, chosen or EventFilter())
        columns = [str(column[0]) for column in connection.execute("SELECT * FROM events LIMIT 0").description or ()]
    frame = pandas.DataFrame(rows, columns=columns)
    kinds = dict.fromkeys(DAYS, "datetime64[s]") | dict.fromkeys(COUNTS, "Int64")
    return frame.astype(kinds | dict.fromkeys(CODES, "category")).set_index("event_id")
