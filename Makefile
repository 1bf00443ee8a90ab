# make demo  cleans a fixture page and shows why each thing went
# make test  format check, lint, types, import contracts, and all tests
# make coverage  how much of the code the tests reach
# make hazards  kills runs a hundred times; every hazard in every input format into every output format; time of large pages
# make rules format, lint and examples of the rule packs
# make fuzz  odd pages against the laws: make fuzz N=100000 SEED=7, one again: make fuzz SEED=7 CASE=123
# make settled SET=folder  law 6 on a known set: what cleaning the articles' texts again removes
# make wheel  build the compiled wheel for this machine into dist/: docs/speed.md
# make compiled TESTS=tests  build it, see that it cleans all fixture pages as pure Python does, run its tests, or TESTS
# make golden FILE=before.jsonl.gz SETS="folder ..."  write what comes out of all pages, or say what differs from it
# make bench SETS="folder ..." BEFORE=before.json  speed and memory beside other tools, on the pages of folders; plots and JSON
# make formats OTHERS=1  write docs/formats.md anew, with what other tools write if OTHERS is given
# make docs  build the site of the documentation, site/, in strict mode; write docs/rules.md and schema/rules-1.json anew
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# tests of processes, of time and of whole roads: `make coverage` goes without them, since counting doubles their time
APART := tests/adapters tests/benchmarks tests/fuzz tests/io/test_hazards.py tests/rules/test_mutations.py \
  $(addprefix tests/test_,time.py same_bytes.py examples.py dataframes.py docs.py site.py readme.py laws.py) \
  $(addprefix tests/runs/test_,run.py stopping.py kills.py hazards.py resume.py) \
  $(addprefix tests/workers/test_,workers.py stream.py) \
  $(addprefix tests/learning/test_,docs.py tideway.py series.py) $(addprefix tests/cli/test_,streams.py learn.py known_sites.py)

# the compiler that CC names, or one that works: a Mac without its developer tools has a cc that fails; where there is
# none, zig's comes from the package index
HEADERS = $(shell $(BIN)/python -c \
  'import os, sysconfig; print("there" * os.path.exists(sysconfig.get_path("include") + "/Python.h"))')
FOUND = $(firstword $(foreach name,cc gcc clang,$(if $(shell $(name) --version 2> /dev/null),$(name))))
COMPILER = $(if $(filter default undefined,$(origin CC)),$(FOUND),$(CC))
ZIG = "$(CURDIR)/$(BIN)/python" -m ziglang cc

# byte code is kept wherever make runs: the tests start hundreds of processes, and each would compile the package anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check style pytest coverage compiled uncompiled wheel built hazards rules docs formats setup accept fuzz
.PHONY: settled golden bench clean

demo: $(VENV)/installed
	$(BIN)/cleaner clean fixtures/pages/wordpress-sharedaddy--related-posts-and-reply-form/page.html
	@echo
	@echo "---- why: cleaner explain fixtures/pages/wordpress-sharedaddy--related-posts-and-reply-form/page.html"
	$(BIN)/cleaner explain fixtures/pages/wordpress-sharedaddy--related-posts-and-reply-form/page.html

test: $(VENV)/developing check

check:
	$(MAKE) --no-print-directory -j3 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) \
	  style pytest $(if $(HEADERS),compiled,uncompiled)

style:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# groups that share what takes long to make (Spark, a learned site) stay together; there are two workers a core, since
# the tests of processes wait a third of their time
# each worker would make the byte code of all that it imports, at the same time as the others: what is collected before
# is there for all of them
pytest:
	-@$(BIN)/pytest --collect-only -qq -n 0 > /dev/null
	$(BIN)/pytest --dist loadgroup -n $$($(BIN)/python -c 'import os; print(2 * (os.cpu_count() or 1))')

coverage: $(VENV)/developing
	$(BIN)/pytest --cov --cov-report=term-missing:skip-covered $(addprefix --ignore=,$(APART))

# of the wheels that were compiled before none stays: pip takes one of a package
wheel: $(VENV)/developing
	rm -f dist/article_cleaner-*-cp*.whl
	$(MAKE) --no-print-directory built

# without what `setup` installs, which must not change while the other parts of `check` run
built:
	$(if $(HEADERS),,@echo "compiling needs Python.h, which $$($(BIN)/python --version) of this machine has not:" \
	  "install its headers (Debian: python3-dev; Fedora: python3-devel)" >&2; exit 1)
	$(if $(COMPILER),,$(BIN)/pip install --quiet ziglang)
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=true CC='$(or $(COMPILER),$(ZIG))' \
	  $(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir $(or $(WHEELS),dist) .

# unpacked, the wheel stands where the tests look for the package
compiled:
	rm -rf build/compiled build/pure.jsonl.gz && mkdir -p build/compiled
	$(MAKE) --no-print-directory built WHEELS=build/compiled
	cd build/compiled && ../../$(BIN)/python -m zipfile -e *.whl .
	cp -R pyproject.toml Makefile *.md zensical.toml benchmarks docs examples fixtures rules schema tests build/compiled
	$(BIN)/python -m tests.golden build/pure.jsonl.gz
	cd build/compiled && ../../$(BIN)/python -m tests.golden ../pure.jsonl.gz
	cd build/compiled && ../../$(BIN)/python -m tests.compiled $(TESTS)

uncompiled:
	@echo "the compiled wheel is not tested: this Python has no headers (Debian: python3-dev)"

hazards: $(VENV)/developing
	$(BIN)/pytest tests/runs/test_kills.py tests/runs/test_hazards.py tests/test_time.py --kills 100 --all-hazards

setup: $(VENV)/developing

rules:
	$(BIN)/cleaner rules fmt --check rules
	$(BIN)/cleaner rules lint --bundled
	$(BIN)/cleaner rules test

docs: $(VENV)/developing
	$(BIN)/cleaner rules schema -o schema/rules-1.json
	$(BIN)/cleaner rules docs -o docs/rules.md
	$(BIN)/python -m tests.site site

accept: $(VENV)/developing
	$(BIN)/python -m tests.accept

fuzz: $(VENV)/developing
	$(BIN)/python -m tests.fuzz -n $(or $(N),20000) --seed $(or $(SEED),1) $(if $(CASE),--case $(CASE))

settled: $(VENV)/developing
	$(BIN)/python -m tests.settled $(SET)

formats: $(VENV)/developing
	$(BIN)/python -m tests.formats $(if $(OTHERS),others)

bench: $(VENV)/developing
	$(BIN)/python -m benchmarks $(SETS) --plots build/bench -o build/bench.json $(if $(BEFORE),--compare $(BEFORE))

golden: $(VENV)/developing
	$(BIN)/python -m tests.golden $(FILE) $(SETS)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet -e .
	touch $@

# of ten thousand modules that are installed the tests import a quarter, so what is imported first is compiled then
$(VENV)/developing: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --no-compile -e '.[dev]'
	touch $(VENV)/installed $@

clean:
	rm -rf $(VENV) build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
