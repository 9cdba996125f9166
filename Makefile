# Everything happens in .venv; nothing outside this folder is changed (pip's own cache apart).
#
#   make run                          set up and open the window on the sample; without a display, a tour in the terminal
#   make run ARGS="--quit-after 20"   options of `workbench gui`
#   make test                         set up and run the tests
#   make PIP_ARGS="..." run           further options for pip, such as the index of torch's CPU builds (see README.md)

PYTHON ?= python3
PIP_ARGS ?=
ARGS ?=
OUT ?= bench.jsonl
JOBS ?= 2

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
PIP := $(PY) -m pip install --disable-pip-version-check --quiet -c constraints.txt $(PIP_ARGS)

# Heavy test runs share the machine with whoever works on it; more threads do not make small models faster.
TEST_ENV := OMP_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen PYTHONUNBUFFERED=1

.DEFAULT_GOAL := help
.PHONY: help setup run tour test test-avx2 test-all soak fuzz benchmarks audit check format translations screenshots bench dist clean

help:
	@echo "make run          set up and open the window (without a display: a tour in the terminal); ARGS= is passed on"
	@echo "make tour         the tour in the terminal"
	@echo "make test         set up and run the tests; make test-all runs the long ones too"
	@echo "make test-avx2    the same as on a processor without AVX-512"
	@echo "make soak         interruptions, full disks, signals, hours in the window; make fuzz: damaged files"
	@echo "make audit        licences of what a wheel brings along, and known holes in it"
	@echo "make check        ruff, mypy, import-linter"
	@echo "make translations bring resources/translations up to date with the texts of the window, and compile them"
	@echo "make screenshots  the pictures of README.md"
	@echo "make benchmarks   pytest-benchmark's table of the parts; make bench measures whole runs"
	@echo "make bench        measure training, decoding, latency and the window on this machine"
	@echo "make dist         source archive and wheel in dist/"
	@echo "make clean        remove .venv and what was built"

# A stamp a purpose: nothing is installed again until what it depends on has changed.
$(PY):
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 run"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "On Debian and Ubuntu: sudo apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.run-installed: pyproject.toml constraints.txt workbench/__init__.py | $(PY)
	@echo "Installing what the program needs (torch is large; this happens once) ..."
	@$(PIP) -e .
	@touch $@

$(VENV)/.dev-installed: pyproject.toml constraints.txt workbench/__init__.py | $(PY)
	@echo "Installing what the program and its tests need (torch is large; this happens once) ..."
	@$(PIP) -e ".[dev]"
	@touch $@ $(VENV)/.run-installed

setup: $(VENV)/.dev-installed

run: $(VENV)/.run-installed
	@$(PY) -m workbench.cli.tour $(ARGS)

tour: $(VENV)/.run-installed
	@$(PY) -m workbench tour $(ARGS)

# A file of tests stays in one process, so that what it shares (a trained model) is made once.
PYTEST := $(TEST_ENV) $(PY) -m pytest -n $(JOBS) --dist loadfile

test: $(VENV)/.dev-installed
	$(PYTEST) tests/engine tests/cli tests/teaching_corpus tests/cases tests/gui tests/screenshots tests/system $(ARGS)

# As on a processor without AVX-512: other kernels, no bfloat16 products. Only what calculates depends on it.
test-avx2: $(VENV)/.dev-installed
	ONEDNN_MAX_CPU_ISA=AVX2 ATEN_CPU_CAPABILITY=avx2 FBGEMM_ENABLE_INSTRUCTIONS=AVX2 $(PYTEST) tests/engine/device tests/engine/models \
	  tests/engine/training tests/engine/search tests/engine/inspection tests/system tests/cases/test_same_bits.py $(ARGS)

test-all: $(VENV)/.dev-installed
	$(PYTEST) tests/engine tests/cli tests/teaching_corpus tests/cases tests/gui tests/screenshots tests/system -m "slow or not slow" --timeout 1800 $(ARGS)

# Repeatable attacks, each longer than a test run may be: SECURITY.md tells what they found.
soak: $(VENV)/.dev-installed
	$(TEST_ENV) $(PY) -m tests.soak.interruptions --moments 100 $(ARGS)
	$(TEST_ENV) $(PY) -m tests.soak.window_orders --orders 500
	$(TEST_ENV) $(PY) -m tests.soak.window --minutes 120

fuzz: $(VENV)/.dev-installed
	$(TEST_ENV) $(PY) -m tests.fuzz.run $(ARGS)
	$(TEST_ENV) $(PY) -m tests.fuzz.runs

# Asks the internet for known holes; says so where it cannot.
audit: $(VENV)/.dev-installed
	@$(PIP) -e ".[audit]" || echo "pip-audit cannot be installed from here"
	$(PY) -m tests.audit

benchmarks: $(VENV)/.dev-installed
	$(PY) -m pytest tests/benchmarks --benchmark-only --benchmark-disable-gc $(ARGS)

check: $(VENV)/.dev-installed
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev-installed
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

# New texts stay unfinished in the .ts files until somebody translates them (pyside6-linguist, or any editor).
TS := $(wildcard resources/translations/*.ts)
translations: $(VENV)/.dev-installed
	$(PY) -m tests.translations.collect build/texts/outside.py
	$(BIN)/pyside6-lupdate -no-obsolete -locations none -extensions py workbench build/texts -ts $(TS)
	$(BIN)/pyside6-lrelease -nounfinished $(TS)

screenshots: $(VENV)/.run-installed
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.screenshots.director $(ARGS)

bench: $(VENV)/.run-installed
	$(PY) -m workbench bench train --src resources/corpora/en-fr/train.en --tgt resources/corpora/en-fr/train.fr --json $(ARGS)

dist: $(VENV)/.dev-installed
	$(PY) -m build

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
