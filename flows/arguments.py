"""The arguments of every command. Imports nothing but argparse, so that help comes at once."""

import argparse
import datetime
from importlib import metadata
from typing import TypeAlias

Parsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="annalist",
        description="Conflict news in, coded and dated and placed events out, with the evidence for every row.",
        epilog="Exit status: 0 done, 1 something was rejected or failed, 2 the call was wrong.",
    )
    parser.add_argument("--version", action=_Version, help="print the version")
    _add_places(parser, default=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    shared = argparse.ArgumentParser(add_help=False)
    _add_places(shared, default=argparse.SUPPRESS)  # said before the command, it must survive the command's silence
    _add_extract(commands, shared)
    _add_ingest(commands, shared)
    return parser


class _Version(argparse.Action):
    """Prints the version; the package's data are looked up only then."""

    def __init__(self, option_strings: list[str], dest: str, help: str | None = None) -> None:  # noqa: A002 - argparse's name
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        parser.exit(0, f"annalist {metadata.version('annalist')}\n")


def _add_places(parser: argparse.ArgumentParser, default: str | None) -> None:
    group = parser.add_argument_group("where the data lie")
    group.add_argument(
        "--home", metavar="FOLDER", default=default, help="folder of all data (else $ANNALIST_HOME, else annalist-data)"
    )
    group.add_argument(
        "--warehouse", metavar="PATH", default=default, help="warehouse file (else annalist.duckdb in the home folder)"
    )


def _add_extract(commands: Parsers, shared: argparse.ArgumentParser) -> None:
    about = "code articles and write them as JSON Lines; needs no warehouse, no Prefect and no network"
    parser = commands.add_parser("extract", parents=[shared], help=about, description=about)
    _add_sources(parser)


def _add_ingest(commands: Parsers, shared: argparse.ArgumentParser) -> None:
    about = "load articles into the warehouse; the same input twice changes nothing"
    parser = commands.add_parser("ingest", parents=[shared], help=about, description=about)
    _add_sources(parser)


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file (.txt .md .html .htm .json .jsonl), a folder of them, or - for JSON Lines on standard input",
    )
    parser.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes that code (default: 1)")
    group = parser.add_argument_group("what one text file (.txt, .md) does not say itself")
    group.add_argument("--published", type=_day, metavar="DAY", help="its day of publication (YYYY-MM-DD)")
    group.add_argument("--title", metavar="TEXT", help="its headline")
    group.add_argument("--source-name", metavar="NAME", help="the outlet")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number from 1 is expected, not {text!r}")
    return int(text)


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a day is written YYYY-MM-DD, not {text!r}") from error
