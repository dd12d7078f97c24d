# Each target sets up what it needs, once. `make` alone lists them; ARGS= reaches the command a target runs.
PYTHON ?= python3
ARGS   ?=
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps
LOCKED := $(PIP) --require-hashes --requirement
PYTEST := $(BIN)/python -m pytest -q -rs
UV     := .venv/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
          --no-emit-index-url --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help serve tour check fix test prove bench bless build pictures lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: .venv/hero ## Serve the site on this machine
	$(BIN)/hero serve $(ARGS)

tour: .venv/tests ## Play one idea from form to outcome check, on this machine; ARGS=--once ends by itself
	@$(BIN)/python -m tests.tour $(ARGS)

check: .venv/tests ## Check format, lint, types and the direction of imports
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo

fix: .venv/tests ## Repair format and lint where that takes no thought
	$(BIN)/ruff check --quiet --fix-only
	$(BIN)/ruff format --quiet

test: check .venv/tests ## Check, then run every test that is not too long for every run
	CHROME=$$($(BIN)/python tests/setup/browser.py) && export CHROME && $(PYTEST) -n auto $(ARGS)

prove: .venv/tests ## Run every test with new examples, and those too long for every run
	CHROME=$$($(BIN)/python tests/setup/browser.py) && export CHROME && HERO_EXPLORE=1 $(PYTEST) -m "prove or not bench" $(ARGS)

bench: .venv/tests ## Measure, one thing at a time, and show the figures
	$(PYTEST) -m bench -s $(ARGS)

bless: .venv/tests ## Rewrite the expected outputs; read the difference before you commit it
	$(PYTEST) --bless $(ARGS)

build: .venv/hero ## Build the site into public/
	$(BIN)/hero build $(ARGS)

pictures: .venv/tests ## Take the README's pictures again
	$(BIN)/python -m tests.browser.pictures

lock: ## Lock the requirements again; ARGS=--upgrade takes newer releases
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --disable-pip-version-check --quiet uv==0.13.9
	$(UV) pyproject.toml --group build --extra search --output-file requirements/runtime.txt $(ARGS)
	$(UV) --group dev --constraints requirements/runtime.txt --output-file requirements/dev.txt $(ARGS)

clean: ## Remove everything that the other targets made
	rm -rf .venv .hero public .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# The file says where .venv was made and by what. It is made again once its Python is gone, the folder has
# moved, or PYTHON= names another Python than before.
MADE_BY := "$(CURDIR) by "$(if $(filter file,$(origin PYTHON)),*,"$(PYTHON)")
SOUND   := { $(BIN)/python -c "" && case "$$(cat .venv/made)" in ($(MADE_BY)) echo sound;; esac; } 2>/dev/null
ifneq ($(shell $(SOUND)),sound)
.PHONY: .venv/made
endif

# A stamp is written last, so what was interrupted is done again. From nothing each time, so what a lock no
# longer names is gone.
.venv/made: requirements/runtime.txt
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	{ echo "Hero needs Python 3.11 or newer with venv: install python3 and python3-venv, or name one with PYTHON=" >&2; exit 1; }
	@echo "Setting up .venv, once"
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@$(LOCKED) requirements/runtime.txt
	@echo "$(CURDIR) by $(PYTHON)" > $@

.venv/hero: pyproject.toml .venv/made
	@$(PIP) --no-build-isolation --editable .
	@touch $@

.venv/tests: requirements/dev.txt .venv/hero
	@echo "Setting up what the tests need, once"
	@$(LOCKED) requirements/dev.txt
	@touch $@
