# Needs make and Python 3.11 or newer with its venv module; everything else goes into .venv/, hash-checked.
PYTHON ?= python3
RAW ?= data/raw
OUT ?= data/processed
ARGS ?=

BIN := .venv/bin
# jieba has no wheel: the one package built here, with the setuptools of requirements-build.lock (docs/dependencies.md)
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq install --require-hashes
WHEELS := --only-binary :all: --no-binary jieba --no-build-isolation --use-pep517
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade
CHECK := import sys; sys.exit(sys.version_info < (3, 11))

.DEFAULT_GOAL := help
.PHONY: help extract test lint lock bench clean python

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile
	@echo
	@echo "  RAW=folder, file or archive (now $(RAW)), OUT=folder (now $(OUT)), ARGS=more options, PYTHON=interpreter (now $(PYTHON))"

extract: .venv/.run ## read the dumps in RAW, write the tables to OUT
	@$(BIN)/python -m pipeline extract "$(RAW)" --out "$(OUT)" $(ARGS)

test: lint ## style, types, layers, then all tests
	@$(BIN)/python -m pytest $(ARGS)

lint: .venv/.dev ## style, types and layers alone
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/.dev ## the benchmarks
	@set -e; for file in benchmarks/*.py; do name=$${file##*/}; echo "== $$name"; $(BIN)/python -m "benchmarks.$${name%.py}"; done

lock: .venv/.dev ## renew the lock files from pyproject.toml
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) pyproject.toml --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	echo "setuptools>=77" | $(LOCK) - --output-file requirements-build.lock

clean: ## remove .venv and caches (never the tables)
	@rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find pipeline tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not there: install Python 3.11 or newer (Debian: apt install python3 python3-venv)"; exit 1; }
	@$(PYTHON) -c '$(CHECK)' || { echo "$$($(PYTHON) -V) is too old: this needs Python 3.11 or newer; name one with make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(PYTHON) -c 'import sys; print("Python has no venv module here: apt install python%d.%d-venv (Debian, Ubuntu), then run make again" % sys.version_info[:2])'; exit 1; }

.venv/.base: requirements-build.lock
	@$(MAKE) --no-print-directory python
	@echo "Setting up .venv with $$($(PYTHON) -V), once: about half a minute, needs the network"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) --only-binary :all: -r requirements-build.lock
	@touch $@

.venv/.run: .venv/.base requirements.lock pyproject.toml
	@$(PIP) $(WHEELS) -r requirements.lock
	@$(BIN)/python -m pip --disable-pip-version-check -qq install --no-deps --no-index --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements-dev.lock
	@echo "Adding what the tests need to .venv, once"
	@$(PIP) $(WHEELS) -r requirements-dev.lock
	@touch $@
