"""Puts a run together from what a call asks for: its sources, what fetches them, and what the warehouse remembers."""

import datetime
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import metadata
from urllib.parse import urlsplit

from flows.asking import Asked
from flows.display.progress import Teller, size_of_files
from flows.fetching.fetcher import Fetcher, Limits
from flows.fetching.hosts import Hosts
from flows.fingerprint import rules_id
from flows.loading import Run
from flows.replaying import LANGUAGE, Choice, Replay
from flows.second_opinion import SecondOpinions
from flows.settings import Settings, choose_nominatim
from flows.sources.opening import ADDRESSES, STANDARD_INPUT, Given, Sources
from flows.sources.registry import Registry, load_registry
from flows.sources.remote import Input, Remote
from flows.sources.spans import Span, dated_parts, is_dated
from warehouse.connection import write_connection
from warehouse.memory import fetch_records, known_inputs, known_units, open_rejects, stored_languages

CONTACT = "ANNALIST_CONTACT"
Clock = Callable[[], datetime.datetime]


def prepare_run(
    settings: Settings, names: Sequence[str], given: Given, asked: Asked, *, workers: int, clock: Clock
) -> Run:
    """A run over these sources.

    Raises:
        ConfigurationError: the call or the list of sources is wrong.
    """
    registry = load_registry(settings.home, asked.sources_file)
    span = Span(since=asked.since, until=asked.until)
    skipped: Counter[str] = Counter()
    remote = _remote(settings, registry, names, asked, span, skipped, clock)

    def parts(name: str) -> set[str]:
        with write_connection(settings.warehouse) as connection:
            return known_units(connection, name)

    sources = Sources(
        names=tuple(names),
        given=given,
        standard_input=sys.stdin.buffer if STANDARD_INPUT in names else None,
        fetched=remote,
        pattern=asked.pattern,
        columns=dict(asked.columns),
        named=registry.sources,
        span=span,
        known_parts=parts,
        now=clock,
        skipped=skipped,
    )
    targets = [registry.sources[name].url if name in registry.sources else name for name in names]
    count = sum(sum(1 for _ in dated_parts(target, span)) for target in targets if is_dated(target))
    return Run(
        settings,
        sources,
        workers=workers,
        started_at=clock(),
        remote=remote,
        teller=Teller(size_of_files(targets), count),
        opinions=_opinions(settings),
    )


def prepare_replay(settings: Settings, choice: Choice, asked: Asked, *, workers: int, clock: Clock) -> Run:
    """A run over what was refused."""
    registry = load_registry(settings.home, asked.sources_file)
    skipped: Counter[str] = Counter()
    with write_connection(settings.warehouse) as connection:
        rows = [row for row in open_rejects(connection) if choice.holds(row)]
        told = stored_languages(connection) if choice.reason == LANGUAGE else []
    languages = [row for row in told if choice.holds(row | {"stage": "code", "reason": LANGUAGE})]
    remote = _remote(settings, registry, [row["url"] or "" for row in rows], asked, Span(), skipped, clock)
    replay = Replay(
        home=settings.home, rows=rows, languages=languages, fetched=remote, named=registry.sources, skipped=skipped
    )
    return Run(
        settings,
        replay,
        workers=workers,
        started_at=clock(),
        remote=remote,
        teller=Teller(0),
        opinions=_opinions(settings),
    )


def _opinions(settings: Settings) -> SecondOpinions | None:
    """What asks the user's server of places, if there is one."""
    server = choose_nominatim()
    return SecondOpinions(server, settings.opinions) if server else None


def _remote(
    settings: Settings,
    registry: Registry,
    names: Sequence[str],
    asked: Asked,
    span: Span,
    skipped: Counter[str],
    clock: Clock,
) -> Remote:
    places = settings.gazetteer if settings.gazetteer.is_dir() else None

    def known(inputs: Sequence[Input]) -> set[Input]:
        with write_connection(settings.warehouse) as connection:
            return set(known_inputs(connection, rules_id(places), inputs))

    chosen = [registry.sources[name] for name in names if name in registry.sources]
    before = {}
    if any(name.startswith(ADDRESSES) for name in names) or chosen:
        with write_connection(settings.warehouse) as connection:
            before = fetch_records(connection)
    fetcher = Fetcher(
        contact=os.environ.get(CONTACT) or registry.contact,
        version=metadata.version("annalist") if _is_installed() else "0",
        limits=Limits(),
        hosts=Hosts(),
        allow_private=asked.allow_private
        or [urlsplit(one.url).netloc.lower() for one in registry.sources.values() if one.allow_private],
    )
    for source in chosen:
        fetcher.keep_pace(source.url, source.rate)
    return Remote(fetcher=fetcher, known=known, now=clock, before=before, span=span, skipped=skipped)


def _is_installed() -> bool:
    try:
        metadata.version("annalist")
    except metadata.PackageNotFoundError:
        return False
    return True
