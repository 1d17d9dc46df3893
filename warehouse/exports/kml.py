"""KML 2.2: a placemark for every event that has a point, longitude before latitude, its days as a time span."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

from warehouse.exports.report import EventRow, ExportReport, names_of, write_whole
from warehouse.exports.timeline import when_of, where_of

NAMESPACE = "http://www.opengis.net/kml/2.2"
# What XML 1.0 cannot hold; article text may carry it.
_UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


def write_kml(rows: Sequence[EventRow], path: Path, *, title: str = "Events") -> ExportReport:
    """Writes the events that have a point; the others are counted."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}kml")
    document = _add(root, "Document")
    _add(document, "name", title)
    placed = [row for row in rows if row.get("latitude") is not None and row.get("longitude") is not None]
    for row in placed:
        _placemark(document, row)
    write_whole(path, ET.tostring(root, encoding="utf-8", xml_declaration=True))
    left = len(rows) - len(placed)
    return ExportReport(written=len(placed), left_out=left, reason="no point known" if left else None)


def _placemark(document: ET.Element, row: EventRow) -> None:
    mark = _add(document, "Placemark")
    mark.set("id", str(row["event_id"]))
    status = "" if row.get("status") == "occurred" else f" ({row.get('status')})"
    _add(mark, "name", f"{str(row['kind']).replace('_', ' ')}{status}")
    _add(mark, "description", _description(row))
    if row.get("date_start") and row.get("date_end"):
        span = _add(mark, "TimeSpan")
        _add(span, "begin", str(row["date_start"]))
        _add(span, "end", str(row["date_end"]))
    _add(_add(mark, "Point"), "coordinates", f"{row['longitude']},{row['latitude']}")


def _description(row: EventRow) -> str:
    sides = [", ".join(names_of(row.get(side))) for side in ("actors", "targets")]
    told = [when_of(row), where_of(row), " → ".join(side for side in sides if side), str(row.get("quote") or "")]
    return "\n".join(part for part in told if part)


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    child.text = text.translate(_UNWRITABLE) if text else None
    return child
