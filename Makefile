# Everything runs in .venv, which the first target that needs it builds.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers

.DEFAULT_GOAL := help
.PHONY: help setup demo test check quality bench docs clean

help: ## What can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1|\2/' | while IFS='|' read -r name what; do printf '  make %-9s %s\n' "$$name" "$$what"; done

setup: $(READY) ## Build .venv with Headwater and its development tools

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Headwater needs Python 3.11 or later, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[graph]' --group dev
	touch $@

demo: $(READY) ## Report on the coverage in examples/: a summary here, the page in build/demo.html
	@mkdir -p build
	$(BIN)/headwater report examples --html build/demo.html --json build/demo.json
	@echo "The whole report: build/demo.html (open it in a browser); as data: build/demo.json"

test: $(READY) ## Run the tests
	$(BIN)/python -m pytest

check: $(READY) ## Lint, types, floors, tests, docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bench.docs --check
	$(MAKE) --no-print-directory test

quality: $(READY) ## Measure accuracy on the labelled data beside the checkout; fails below bench/floors.toml
	PYTHONHASHSEED=0 $(BIN)/python -m bench.quality

bench: $(PEERS) ## Measure speed, memory and the peers (installs them into .venv)
	PYTHONHASHSEED=0 $(BIN)/python -m bench.speed

$(PEERS): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group peers
	touch $@

docs: $(READY) ## Write the generated part of docs/cli.md
	$(BIN)/python -m bench.docs

clean: ## Remove what was built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
