"""SOURCE to articles: files, folders and standard input, one piece at a time and in a fixed order."""

import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from flows.decoding import decode_page, decode_text
from flows.json_articles import make_article, read_day
from flows.json_sources import read_json_file, read_lines
from schemas.article import Article, Reject
from schemas.errors import ConfigurationError, SourceError

MAX_BYTES = 8_000_000  # of a text or page
TEXTS = (".txt", ".md")
PAGES = (".html", ".htm")
STANDARD_INPUT = "-"

Piece = Article | Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the call says about a lone text file that the text does not say."""

    published: str | None = None
    title: str | None = None
    source_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What to read. `skipped` counts, while reading, the files of folders whose suffix tells no known format."""

    names: tuple[str, ...]
    given: Given = Given()
    standard_input: BinaryIO | None = None
    skipped: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        if self.given != Given() and not (len(self.names) == 1 and self.names[0].lower().endswith(TEXTS)):
            raise ConfigurationError("--published, --title and --source-name go with one text file (.txt, .md)")

    def read(self) -> Iterator[Piece]:
        """Every article and every refusal, in the order of the sources; folders by name, lines by number."""
        for name in self.names:
            yield from self._read_source(name)

    def _read_source(self, name: str) -> Iterator[Piece]:
        path = Path(name)
        if name == STANDARD_INPUT:
            yield from read_lines(self.standard_input, "-") if self.standard_input else ()
        elif name.startswith(("http://", "https://")):
            yield Reject(origin=name, reason="unsupported", detail="addresses are not read yet: save the page first")
        elif path.is_dir():
            yield from self._read_folder(path, set())
        elif path.exists() or path.is_symlink():
            yield from self._read_file(path)
        else:
            yield Reject(origin=name, reason="missing", detail="there is no such file or folder")

    def _read_folder(self, folder: Path, seen: set[tuple[int, int]]) -> Iterator[Piece]:
        """Reads each folder once, whatever links lead to it; hidden files are nobody's articles."""
        try:
            about = folder.stat()
            entries = sorted(folder.iterdir(), key=lambda path: path.name)
        except OSError as error:
            yield _refused(folder, error)
            return
        if (about.st_dev, about.st_ino) in seen:
            return
        seen.add((about.st_dev, about.st_ino))
        for path in (entry for entry in entries if not entry.name.startswith(".")):
            if path.is_dir():
                yield from self._read_folder(path, seen)
            elif path.suffix.lower() in READERS:
                yield from self._read_file(path)
            else:
                self.skipped[path.suffix.lower() or path.name] += 1

    def _read_file(self, path: Path) -> Iterator[Piece]:
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            formats = " ".join(READERS)
            yield Reject(origin=str(path), reason="unsupported", detail=f"not one of the known formats: {formats}")
            return
        try:
            _check_regular(path)
            yield from reader(path, self.given)
        except (OSError, SourceError) as error:
            yield _refused(path, error)


def _read_text(path: Path, given: Given) -> Iterator[Piece]:
    yield make_article(
        text=decode_text(_bytes_of(path)),
        published=read_day(given.published),
        title=given.title,
        source=given.source_name,
        origin=str(path),
    )


def _read_html(path: Path, _given: Given) -> Iterator[Piece]:
    from extractors.pages import read_page  # noqa: PLC0415 - only pages pay for it

    page = read_page(decode_page(_bytes_of(path)))
    try:
        published = read_day(page.published)
    except SourceError:
        published = None  # a page's own words, in whatever form: what is no ISO date is not known
    yield make_article(
        text=page.text,
        url=page.url,
        title=page.title,
        source=page.source,
        published=published,
        language=page.language,
        origin=str(path),
    )


def _read_lines(path: Path, _given: Given) -> Iterator[Piece]:
    with path.open("rb") as lines:
        yield from read_lines(lines, str(path))


def _read_json(path: Path, _given: Given) -> Iterator[Piece]:
    yield from read_json_file(path)


def _check_regular(path: Path) -> None:
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for without end
        raise SourceError("not a regular file")


def _bytes_of(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        SourceError: it is empty or too large.
    """
    with path.open("rb") as content:
        data = content.read(MAX_BYTES + 1)
    if not data.strip():
        raise SourceError("the file is empty")
    if len(data) > MAX_BYTES:
        raise SourceError(f"larger than {MAX_BYTES:,} bytes")
    return data


def _refused(path: Path, error: OSError | SourceError) -> Reject:
    if isinstance(error, OSError):
        return Reject(origin=str(path), reason="unreadable", detail=(error.strerror or str(error)).lower())
    return Reject(origin=str(path), reason="not_readable", detail=str(error))


READERS: dict[str, Callable[[Path, Given], Iterable[Piece]]] = {
    **dict.fromkeys(TEXTS, _read_text),
    **dict.fromkeys(PAGES, _read_html),
    ".jsonl": _read_lines,
    ".json": _read_json,
}
