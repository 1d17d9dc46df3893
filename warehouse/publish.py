"""Gives readers a copy of the warehouse that no writer ever locks."""

import shutil
from pathlib import Path

from schemas.errors import WarehouseError
from warehouse.connection import write_connection


def publish_copy(path: Path, target: Path) -> Path:
    """The path of the copy, which replaces the one before it in one step: a reader sees the old or the new one.

    The copy is made under the writer's lock, after all is in the main file. On an error the old copy
    stays, and half a new one is written over by the next.

    Raises:
        WarehouseError: there is no warehouse, or the copy cannot be written.
    """
    if not path.is_file():
        raise WarehouseError(f"{path}: there is no warehouse")
    half = target.with_name(f"{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with write_connection(path) as connection:
            connection.execute("CHECKPOINT")
            shutil.copyfile(path, half)
            half.replace(target)
    except OSError as error:
        raise WarehouseError(f"{target}: {error.strerror or error}") from error
    return target
