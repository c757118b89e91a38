# make run    sets everything up and serves on http://127.0.0.1:5000
# make run LAN=1 PORT=5001  lets phones on the same network in, on another port
# make test   sets everything up and runs every check and test
# make fuzz   holds the server against 200,000 changes of real Yjs (FUZZ="--updates N --first SEED"); some ten minutes
# make bench-phone  measures the pages as a slow phone has them; some ten minutes
# make bench  sets everything up and measures Minidorp beside its peers; takes some 25 minutes
# Each step leaves a stamp beside what it made, so that a step is done again only when its
# sources changed: the second `make run` goes straight to the server.

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run test fuzz bench bench-phone check build strings migration screenshots language-report clean

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
# Where the machine has no Node 20, tools/node-setup.sh puts one here.
export PATH := $(CURDIR)/$(VENV)/node/bin:$(PATH)
export PYTHON := $(PY)

FRONT := package.json tsconfig.json static/build.mjs static/notices.mjs workshop/vision/schema.json $(shell find static/src static/styles -type f \
	-not -path '*/generated/*' -not -name '*.test.ts*' 2>/dev/null)
CATALOGUE := $(wildcard workshop/catalogue.py workshop/languages.py workshop/core/*.py workshop/features/*.py workshop/features/*/*.py)
TEXTS := $(wildcard workshop/translations/*/LC_MESSAGES/*.po)

# What is said to make goes before what the environment says; a PORT in the environment may be of another program.
said = $(if $(findstring command,$(origin $(1))),$(2)=$($(1)))
SETTINGS := $(call said,LAN,MINIDORP_LAN) $(call said,PORT,MINIDORP_PORT)

run: $(VENV)/.runtime $(VENV)/.texts static/build/.built
	@exec env $(SETTINGS) $(PY) app.py

build: static/build/.built

$(VENV)/.created:
	@sh tools/venv.sh $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.txt | $(VENV)/.created
	@echo "Installing what Minidorp runs on (once) …"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	@echo "Installing what the tests need (once) …"
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/.texts: $(TEXTS) workshop/i18n.py $(VENV)/.runtime
	@$(PY) -m workshop.messages compile
	@touch $@

$(VENV)/.node: requirements-node.txt tools/node-setup.sh | $(VENV)/.created
	@sh tools/node-setup.sh $(VENV)
	@touch $@

node_modules/.installed: package-lock.json .npmrc $(VENV)/.node
	@echo "Installing what the front end is made of (once) …"
	@npm ci --ignore-scripts --loglevel=error
	@touch $@

static/build/.built: $(FRONT) $(CATALOGUE) $(TEXTS) node_modules/.installed $(VENV)/.runtime
	@echo "Building the front end …"
	@node static/build.mjs
	@touch $@

check: $(VENV)/.dev static/build/.built
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	npm run --silent check

# Worksteal: a worker that is done takes tests from the others. Those with a browser are slow, stand together, and
# wait more than they compute, so three share two processors.
test: check $(VENV)/.texts
	@sh tools/test-setup.sh
	npm run --silent test
	$(PY) -m pytest -n 3 --dist worksteal

fuzz: $(VENV)/.dev node_modules/.installed
	$(PY) -m tests.vision.yjs $(FUZZ)
	$(PY) -m tests.vision.yjs_writers $(FUZZ)

tests/load/node_modules/.installed: tests/load/package-lock.json tests/load/.npmrc $(VENV)/.node
	@echo "Installing what Minidorp is compared with (once; the database's driver may be compiled) …"
	@cd tests/load && npm ci --loglevel=error
	@touch $@

# BENCH="--quick --only board" measures a part, shortly, and keeps nothing.
bench: $(VENV)/.dev $(VENV)/.texts static/build/.built tests/load/node_modules/.installed
	$(PY) -m tests.load.bench $(BENCH)

tests/phone/node_modules/.installed: tests/phone/package-lock.json tests/phone/.npmrc $(VENV)/.node
	@echo "Installing Lighthouse (once) …"
	@cd tests/phone && npm ci --ignore-scripts --loglevel=error
	@touch $@

# PHONE="--rounds 1 --only board" measures a part.
bench-phone: $(VENV)/.dev $(VENV)/.texts static/build/.built tests/phone/node_modules/.installed
	$(PY) -m tests.phone.bench $(PHONE)

strings: $(VENV)/.runtime
	$(PY) -m workshop.messages extract

# NAME="wishes" writes a migration for what the tables have and the newest migration lacks.
migration: $(VENV)/.dev
	@$(PY) -m tools.migration "$(NAME)"
	@$(VENV)/bin/ruff check --quiet --fix workshop/migrations && $(VENV)/bin/ruff format --quiet workshop/migrations

screenshots: $(VENV)/.dev $(VENV)/.texts static/build/.built
	@sh tools/test-setup.sh
	$(PY) tools/screenshots.py

# Figures of the plain-language helper; DATA or MINIDORP_LANGUAGE_DATA says where the texts are.
language-report: $(VENV)/.dev
	@$(PY) -m tools.language_report $(if $(DATA),--data "$(DATA)")

clean:
	rm -rf $(VENV) node_modules tests/load/node_modules tests/phone/node_modules static/build static/src/generated .mypy_cache .pytest_cache .ruff_cache .hypothesis
