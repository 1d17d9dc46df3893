"""What an answer is: by its beginning, by its type, by the end of its address."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from flows.readers.sitemaps import is_sitemap

FEED = re.compile(rb"<\s*(?:[\w.-]+:)?(?:rss|feed|RDF)[\s>]", re.I)
MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I)
PROBE = 4096
TYPES = {
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/jsonlines": ".jsonl",
    "text/csv": ".csv",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/warc": ".warc",
}
DATA = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".md", ".txt", ".warc")


def kind_of_answer(data: bytes, content_type: str | None, url: str) -> str | None:
    """feed, sitemap, page, or the end of the name of such a file; None where it is nothing that is read."""
    told = (content_type or "").split(";")[0].strip().lower()
    head = data[:PROBE]
    if is_sitemap(data):
        return "sitemap"
    if FEED.search(head) and not MARKUP.match(head.lstrip()):
        return "feed"
    if "html" in told or (MARKUP.search(head) and told in ("", "text/plain", "application/octet-stream")):
        return "page"
    if told.endswith(("/xml", "+xml")):
        return "feed"
    suffix = PurePosixPath(urlsplit(url).path.lower().removesuffix(".gz")).suffix
    return TYPES.get(told) if told in TYPES and suffix not in DATA else suffix if suffix in DATA else None
