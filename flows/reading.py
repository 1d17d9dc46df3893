"""From the arguments of a call to its sources, and what is said on standard error about those that were refused."""

import argparse
import sys
from collections import Counter

from flows.display.terminal import one_line
from flows.sources.opening import STANDARD_INPUT, Given, Sources
from schemas.article import Reject


def sources_of(given: argparse.Namespace) -> Sources:
    """The sources that a call names.

    Raises:
        ConfigurationError: it says something about a lone text file, and there is none.
    """
    published = given.published.isoformat() if given.published else None
    return Sources(
        names=tuple(given.sources),
        given=Given(published=published, title=given.title, source_name=given.source_name),
        standard_input=sys.stdin.buffer if STANDARD_INPUT in given.sources else None,
        pattern=given.glob,
        columns=dict(given.column or ()),
    )


def tell_reject(reject: Reject) -> None:
    """Writes one line about a refusal to standard error."""
    sys.stderr.write(f"annalist: rejected {one_line(reject.origin)}: {one_line(reject.detail)}\n")


def tell_skipped(skipped: Counter[str]) -> None:
    """Writes one line about what was passed over as no article, if anything was: files of folders, records."""
    if skipped:
        told = ", ".join(f"{count:,} {kind}" for kind, count in sorted(skipped.items()))
        sys.stderr.write(f"annalist: passed over as no articles: {one_line(told)}\n")
