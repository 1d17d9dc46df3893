"""Arrays of a mapped file are those that were written."""

import mmap
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from extractors.mapped import let_go
from extractors.mapped_arrays import items, map_arrays


def test_the_arrays_are_those_that_were_written(tmp_path: Path) -> None:
    """Whatever their kind and shape, and also after the memory was given back."""
    arrays: dict[str, Any] = {
        "table": np.arange(600, dtype=np.float16).reshape(20, 30),
        "words": np.array(["en", "fr", "ckb"]),
        "moves": np.array([0, 7, 1 << 31], dtype=np.uint32),
        "one": np.array(2.5, dtype=np.float32),
    }
    np.savez(tmp_path / "arrays.npz", **arrays)
    with (tmp_path / "arrays.npz").open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        mapped = map_arrays(file, data)
    for _ in range(2):
        assert {name: (array.dtype, array.tolist()) for name, array in mapped.items()} == {
            name: (array.dtype, array.tolist()) for name, array in arrays.items()
        }
        let_go(data)
    assert list(items(mapped["moves"])) == [0, 7, 1 << 31]


def test_what_is_compressed_is_refused(tmp_path: Path) -> None:
    """It would be read as numbers that nobody wrote."""
    np.savez_compressed(tmp_path / "arrays.npz", table=np.zeros(1000))
    with (tmp_path / "arrays.npz").open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        with pytest.raises(ValueError, match="compressed"):
            map_arrays(file, data)
