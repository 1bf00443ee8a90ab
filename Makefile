# make demo  cleans a fixture page and shows why each thing went
# make test  format check, lint, types, import contracts, all tests
# make hazards  kills runs a hundred times; every hazard in every input format into every output format
# make rules format, lint and examples of the rule packs
# make fuzz  odd pages against the laws: make fuzz N=100000 SEED=7, one again: make fuzz SEED=7 CASE=123
# make settled SET=folder  law 6 on a known set: what cleaning the articles' texts again removes
# make golden FILE=before.jsonl.gz SETS="folder ..."  write what comes out of all pages, or say what differs from it
# make docs  write schema/rules-1.json and docs/rules.md anew
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check hazards rules docs setup accept fuzz settled golden clean

demo: $(VENV)/installed
	$(BIN)/cleaner clean fixtures/pages/wordpress-sharedaddy--related-posts-and-reply-form/page.html
	@echo
	@echo "---- why: cleaner explain fixtures/pages/wordpress-sharedaddy--related-posts-and-reply-form/page.html"
	$(BIN)/cleaner explain fixtures/pages/wordpress-sharedaddy--related-posts-and-reply-form/page.html

test: $(VENV)/developing check

check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

hazards: $(VENV)/developing
	$(BIN)/pytest tests/runs/test_kills.py tests/runs/test_hazards.py --kills 100 --all-hazards

setup: $(VENV)/developing

rules:
	$(BIN)/cleaner rules fmt --check rules
	$(BIN)/cleaner rules lint
	$(BIN)/cleaner rules test

docs: $(VENV)/developing
	$(BIN)/cleaner rules schema -o schema/rules-1.json
	$(BIN)/cleaner rules docs -o docs/rules.md

accept: $(VENV)/developing
	$(BIN)/python -m tests.accept

fuzz: $(VENV)/developing
	$(BIN)/python -m tests.fuzz -n $(or $(N),20000) --seed $(or $(SEED),1) $(if $(CASE),--case $(CASE))

settled: $(VENV)/developing
	$(BIN)/python -m tests.settled $(SET)

golden: $(VENV)/developing
	$(BIN)/python -m tests.golden $(FILE) $(SETS)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet -e .
	touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/pip install --quiet -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
