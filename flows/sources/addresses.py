"""One address for one article: without the traces of where a reader came from, and without mobile and AMP variants."""

import csv
import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

MIRROR = re.compile(
    r"https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?|https?://[\w-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?", re.I
)
MOBILE = re.compile(r"^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)|(?<=^[a-z]{2})\.m(?=\.)", re.I)
AMP_PATH = re.compile(r"^/amp(?=/)|(?:/amp|\.amp)/?$|\.amp(?=\.html?$)", re.I)
PORTS = {"http": ":80", "https": ":443"}


def clean_address(url: str) -> str:
    """The address without fragment and without what tells only where a reader came from; else as it is written.

    >>> clean_address("https://Herald.example/a?id=7&utm_source=rss#top")
    'https://Herald.example/a?id=7'
    """
    try:
        parts = urlsplit(url.strip())
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return url.strip()
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""  # old one-page sites name articles so
    if not any(_is_tracking(name) for name, _ in pairs):
        return parts._replace(fragment=fragment).geturl()
    query = "&".join(part for part in parts.query.split("&") if not _is_tracking(unquote(part.partition("=")[0])))
    return parts._replace(query=query, fragment=fragment).geturl()


def canonical_address(url: str) -> str:
    """The address by which an article is known: equal for its mobile and AMP variants and whatever the order of words.

    It is a name, not a place: nothing may lie there.

    >>> canonical_address("http://m.herald.example/amp/a/?b=2&a=1&fbclid=x")
    'https://herald.example/a?a=1&b=2'
    """
    mirror = MIRROR.match(url.strip())
    target = f"https://{url.strip()[mirror.end() :]}" if mirror else url
    try:
        parts = urlsplit(clean_address(target))
        host = (parts.hostname or "").rstrip(".")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return url.strip()
    if parts.scheme not in ("http", "https") or not host:
        return url.strip()
    port = "" if port == PORTS[parts.scheme] else port
    path = AMP_PATH.sub("", parts.path).rstrip("/")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return parts._replace(scheme="https", netloc=MOBILE.sub("", host) + port, path=path, query=query).geturl()


def is_same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one site, as far as the last two parts of their hosts tell."""
    try:
        hosts = [(urlsplit(url).hostname or "").split(".")[-2:] for url in (one, other)]
    except ValueError:
        return False
    return hosts[0] == hosts[1] != [""]


def declared_address(declared: str | None, fetched: str | None) -> str | None:
    """The address of a page: what it declares, unless that names another site or, for an article, the front page."""
    if not declared or not fetched:
        return declared or fetched
    try:
        is_front = urlsplit(declared).path.strip("/") == "" != urlsplit(fetched).path.strip("/")
    except ValueError:
        return fetched
    return fetched if is_front or not is_same_site(declared, fetched) else declared


@cache
def tracking_parameters() -> tuple[str, ...]:
    """Names of parameters that no article depends on (`tracking.csv`); * stands for any ending."""
    with (Path(__file__).parent / "tracking.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(row["parameter"] for row in csv.DictReader(lines))


def _is_tracking(name: str) -> bool:
    return any(fnmatchcase(name.lower(), known) for known in tracking_parameters())
