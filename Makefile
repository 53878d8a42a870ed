# `make help` lists what there is.

SWIFT ?= swift
PYTHON ?= python3
PREFIX ?= /usr/local

# The Swift runtime is linked in: one file that runs where no Swift is installed, and starts faster. Without symbols: half
# the size.
RELEASE := build --configuration release --static-swift-stdlib --product lacuna -Xlinker -s

# Without the corpus, which is there to be read, in ten languages.
SOURCES := Package.swift Sources $(filter-out Tests/LanguagesTests,$(wildcard Tests/*)) $(wildcard Tests/LanguagesTests/*.swift)

.DELETE_ON_ERROR:
.PHONY: help setup setup-test setup-bench build release test demo bench mutants format lint install clean python

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: python ## Bring in what building needs (third-party C sources, by version and hash)
	@$(PYTHON) scripts/setup build

setup-test: python
	@$(PYTHON) scripts/setup test

setup-bench: python
	@$(PYTHON) scripts/setup bench

build: setup ## Build for debugging
	$(SWIFT) build

release: setup
	$(SWIFT) $(RELEASE)

test: setup-test ## Set up, build, and run every test
	$(SWIFT) test --parallel

demo: setup scripts/demo.sh ## Show a review and a typing session on the sample workspace
	$(SWIFT) build --product lacuna
	scripts/demo.sh

bench: setup-bench release scripts/bench.sh ## Measure typing, review and start-up (BENCH="--json" for data)
	scripts/bench.sh $(BENCH)

mutants: release ## Take protections out of functions and count what is said (MUTANTS="PATH... --list silent"; default: the examples)
	"$$($(SWIFT) $(RELEASE) --show-bin-path)/lacuna" debug mutants $(MUTANTS)

format: ## Format the Swift sources in place
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint: ## Say where the Swift sources are not formatted
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

install: release ## Install the release binary below PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 -s "$$($(SWIFT) $(RELEASE) --show-bin-path)/lacuna" "$(DESTDIR)$(PREFIX)/bin/lacuna"
	install -d "$(DESTDIR)$(PREFIX)/share/doc/lacuna"
	install -m 644 LICENSE NOTICES.md "$(DESTDIR)$(PREFIX)/share/doc/lacuna"

clean: ## Remove what was built, not what was set up
	rm -rf .build

python:
	@command -v $(PYTHON) >/dev/null || { echo "setup: no $(PYTHON) on the PATH; Python 3.9 or newer is needed" >&2; exit 1; }
