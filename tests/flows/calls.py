"""The command as a user calls it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "ANNALIST"))}
ENVIRONMENT |= {"PYTHONPATH": str(ROOT), "COLUMNS": "100"}


def annalist(*arguments: str | Path, given: str = "", cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, env=ENVIRONMENT, check=False, cwd=cwd)
