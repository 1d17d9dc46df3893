"""GeoJSON (RFC 7946): longitude before latitude, null geometry for what has no point, days in `when` (GeoJSON-T)."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from warehouse.exports.csv_table import COLUMNS, SIDES
from warehouse.exports.report import EventRow, ExportReport, names_of, write_whole

_POINT = ("latitude", "longitude")


def write_geojson(rows: Sequence[EventRow], path: Path, *, title: str = "Events") -> ExportReport:
    """Writes one feature collection; events without a point are kept, with a null geometry."""
    collection = {"type": "FeatureCollection", "name": title, "features": [_feature(row) for row in rows]}
    write_whole(path, json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8"))
    return ExportReport(written=len(rows))


def _feature(row: EventRow) -> dict[str, Any]:
    placed = row.get("latitude") is not None and row.get("longitude") is not None
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]} if placed else None
    feature = {"type": "Feature", "id": row.get("event_id"), "geometry": point, "properties": _properties(row)}
    if row.get("date_start") and row.get("date_end"):
        span = {"start": {"in": str(row["date_start"])}, "end": {"in": str(row["date_end"])}}
        feature["when"] = {"timespans": [span]}
    return feature


def _properties(row: EventRow) -> dict[str, Any]:
    told = {name: row.get(name) for name in COLUMNS if name not in _POINT}
    sides = {side: names_of(row.get(side)) for side in SIDES}
    return {name: _plain(value) for name, value in (told | sides).items()}


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, str | int | float | bool | list) else str(value)
