# Trechter: `make demo` starts a living demo, `make test` runs everything CI runs. Both can be run again at any time.

SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

WEB_SOURCES := $(shell find web/src web/public web/index.html web/vite.config.ts web/package-lock.json texts -type f 2>/dev/null)
NEXTEST := $(shell command -v cargo-nextest 2>/dev/null)
BUILT := $(or $(CARGO_TARGET_DIR),target)
say = @printf '\n\033[1m== %s\033[0m\n' "$(1)"

.PHONY: help demo test setup lint rust web-check browser bench bench-check screenshots soak clean

help: ## what there is to do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: web/dist/.built ## build what is needed and serve the demo organisation on one port
	$(call say,Building the server (a few minutes the first time))
	cargo build --locked --package server --bin trechter
	$(call say,Starting the demo)
	$(BUILT)/debug/trechter demo

test: setup lint rust web-check browser ## everything CI runs
	$(call say,All of it passed)

setup: ## install what the tests need and is missing: PostgreSQL and Chromium from Debian, npm packages
	@scripts/setup

lint:
	$(call say,Format and lints)
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings

rust:
	$(call say,Rust tests)
ifdef NEXTEST
	cargo nextest run --locked --workspace --no-fail-fast
else
	cargo test --locked --workspace --no-fail-fast
endif

web/node_modules/.installed: web/package-lock.json
	$(call say,Installing the packages of the screens)
	cd web && npm ci --no-audit --no-fund
	@touch $@

web/dist/.built: web/node_modules/.installed $(WEB_SOURCES)
	$(call say,Building the screens)
	cd web && npm run build
	@touch $@

web-check: web/dist/.built
	$(call say,Checks and tests of the screens)
	cd web && npm run check && npm test

browser: web/dist/.built
	$(call say,Journeys in Chromium)
	tests/browser

bench: web/dist/.built ## measure how fast it is, as ratios to references of the same run (a quarter of an hour)
	@scripts/setup bench
	$(call say,Building the server and the bench as they are released)
	cargo build --locked --release --package server --package bench
	$(call say,Measuring)
	$(BUILT)/release/bench

bench-check: ## run every scenario of the bench once, as small as can be
	$(call say,Building the server and the bench)
	cargo build --locked --package server --package bench
	$(call say,Every scenario once)
	$(BUILT)/debug/bench check

screenshots: web/dist/.built ## take the pictures of the README again, from the demo
	$(call say,Taking the pictures of the README)
	TRECHTER_E2E_PICTURES="$(CURDIR)/docs/pictures" tests/browser npm run e2e -- readme --project desktop
	@find docs/pictures -name '*.png' -size +200k -print | { ! grep . ; } || { echo "larger than 200 kB" >&2; exit 1; }

# The harnesses with chance in them, by name; each prints its line with count and seed. R5's engine figure is a count of its own.
HARNESSES := kills races apart hostile
soak: setup ## the harnesses with their large figures and a new seed: hours; SOAK="races hostile" picks some
	$(call say,Large figures)
	@seed=$${TRECHTER_SEED:-$$(date +%s)}; export TRECHTER_SOAK=1 TRECHTER_SEED=$$seed; echo "seed $$seed"; \
	cargo build --locked --release --package tests --all-targets; \
	for harness in $(or $(SOAK),$(HARNESSES)); do \
		cargo test --locked --release --package tests --test all -- --nocapture --test-threads=1 $$harness::; \
	done; \
	TRECHTER_COUNT=$${TRECHTER_COUNT:-100000000} cargo test --locked --release --package engine --test all -- --nocapture random model::

clean: ## remove everything that was built
	cargo clean
	rm -rf web/dist web/node_modules
