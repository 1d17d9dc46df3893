"""The id of the rules: what was read by the same rules need not be read again."""

import hashlib
import os
from functools import cache
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = (
    "schemas",
    "extractors",
    "flows/readers",
    "flows/sources/decoding.py",
    "flows/sources/json_articles.py",
    "flows/sources/days.py",
    "flows/sources/addresses.py",
)
SUFFIXES = (".py", ".csv", ".gz", ".bin", ".json", ".cfg", ".npz", ".msgpack", "")
PACKAGES = ("trafilatura", "htmldate", "feedparser", "py3langid", "ftfy", "spacy", "dateparser")
PREFIX = "ANNALIST_"
NOT_RULES = ("ANNALIST_HOME", "ANNALIST_EVAL", "ANNALIST_DEBUG", "ANNALIST_CONTACT", "ANNALIST_NOMINATIM_CONTACT")


@cache
def rules_id(gazetteer: Path | None = None) -> str:
    """Twenty hexadecimal digits of all that decides what is read in a text: code, lexicons, model, packages.

    Files of the user's own (the folder of places, what $ANNALIST_... names) count by name, size and time of change.
    """
    found = hashlib.sha256()
    for path in sorted(_files()):
        found.update(path.relative_to(ROOT).as_posix().encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    for package in PACKAGES:
        found.update(f"{package} {_version(package)}".encode())
    for name, value in sorted(os.environ.items()):
        if name.startswith(PREFIX) and name not in NOT_RULES:
            found.update(f"{name}={value} {_stamps(Path(value))}".encode())
    if gazetteer:
        found.update(f"{_stamps(gazetteer)}".encode())
    return found.hexdigest()[:20]


def _files() -> list[Path]:
    tops = [ROOT / part for part in PARTS]
    found = [path for top in tops for path in ([top] if top.is_file() else top.rglob("*"))]
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts and path.suffix in SUFFIXES]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"


def _stamps(path: Path) -> list[tuple[str, int, int]]:
    try:
        found = [path, *path.rglob("*")] if path.is_dir() else [path]
        return sorted((str(one), one.stat().st_size, one.stat().st_mtime_ns) for one in found)
    except OSError:
        return []
