# What people do with this project, one word each. `make` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help site release serve check test test-unit kill golden zensical chromium lock licences sbom audit format clean

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile | expand -t 19

# The stamp is newer than both files only when everything in them is installed.
$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: Python 3.11 or newer is needed, and '$(PYTHON)' is not; try: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "make: '$(PYTHON)' has no venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	@echo "Installing the versions in requirements.lock into $(VENV) (half a minute the first time)"
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --require-hashes --only-binary :all: --no-deps -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

site: $(VENV)/.installed ## Build the site into site/
	@$(BIN)/briefings build

release: site ## Pack the site into build/release/, to mirror it or to carry it on a stick
	@$(BIN)/briefings release

serve: $(VENV)/.installed ## Preview the site and rebuild it at each change
	@$(BIN)/mkdocs serve --livereload

check: $(VENV)/.installed ## Lint, format, types, and every rule about the content
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/briefings format --check
	@$(BIN)/briefings schema --check
	@$(BIN)/briefings check

test: chromium ## Run all tests: units, real builds and a real browser
	@$(BIN)/pytest

test-unit: $(VENV)/.installed ## Run the quick tests only
	@$(BIN)/pytest -m "not site and not browser"

kill: $(VENV)/.installed ## Kill builds at 100 moments; each time a whole site must be there
	@$(BIN)/pytest --kills 100 tests/site/test_kill.py

golden: $(VENV)/.installed ## Rewrite tests/golden/ from the code; review the difference
	@$(BIN)/pytest --update-golden tests/test_golden.py tests/test_invalid.py tests/test_silent.py

zensical: $(VENV)/.installed ## Build the same pages with the second engine into build/zensical/
	@$(BIN)/briefings zensical

chromium: $(VENV)/.installed ## Find a Chromium for the browser tests, or install one
	@$(BIN)/python -m tests.chromium

# docopt has no wheel, and only num2words' own command, which nobody here runs, imports it: it is left out.
lock: $(VENV)/.installed ## Resolve pyproject.toml again (UPGRADE=--upgrade for newer versions)
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(UPGRADE) --generate-hashes --extra dev \
	  --unsafe-package docopt --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-options \
	  --output-file requirements.lock pyproject.toml

licences: $(VENV)/.installed ## List the licence of each package in requirements.lock
	@$(BIN)/python -m generator.packages.licences

sbom: $(VENV)/.installed ## Write the bill of materials to build/sbom.cdx.json
	@$(BIN)/python -m generator.packages.bill > build/sbom.cdx.json

audit: $(VENV)/.installed ## Ask which versions in requirements.lock have known vulnerabilities
	@$(BIN)/pip-audit --requirement requirements.lock --require-hashes --disable-pip --no-deps \
	  --progress-spinner off --format markdown

format: $(VENV)/.installed ## Put the content and the Python files into the one form
	@$(BIN)/briefings format
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

clean: ## Remove everything that was made, the environment too
	rm -rf $(VENV) site .site.draft-* .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find build -mindepth 1 -maxdepth 1 ! -name docs -exec rm -rf {} + 2>/dev/null || true
	find build/docs -mindepth 1 ! -name .gitignore -delete 2>/dev/null || true
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +
