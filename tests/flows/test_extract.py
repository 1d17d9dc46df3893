"""`annalist extract` as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from schemas.record import coded_article

ROOT = Path(__file__).parents[2]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


def annalist(*arguments: str | Path, given: str = "") -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, env=ENVIRONMENT, check=False)


def test_one_line_of_json_for_each_article_in_order() -> None:
    lines = "".join(json.dumps({"id": f"a{number}", "text": "Troops captured Palmyra."}) + "\n" for number in range(5))
    done = annalist("extract", "-", given=lines)
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == ["a0", "a1", "a2", "a3", "a4"]
    for record in records:
        coded = coded_article(record)
        assert all(coded.article.text[event.quote_start : event.quote_end] == event.quote for event in coded.events)


def test_bad_input_gives_one_line_each_and_status_1(tmp_path: Path) -> None:
    (tmp_path / "a_good.txt").write_text("Troops captured Palmyra on 27 March 2016.")
    (tmp_path / "b_empty.txt").write_text("")
    (tmp_path / "c_binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "d_lines.jsonl").write_text('{"text": "one"}\n{"text": "two"}\n{oops\n{"text": ""}\n{"text": "five"}\n')
    done = annalist("extract", tmp_path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 4
    refused = done.stderr.splitlines()
    assert len(refused) == 4
    assert all(line.startswith(f"annalist: rejected {tmp_path}") for line in refused)
    assert "d_lines.jsonl:3: invalid JSON" in refused[2]


def test_a_wrong_call_gives_status_2(tmp_path: Path) -> None:
    assert annalist("extract").returncode == 2
    assert annalist("extract", "a.txt", "--published", "yesterday").returncode == 2
    done = annalist("extract", "a.txt", "b.txt", "--title", "x")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_a_reader_that_stops_early_hears_no_complaint(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text('{"text": "Troops captured Palmyra."}\n' * 2000)
    command = f"'{sys.executable}' -m flows.cli extract '{tmp_path}/many.jsonl' | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


@pytest.mark.parametrize("package", ["prefect", "duckdb", "warehouse", "trafilatura", "ftfy"])
def test_extract_imports_no_warehouse_and_no_prefect(package: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Troops captured Palmyra on 27 March 2016.")
    call = f"from flows.cli import main; main(['extract', {str(tmp_path)!r}])"
    code = f"import sys; {call}; sys.exit({package!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=ENVIRONMENT, check=False)
    assert done.returncode == 0


def test_help_imports_nothing_that_takes_its_time() -> None:
    slow = {"prefect", "duckdb", "numpy", "pandas", "pyarrow", "rich", "trafilatura", "yaml", "concurrent"}
    call = "from flows.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"
    code = f"import sys\n{call}\nsys.exit(' '.join({slow!r} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert (done.returncode, done.stderr) == (0, "")
