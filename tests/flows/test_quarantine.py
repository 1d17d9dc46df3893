"""The bytes of what was refused are kept once, or the call says why they cannot be."""

from pathlib import Path

import pytest

from flows.quarantine import keep, kept_bytes
from schemas.article import Reject
from schemas.errors import WarehouseError

REFUSED = Reject(origin="a.html", reason="no_article", detail="no article found on the page", content=b"<html></html>")


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    kept = [keep(tmp_path, REFUSED).quarantine for _ in range(2)]
    assert kept[0] == kept[1]
    assert kept_bytes(tmp_path, str(kept[0])) == REFUSED.content
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_cannot_be_kept_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "quarantine").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(WarehouseError, match=r"quarantine/.*: Not a directory"):
        keep(tmp_path, REFUSED)
