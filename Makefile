PYTHON ?= python3

.venv/.installed: requirements.lock
	$(PYTHON) -m venv --clear .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	touch $@

.PHONY: test
test: .venv/.installed
	.venv/bin/python -m pytest
