"""The command line's grammar. Imports nothing but argparse and the types of options, so that help comes at once."""

import argparse
from collections.abc import Sequence
from importlib import metadata
from typing import TypeAlias

from flows.argument_types import column, day, moment, moment_from, positive, span

Parsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
FORMATS = ("table", "json", "csv")
EXPORTS = (
    "timeline", "timelinejs", "csv", "parquet", "geojson", "kml", "ics", "acled", "ged", "gdelt", "delta",
)  # fmt: skip


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="annalist",
        description="Conflict news in, coded and dated and placed events out, with the evidence for every row.",
        epilog="Exit status: 0 done, 1 something was rejected or failed, 2 the call was wrong.",
    )
    parser.add_argument("--version", action=_Version, help="print the version")
    _add_folders(parser, default=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    _add_input_commands(commands)
    _add_reading_commands(commands)
    _add_ledger_commands(commands)
    _add_schedule(commands)
    _add_gazetteer(commands)
    return parser


class _Version(argparse.Action):
    """Prints the version; the package's data are looked up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:  # noqa: A002 - argparse's
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        parser.exit(0, f"annalist {metadata.version('annalist')}\n")


def _add_input_commands(commands: Parsers) -> None:
    about = "code articles and write them as JSON Lines; needs no warehouse, no Prefect and no network"
    _add_sources(_command(commands, "extract", about), lone=True)
    about = "load articles into the warehouse; the same input twice changes nothing"
    parser = _command(commands, "ingest", about)
    _add_sources(parser, lone=True)
    _add_fetching(parser)
    about = "try again what was refused, or read what is stored in a language that there now is a coder for"
    parser = _command(commands, "replay", about)
    parser.add_argument("--stage", choices=("fetch", "read", "code"), help="refused at this stage")
    parser.add_argument("--reason", metavar="CODE", help="refused for this reason, such as no_article; or: language")
    parser.add_argument("--since", type=moment_from, metavar="MOMENT", help="refused since this moment (UTC)")
    parser.add_argument("--workers", type=positive, default=1, metavar="N", help="processes that code (default: 1)")
    _add_network(parser)


def _add_reading_commands(commands: Parsers) -> None:
    parser = _command(commands, "events", "list the events")
    _add_filters(parser)
    _add_output(parser)
    parser = _command(commands, "explain", "show the evidence of an event: the sentence, the words, the rules")
    parser.add_argument("event_id", metavar="EVENT_ID", help="its id, or the beginning of it")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="default: table")
    parser = _command(commands, "sql", "query the warehouse; nothing can be written")
    parser.add_argument("query", metavar="QUERY", help="one statement that reads, such as SELECT")
    _add_output(parser)
    parser = _command(commands, "export", "write the events to a file")
    parser.add_argument("format", metavar="FORMAT", choices=EXPORTS, help=" ".join(EXPORTS))
    parser.add_argument("-o", "--output", metavar="PATH", required=True, help="the file to write (parquet: the folder)")
    parser.add_argument("--title", metavar="TEXT", default="Timeline of events", help="headline of the timeline")
    parser.add_argument("--since-run", metavar="RUN_ID", help="with delta: what changed after this run")
    _add_filters(parser)


def _add_ledger_commands(commands: Parsers) -> None:
    _add_output(_command(commands, "runs", "list the runs of ingest and what each changed"))
    parser = _command(commands, "rejects", "list what was rejected, and why")
    parser.add_argument("--all", action="store_true", help="also what a later run got over")
    _add_output(parser)
    parser = _command(commands, "sources", "list the named sources and how they fare; mark the one that went silent")
    parser.add_argument(
        "--sources-file", metavar="FILE", help="the list (else sources.yml in the home folder, or here)"
    )
    _add_output(parser)


def _add_schedule(commands: Parsers) -> None:
    parser = _command(commands, "schedule", "ingest again and again, served by Prefect")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="actions")
    about = "stay and ingest the sources at the times given, until Ctrl-C"
    serve = actions.add_parser("serve", help=about, description=about)
    _add_folders(serve, default=argparse.SUPPRESS)
    _add_sources(serve, lone=False)
    times = serve.add_mutually_exclusive_group(required=True)
    times.add_argument("--cron", metavar="TIMES", help='minute, hour, day, month, weekday in UTC: "*/30 * * * *"')
    times.add_argument("--every", type=span, metavar="SPAN", help="pause between starts: 30s, 15m, 6h, 1d")


def _add_gazetteer(commands: Parsers) -> None:
    parser = _command(commands, "gazetteer", "look names of places up, add places, install the full GeoNames dump")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="actions")
    lookup = _action(actions, "lookup", "list the places that bear a name")
    lookup.add_argument("name", metavar="NAME", help="as written in a text")
    _add_countries(lookup, "inside this country, where other spellings of the name are tried too")
    _add_output(lookup)
    add = _action(actions, "add", "add the places of a table to those that every later run knows")
    told = "CSV with name, latitude, longitude, country; also admin1, feature, population, geonameid, aliases (a|b)"
    add.add_argument("table", metavar="FILE.csv", help=told)
    install = _action(actions, "install", "install the GeoNames dump")
    told = "with allCountries.txt, alternateNamesV2.txt and admin1CodesASCII.txt, unpacked"
    install.add_argument("folder", metavar="FOLDER", help=told)
    _add_countries(install, "only this country")
    _action(actions, "build", "build the index now rather than at the first use, and name its version")


def _action(actions: Parsers, name: str, about: str) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
    _add_folders(parser, default=argparse.SUPPRESS)
    return parser


def _add_countries(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("--country", metavar="CC", action="append", help=f"{about} (may be given several times)")


def _command(commands: Parsers, name: str, about: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
    # Said before the command, these must survive that the command does not repeat them.
    _add_folders(parser, default=argparse.SUPPRESS)
    return parser


def _add_folders(parser: argparse.ArgumentParser, default: str | None) -> None:
    group = parser.add_argument_group("where the data lie")
    group.add_argument(
        "--home", metavar="FOLDER", default=default, help="folder of all data (else $ANNALIST_HOME, else annalist-data)"
    )
    group.add_argument(
        "--warehouse", metavar="PATH", default=default, help="warehouse file (else annalist.duckdb in the home folder)"
    )


def _add_sources(parser: argparse.ArgumentParser, *, lone: bool) -> None:
    known = (
        "a file (.txt .md .html .json .jsonl .csv .xml .warc, all also .gz), a folder or pattern of them, "
        "an address (page, feed, sitemap), a named source"
    )
    told = f"{known}, or - for JSON Lines on standard input" if lone else known
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=told)
    parser.add_argument("--workers", type=positive, default=1, metavar="N", help="processes that code (default: 1)")
    parser.add_argument("--glob", metavar="PATTERN", help="of folders, only the files that match: '*.html', '2016/*'")
    parser.add_argument(
        "--column", type=column, action="append", metavar="FIELD=NAME", help="of CSV files, the column of a field"
    )
    if lone:
        group = parser.add_argument_group("what a lone text file (.txt, .md) does not say itself")
        group.add_argument("--published", type=day, metavar="DAY", help="its day of publication (YYYY-MM-DD)")
        group.add_argument("--title", metavar="TEXT", help="its headline")
        group.add_argument("--source-name", metavar="NAME", help="the outlet")


def _add_fetching(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which days of publication (needed for dated sources: .../{date}.xml)")
    group.add_argument("--since", type=day, metavar="DAY", help="only articles of this day or later")
    group.add_argument("--until", type=day, metavar="DAY", help="only articles of this day or earlier")
    _add_network(parser)


def _add_network(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("sources and the network")
    group.add_argument("--sources-file", metavar="FILE", help="the list (else sources.yml in the home folder, or here)")
    group.add_argument("--allow-private", action="store_true", help="fetch from addresses of your own network, too")


def _add_filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which events")
    group.add_argument("--kind", metavar="KIND", help="such as airstrike (see the codebook)")
    group.add_argument("--country", metavar="CC", help="two letters (ISO 3166-1), such as SY")
    group.add_argument("--since", type=day, metavar="DAY", help="that may have happened on this day or later")
    group.add_argument("--until", type=day, metavar="DAY", help="that may have happened on this day or earlier")
    group.add_argument("--status", metavar="STATUS", help="occurred, ongoing, planned, unconfirmed or negated")
    group.add_argument("--actor", metavar="NAME", help="with this in the name of a party, on any side")
    group.add_argument("--place", metavar="NAME", help="with this in the name of the place")
    group.add_argument("--source", metavar="OUTLET", help="told by this outlet")
    group.add_argument("--as-of", type=moment, metavar="MOMENT", help="as known then (a day: at its end, UTC)")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    parser.add_argument("--limit", type=positive, metavar="N", help="at most N rows")
