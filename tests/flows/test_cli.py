"""What goes wrong outside of the program is told in one line, and what is loaded stays."""

import subprocess
import sys
from pathlib import Path

import pytest

from flows import cli
from tests.flows.calls import ENVIRONMENT


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(13, "Permission denied", "home/annalist.duckdb"), "home/annalist.duckdb: Permission denied"),
        (OSError(28, "No space left on device"), "cannot write: No space left on device"),
        (MemoryError(), "out of memory; what is loaded is safe, and the same call goes on from there"),
        (KeyError("kind"), "unexpected KeyError: 'kind' (set ANNALIST_DEBUG=1 to see where)"),
        (KeyboardInterrupt(), "interrupted"),
    ],
)
def test_what_goes_wrong_is_one_line(
    error: BaseException, told: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever it is; no traceback, and no success."""

    def fail(_given: object) -> int:
        raise error

    monkeypatch.setattr("flows.commands.rejects.run", fail)
    monkeypatch.setattr(cli, "_mute", lambda: None)
    monkeypatch.delenv(cli.DEBUG_VARIABLE, raising=False)
    assert cli.main(["rejects"]) != 0
    assert capfd.readouterr().err == f"annalist: {told}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a file that is always full is a thing of Linux")
def test_an_output_that_is_full_is_told_once(tmp_path: Path) -> None:
    """Not again when the interpreter ends."""
    command = [sys.executable, "-m", "flows.cli", "extract", "-"]
    line = '{"text": "The army shelled the town of Homs on Monday."}\n'
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command,
            input=line,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
            check=False,
            cwd=tmp_path,
        )
    assert (done.returncode, done.stderr) == (1, "annalist: cannot write: No space left on device\n")
