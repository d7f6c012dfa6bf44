# The two commands a new user needs: `make demo` and `make test`. Both set up .venv from the lock file first.

PYTHON ?= python3.11
BIN := .venv/bin
DEMO := build/demo.db

.PHONY: demo test lint types unit quality lock rivals speed clean

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: .venv/ready ## read samples/ into a ledger and show what it found
	@rm -f $(DEMO)* && mkdir -p $(dir $(DEMO))
	@$(BIN)/sayso --ledger $(DEMO) demo samples

test: lint types unit quality ## everything CI runs

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

unit: .venv/ready
	$(BIN)/pytest -q

quality: .venv/ready ## refuse a change that lowers a figure on the project's own small sets
	$(BIN)/python -m benchmarks gate

lock: .venv/ready ## write requirements.lock and requirements-rivals.lock anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links \
		--python-version 3.11 --no-annotate --no-header --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra rivals --constraint requirements.lock --generate-hashes \
		--no-emit-index-url --no-emit-find-links --python-version 3.11 --no-annotate --no-header --quiet \
		--output-file requirements-rivals.lock

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache
