"""The command line: one module of `flows.commands` for each command, imported only when it is called."""

import importlib
import os
import sys
import traceback
from collections.abc import Sequence

from flows.allocators import be_frugal
from flows.arguments import build_parser
from flows.settings import choose_lexicons
from schemas.errors import AnnalistError, ConfigurationError

DEBUG_VARIABLE = "ANNALIST_DEBUG"
REJECTED, WRONG_CALL, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of one call: 0 done, 1 something was rejected or failed, 2 the call was wrong."""
    be_frugal()
    given = build_parser().parse_args(arguments)
    try:
        choose_lexicons(getattr(given, "home", None))
        status = importlib.import_module(f"flows.commands.{given.command}").run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        _mute()  # whoever read our output has seen enough
        return 0
    except AnnalistError as error:
        _say(str(error))
        return WRONG_CALL if isinstance(error, ConfigurationError) else REJECTED
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user who has not asked for it
        return _failed(error)
    return int(status)


def _interrupted() -> int:
    _say("interrupted")
    return INTERRUPTED


def _failed(error: Exception) -> int:
    """The exit status of a call that came upon what nobody foresaw, told in one line."""
    if str(error) == "Query interrupted":  # how DuckDB answers Ctrl-C
        return _interrupted()
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exc()
    if isinstance(error, MemoryError):
        _say("out of memory; what is loaded is safe, and the same call goes on from there")
    elif isinstance(error, OSError) and error.strerror:  # a full disk, a missing permission
        _mute()
        _say(f"{error.filename}: {error.strerror}" if error.filename else f"cannot write: {error.strerror}")
    else:
        _say(f"unexpected {type(error).__name__}: {error} (set {DEBUG_VARIABLE}=1 to see where)")
    return REJECTED


def _mute() -> None:
    """Returns nothing; the interpreter will not find the output broken once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str) -> None:
    sys.stderr.write(f"annalist: {' '.join(message.split())}\n")


if __name__ == "__main__":
    sys.exit(main())
