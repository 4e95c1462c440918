# `make` builds every document, `make test` runs every check; each first sets up what is missing.
.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PY := .venv/bin/python
PIP_TOOLS := 7.6.2
COMPILE := .venv/lock/bin/pip-compile --quiet --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(UPGRADE)
# Whether what was locked can be had for the Python of Debian 12, whichever Python locked it.
OLDEST := .venv/lock/bin/python -m pip install --quiet --dry-run --ignore-installed --require-hashes \
	--no-deps --only-binary :all: --python-version 3.11.2 --target .venv/lock/none

.PHONY: build test setup setup-dev check-format check-lint check-types check-imports check-tests \
	check-standards coverage fix lock national fuzz soak bench schemas pictures clean help

build: setup ## build everything into output/ (the default)
	$(PY) build.py

test: check-format check-lint check-types check-imports check-tests check-standards ## run every check

setup: ## install what building needs; does nothing the second time
	@.ci/setup run

setup-dev: ## install what the checks need as well
	@.ci/setup dev

check-format: setup-dev ## the formatter has nothing to change
	$(PY) -m ruff format --check .

check-lint: setup-dev ## ruff's rules
	$(PY) -m ruff check .

check-types: setup-dev ## mypy, strict
	$(PY) -m mypy

check-imports: setup-dev ## which module may import which
	$(PY) -c 'from importlinter.cli import lint_imports_command as lint; lint()'

check-tests: setup-dev ## pytest
	$(PY) -m pytest -n 2

check-standards: setup-dev ## veraPDF on a document of each layout for each audience
	$(PY) -m pytest -m slow tests/standards

# By itself, for tracing makes tests half as slow again.
coverage: setup-dev ## how many branches the tests of the rooms run through: 90 % at least
	$(PY) -m pytest -n 2 tests/unit --cov

fix: setup-dev ## format, and mend what ruff can mend
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

# Hashes come from the public index alone, whatever pip is told on this machine; give PIP_CONFIG_FILE
# to reach it another way. Pins that still fit are kept: `make lock UPGRADE=--upgrade` renews them all.
lock: export PIP_CONFIG_FILE ?= /dev/null
lock: export PIP_FIND_LINKS =
lock: export PIP_EXTRA_INDEX_URL =
lock: export CUSTOM_COMPILE_COMMAND = make lock
lock: setup ## pin the dependencies of pyproject.toml with their hashes
	$(PY) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet pip-tools==$(PIP_TOOLS)
	$(COMPILE) --output-file .ci/locks/run.txt pyproject.toml
	$(COMPILE) --extra dev --constraint .ci/locks/run.txt --output-file .ci/locks/dev.txt pyproject.toml
	$(OLDEST) -r .ci/locks/dev.txt

national: setup-dev ## make cards and briefings of 150 invented boards (minutes)
	$(PY) -m pytest -m slow tests/build/test_national.py

SECONDS ?= 60
SEED ?= 0
fuzz: setup-dev ## bend what strangers may send, for SECONDS from a SEED; what breaks is in .fuzz/
	$(PY) tests/fuzz.py $(SECONDS) $(SEED)

ROUNDS ?= 100
soak: setup-dev ## kill builds at random moments, ROUNDS times from a SEED; nothing may be torn or lost
	$(PY) tests/soak.py $(ROUNDS) $(SEED)

bench: setup-dev ## measure the build
	$(PY) tests/bench.py
	$(PY) tests/bench_national.py
	$(PY) tests/bench_run.py

schemas: setup ## write the JSON Schemas of the source files to docs/schemas/
	$(PY) -m briefpress.load.schemas docs/schemas

pictures: setup ## draw the pictures of the documentation
	$(PY) docs/make_pictures.py

clean: ## remove what was built and what tools keep; .venv/ stays
	rm -rf output dist build .coverage .coverage.* .fuzz .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile
