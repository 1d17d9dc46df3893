"""The list of named sources, `sources.yml`: checked when it is read, each fault with its line. Imports yaml."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from schemas.errors import ConfigurationError
from schemas.fetch import NamedSource

FILE = "sources.yml"
KINDS = ("feed", "sitemap", "page")
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}")
SCHEDULE = re.compile(r"[1-9][0-9]{0,5}[smhd]|(?:\S+ ){4}\S+")
TOP = ("contact", "sources")
MAX_BYTES = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """The named sources by name, and how a site's owner can reach whoever runs this."""

    path: Path
    sources: Mapping[str, NamedSource] = field(default_factory=dict)
    contact: str | None = None


def load_registry(home: Path, given: str | None = None) -> Registry:
    """The list in the file that is given, else in `sources.yml` of the home folder or of the current one; else none.

    Raises:
        ConfigurationError: the file is missing or something in it is wrong; the message names the line.
    """
    if given:
        return read_registry(Path(given))
    for path in (home / FILE, Path(FILE)):
        if path.is_file():
            return read_registry(path)
    return Registry(path=home / FILE)


def read_registry(path: Path) -> Registry:
    """The list in a file.

    Raises:
        ConfigurationError: as in `load_registry`.
    """
    import yaml  # only who has named sources pays for it

    try:
        text = path.read_bytes()[:MAX_BYTES].decode("utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except OSError as error:
        raise ConfigurationError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8") from error
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise ConfigurationError(f"{path}{line}: {getattr(error, 'problem', None) or 'not YAML'}") from error
    return _Checker(path).registry(root)


def _one_of(words: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda text: text in words


def _number(low: float, high: float) -> Callable[[str], bool]:
    def check(text: str) -> bool:
        try:
            return low <= float(text) <= high
        except ValueError:
            return False

    return check


# For each field: what it must be, in words, and the test.
FIELDS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "name": ("small letters, digits, points and hyphens", lambda text: bool(NAME.fullmatch(text))),
    "url": ("an address, a file or a folder", bool),
    "outlet": ("a name", bool),
    "country": ("two capital letters (ISO 3166-1)", lambda text: bool(re.fullmatch("[A-Z]{2}", text))),
    "language": ("two or three small letters (ISO 639)", lambda text: bool(re.fullmatch("[a-z]{2,3}", text))),
    "kind": (" or ".join(KINDS), _one_of(KINDS)),
    "schedule": ("a span (30m, 6h, 1d) or five fields of cron", lambda text: bool(SCHEDULE.fullmatch(text))),
    "licence": ("a note", bool),
    "rate": ("seconds between two requests, 0 to 3600", _number(0, 3600)),
    "trust": ("a number from 0 to 1", _number(0, 1)),
    "allow_private": ("true or false", _one_of(("true", "false"))),
}
NUMBERS = ("rate", "trust")


class _Checker:
    """Walks through the nodes of a list and says where what is wrong stands."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def registry(self, root: Any) -> Registry:
        """The list."""
        if root is None:
            return Registry(path=self.path)
        top = {name: node for name, node, _ in self._pairs(root, TOP)}
        contact = self._text(top["contact"]) if "contact" in top else None
        entries = top.get("sources")
        if entries is not None and entries.id != "sequence":
            self._fail(entries, "sources must be a list: each begins with a hyphen")
        sources: dict[str, NamedSource] = {}
        for node in entries.value if entries else ():
            source = self._source(node)
            if source.name in sources:
                self._fail(node, f"the name {source.name!r} stands twice")
            twin = next((name for name, other in sources.items() if other.url == source.url), None)
            if twin:  # its articles would count for one of the two, and the other would seem silent
                self._fail(node, f"{source.name!r} has the address of {twin!r}")
            sources[source.name] = source
        return Registry(path=self.path, sources=sources, contact=contact)

    def _source(self, node: Any) -> NamedSource:
        told: dict[str, Any] = {}
        for name, value, _ in self._pairs(node, (*FIELDS, "columns")):
            if name == "columns":
                told[name] = tuple((field, self._text(column)) for field, column, _ in self._pairs(value, None))
                continue
            expected, check = FIELDS[name]
            text = self._text(value)
            if not check(text):
                self._fail(value, f"{name} must be {expected}, not {text!r}")
            told[name] = float(text) if name in NUMBERS else text == "true" if name == "allow_private" else text
        for name in ("name", "url"):
            if name not in told:
                self._fail(node, f"a source without {name}")
        return NamedSource(**told)

    def _pairs(self, node: Any, allowed: tuple[str, ...] | None) -> Iterator[tuple[str, Any, Any]]:
        """Name, value and key of each entry of a mapping."""
        if node.id != "mapping":
            self._fail(node, "a mapping was expected (name: value)")
        seen: set[str] = set()
        for key, value in node.value:
            name = self._text(key)
            if allowed is not None and name not in allowed:
                self._fail(key, f"unknown: {name!r} (known: {', '.join(allowed)})")
            if name in seen:
                self._fail(key, f"{name!r} stands twice")
            seen.add(name)
            yield name, value, key

    def _text(self, node: Any) -> str:
        if node.id != "scalar":
            self._fail(node, "one value was expected")
        return str(node.value).strip()

    def _fail(self, node: Any, said: str) -> None:
        raise ConfigurationError(f"{self.path}:{node.start_mark.line + 1}: {said}")
