# The two commands a new user needs: `make demo` and `make test`. Both set up .venv from the lock file first.

PYTHON ?= python3.11
BIN := .venv/bin
# No addresses of registries: whoever installs uses their own.
COMPILE := $(BIN)/uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-emit-find-links \
	--python-version 3.11 --no-annotate --no-header --quiet

.PHONY: demo test interop lint types unit quality docs lock clean

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: export SAYSO_LEDGER = build/demo.db
demo: .venv/ready ## read samples/ into a ledger and show what it found
	@mkdir -p build && rm -f $(SAYSO_LEDGER)*
	$(BIN)/sayso read samples
	$(BIN)/sayso claims --contested
	$(BIN)/sayso trace $$($(BIN)/sayso claims --format csv | grep hedge_lost | tail -n 1 | cut -d , -f 1)
	$(BIN)/sayso timeline

test: lint types unit quality ## everything CI runs

# Its tests are skipped where it is not installed; CI installs it before it runs them.
interop: .venv/interop ## install followthemoney, to judge the ftm export; builds PyICU: g++, pkg-config, libicu-dev

.venv/interop: requirements-interop.lock .venv/ready
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-interop.lock
	touch $@

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

unit: .venv/ready
	$(BIN)/pytest -q

quality: .venv/ready ## refuse a change that lowers a figure on the project's own small sets
	$(BIN)/python -m benchmarks gate
	$(BIN)/python -m benchmarks likeness
	$(BIN)/python -m benchmarks cases
	$(BIN)/python -m benchmarks settings
	$(BIN)/python -m benchmarks meaning
	$(BIN)/python -m benchmarks events
	$(BIN)/python -m benchmarks actors
	$(BIN)/python -m benchmarks origins
	$(BIN)/python -m benchmarks retellings

lock: .venv/ready ## write the lock files anew from pyproject.toml
	$(COMPILE) --extra dev --output-file requirements.lock
	$(COMPILE) --extra interop --constraint requirements.lock --output-file requirements-interop.lock
	$(COMPILE) --extra rivals --constraint requirements.lock --output-file requirements-rivals.lock
	$(COMPILE) --extra training --extra gazetteer --constraint requirements.lock --output-file requirements-training.lock

docs: .venv/ready ## write docs/reference/ anew from the code
	$(BIN)/python docs/generate.py

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache
