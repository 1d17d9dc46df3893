"""KML: well-formed whatever articles hold, longitude first, days as a span."""

import xml.etree.ElementTree as ET
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.exports.test_exports import ROW, UNDATED
from warehouse.exports.formats import FORMATS
from warehouse.exports.kml import NAMESPACE

NAMES = {"k": NAMESPACE}


def test_a_placemark_has_longitude_first_and_its_days(tmp_path: Path) -> None:
    report = FORMATS["kml"]([ROW, UNDATED], tmp_path / "e.kml", title="Name")
    assert (report.written, report.left_out) == (1, 1)
    (mark,) = ET.parse(tmp_path / "e.kml").getroot().iterfind(".//k:Placemark", NAMES)  # we wrote it
    assert mark.findtext("k:Point/k:coordinates", namespaces=NAMES) == "37.0,36.6"
    assert mark.findtext("k:TimeSpan/k:begin", namespaces=NAMES) == "2021-06-08"


@given(st.text(max_size=30))
def test_any_text_gives_well_formed_xml(quote: str) -> None:
    path = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path.cwd()  # hypothesis and tmp_path do not mix
    target = path / "annalist-test.kml"
    FORMATS["kml"]([ROW | {"quote": quote}], target)
    document = ET.parse(target)  # we wrote it
    target.unlink()
    assert document.getroot().tag == f"{{{NAMESPACE}}}kml"
