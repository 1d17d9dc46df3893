"""Keeps the bytes of what was refused, each content once, so that it can be tried again."""

import dataclasses
import hashlib
from pathlib import Path

from schemas.article import Reject
from schemas.errors import SourceError, WarehouseError

FOLDER = "quarantine"


def keep(home: Path, reject: Reject) -> Reject:
    """The refusal with the name of the file, below the home folder, that now keeps its bytes.

    Raises:
        WarehouseError: the file cannot be written.
    """
    if not reject.content:
        return reject
    digest = hashlib.sha256(reject.content).hexdigest()
    name = f"{FOLDER}/{digest[:2]}/{digest}"
    path = home / name
    try:
        _write(path, reject.content)
    except OSError as error:
        raise WarehouseError(f"{path}: {error.strerror or error}") from error
    return dataclasses.replace(reject, quarantine=name, content=None)


def _write(path: Path, content: bytes) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.write_bytes(content)
        half.replace(path)


def kept_bytes(home: Path, name: str) -> bytes:
    """The bytes that were kept under this name.

    Raises:
        SourceError: they are gone.
    """
    try:
        return (home / name).read_bytes()
    except OSError as error:
        raise SourceError(f"the bytes that were kept are gone: {name}") from error
