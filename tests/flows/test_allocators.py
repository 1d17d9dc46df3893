"""Freed memory goes back to the system, unless the user set it otherwise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.allocators import FRUGAL, be_frugal, give_back

ROOT = Path(__file__).parents[2]
LOADED = "import sys, flows.cli; print([name for name in ('duckdb', 'pyarrow') if name in sys.modules])"
POOL = """
import os, sys
from flows.allocators import be_frugal
be_frugal()
import pyarrow
print(pyarrow.default_memory_pool().backend_name)
"""


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_allocators_are_set_before_they_are_loaded() -> None:
    assert run(LOADED).strip() == "[]"


def test_arrow_takes_the_allocator_of_the_system() -> None:
    assert run(POOL).strip() == "system"


def test_what_the_user_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FRUGAL:
        monkeypatch.setenv(name, "mine")
    be_frugal()
    assert {name: os.environ[name] for name in FRUGAL} == dict.fromkeys(FRUGAL, "mine")


def test_giving_back_is_possible_at_any_time() -> None:
    give_back()
