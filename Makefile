# The commands of this project; README.md says what each is for.
.DEFAULT_GOAL := help
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# As many at once as there are cores: each worker has databases and a var/ of its own.
PYTEST := $(BIN)/pytest -n auto
RULES := -name actions.py -o -name policies.py -o -name transitions.py -o -name queries.py -o -name gates.py -o -name querysets.py \
    -o -path '*/actions/*.py' -o -path '*/queries/*.py'

.PHONY: help setup run test test-postgresql journeys check lint types coverage diagram audit bench lock
help: ## these lines
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: ## make the environment, or say what is missing
	@scripts/setup.sh

run: setup ## the demo site on http://localhost:8000 (PORT=...)
	@PORT=$(PORT) $(MANAGE) serve --demo

test: setup ## the whole suite on SQLite
	$(PYTEST) -m "not browser"
	@# One after another: two browsers on two cores wait for each other. 5: there is no browser, and it was said above.
	@$(BIN)/pytest -m browser || [ $$? -eq 5 ]

test-postgresql: setup ## the same suite on a PostgreSQL of its own
	scripts/with_postgresql.sh $(PYTEST) -m "not browser"

journeys: setup ## only the journeys in the browser
	$(BIN)/pytest -m browser

lint: setup ## all of `make check` but the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory types
	PYTHONPATH=. $(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(MANAGE) makemigrations --check --dry-run
	$(BIN)/python scripts/check_lock.py

types: setup ## the types of the files that hold rules
	$(BIN)/mypy site_project/checks.py $$(find site_project pages training portal \( $(RULES) \) | sort)

check: lint ## lint, format, types, import contracts, templates, migrations, then the tests
	$(PYTEST) $(TESTS)

coverage: setup ## which lines no test of the suite reaches (takes half as long again)
	$(PYTEST) -m "not browser" --cov --cov-report=term:skip-covered

diagram: setup ## the documents that are made from code: docs/case-workflow.md, docs/authorization-matrix.md
	$(MANAGE) diagram
	$(MANAGE) matrix

audit: setup ## look up the locked packages among known weaknesses; needs the network, so run it from a timer, nightly
	$(BIN)/python scripts/audit_packages.py

bench: setup ## measure what has a goal in speed; dated results are kept in bench/results/
	@for one in bench/[a-z]*.py; do $(BIN)/python -m bench.$$(basename $$one .py); done

lock: setup ## pin what pyproject.toml asks for, with hashes and without addresses
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --group dev pyproject.toml -o requirements.lock
