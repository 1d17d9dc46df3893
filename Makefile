PYTHON ?= python3
ANNALIST = .venv/bin/annalist
DEMO_HOME = annalist-data/demo

.PHONY: demo test lint quality lock clean

demo: .venv/.installed
	$(ANNALIST) --home $(DEMO_HOME) ingest examples
	$(ANNALIST) --home $(DEMO_HOME) events
	$(ANNALIST) --home $(DEMO_HOME) export timeline -o $(DEMO_HOME)/timeline.html

test: .venv/.installed
	.venv/bin/python -m pytest

lint: .venv/.installed
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

quality: .venv/.installed
	.venv/bin/python -m benchmarks.quality

.venv/.locked: requirements.lock
	$(PYTHON) -m venv --clear .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements.lock
	touch $@

.venv/.installed: .venv/.locked pyproject.toml
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(ANNALIST) gazetteer build
	touch $@

# Needs uv; the versions beside it are those that run together (see docs/choices.md).
lock:
	uv pip compile --universal --python-version 3.11 pyproject.toml --group dev --constraint constraints.txt \
	  --generate-hashes --no-emit-index-url --no-header --no-strip-extras --quiet --output-file requirements.lock

clean:
	rm -rf .venv annalist-data
