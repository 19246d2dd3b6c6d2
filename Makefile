# Starling: everything a person or a machine does here, one word each.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

# The first of these that is new enough makes the environment.
PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11
CORPUS ?= ../shared/corpus
PREP := demo/prep

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header $(if $(UPGRADE),--upgrade)

# Byte code is written below, once; a machine that forbids it would compile the
# whole environment again at every start.
unexport PYTHONDONTWRITEBYTECODE
# Nothing outside the environment is to be found by what runs in it.
unexport PYTHONPATH PYTHONHOME

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1 — /p' $(MAKEFILE_LIST) | awk -F' — ' '{printf "make %-8s %s\n", $$1, $$2}'

# A command as a person would type it, then what it says.
show = @printf '\n$$ %s\n\n' '$(1)'; $(1)

.PHONY: demo
demo: $(VENV)/.ready ## import the example notes into a new prep folder and review every story
	@rm -rf $(PREP)
	$(call show,$(BIN)/starling init $(PREP))
	$(call show,$(BIN)/starling import examples/notes --into $(PREP) --answers)
	$(call show,$(BIN)/starling check $(PREP) --level senior) || [ $$? -eq 1 ]
	@printf '\nThat was the demo. To read it in the browser:\n\n'
	@printf '  %-52s %s\n' '$(BIN)/starling serve --prep $(PREP)' 'stays on this computer; Ctrl-C ends it'
	@printf '\nWith your own notes:\n\n'
	@printf '  %-52s %s\n' '$(BIN)/starling check my-notes.md' 'look, and keep nothing'
	@printf '  %-52s %s\n' '$(BIN)/starling init ~/prep' 'make a folder that is yours'
	@printf '  %-52s %s\n' '$(BIN)/starling import my-notes.md --into ~/prep' 'bring your stories into it'

.PHONY: setup
setup: $(VENV)/.ready ## the environment alone; .venv/bin/starling works afterwards
	@:

.PHONY: test
test: $(VENV)/.dev $(VENV)/.browser ## all tests; finds or installs a Chromium
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

.PHONY: check
check: $(VENV)/.dev ## lint, format, types, import order
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict src tests scripts benchmarks
	$(BIN)/lint-imports

.PHONY: eval
eval: $(VENV)/.dev ## measure importer and review on labelled notes (CORPUS=folder)
	@test -f $(CORPUS)/stories.jsonl || { echo "There are no labelled notes in $(CORPUS). Name their folder: make eval CORPUS=folder" >&2; exit 1; }
	@missed=0; for script in $(sort $(wildcard benchmarks/eval_*.py)); do $(BIN)/python -m $$(echo $${script%.py} | tr / .) $(CORPUS) || missed=1; done; exit $$missed

.PHONY: bench
bench: $(VENV)/.dev ## measure speed against its peers
	@missed=0; for script in $(sort $(wildcard benchmarks/bench_*.py)); do $(BIN)/python -m $$(echo $${script%.py} | tr / .) || missed=1; done; exit $$missed

.PHONY: docs
docs: $(VENV)/.ready ## write the generated documents again
	@$(BIN)/python scripts/docs.py

.PHONY: shots
shots: $(VENV)/.dev ## take the pictures in docs/shots again
	@$(BIN)/python scripts/screenshots.py

.PHONY: lock
lock: ## pin what pyproject.toml asks for; needs uv (UPGRADE=1 takes newer versions)
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) --group build --output-file requirements-build.txt
	$(LOCK) pyproject.toml --all-extras --group dev --group build --output-file requirements-dev.txt \
	  --constraint requirements.txt --constraint requirements-build.txt

.PHONY: clean
clean: ## remove what make made
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The environment, made once: each file below stands for a finished step --

$(VENV)/.made:
	@for python in $(PYTHON); do \
	  if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    $$python -m venv $(VENV) && touch $@; exit; \
	  fi; \
	done; \
	echo "Starling needs Python 3.11 or newer with its venv module, and found none in: $(PYTHON)." >&2; \
	echo "Install it (Debian and Ubuntu: apt install python3-venv), or name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; \
	exit 1

$(VENV)/.runtime: requirements.txt requirements-build.txt pyproject.toml src/starling/__init__.py | $(VENV)/.made
	@echo "Installing Starling into $(VENV) (once)…" >&2
	@$(PIP) --require-hashes -r requirements.txt -r requirements-build.txt
	@$(PIP) --no-build-isolation --no-deps --no-index --editable .
	@$(BIN)/python -m compileall -q $(VENV)/lib
	@touch $@

$(VENV)/.ready: $(VENV)/.runtime $(shell find src -name '*.py')
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: $(VENV)/.ready requirements-dev.txt
	@echo "Installing what tests and checks need into $(VENV) (once)…" >&2
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/.browser: scripts/browser.py | $(VENV)/.dev
	@$(BIN)/python scripts/browser.py > $@
