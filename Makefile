# What one does with Tessera day to day. `make` alone lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check bench guard fuzz build bundle install clean setup setup-test setup-bench setup-guard setup-bundle
MAKEFLAGS += --no-print-directory

PREFIX ?= /usr/local
DESTDIR ?=
READER ?= all
ONLY ?=
FUZZ_SECONDS ?= 60

# Static, so that one file runs on any machine that has the C libraries, and starts faster.
RELEASE := -c release --static-swift-stdlib

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Convert what lies in Input/ into Output/
	@.build/release/tessera convert
	@echo 'Open matrix.csv of a folder in Output/ in a spreadsheet; README.md explains the other files.'

test: setup-test ## Run all tests, the examples, other people's tools on the dataset, and its pages in a browser
	@Scripts/quietly 'Building the tests' swift build --build-tests
	@Scripts/quietly --last 'Testing' swift test --skip-build --parallel
	@Examples/check
	@Tests/Interoperability/run
	@Tests/Browser/run

check: setup ## Check the style, the documentation and every link
	@swift format lint --strict --parallel -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources Examples/Package.swift Examples/Sources
	@Scripts/check-documentation
	@Scripts/check-links

bench: setup-bench build ## Measure time and memory against the targets; ONLY=case to print that one alone
	@Scripts/quietly 'Building the benchmarks' swift build --package-path Benchmarks $(RELEASE)
	@Benchmarks/.build/release/bench $(if $(ONLY),--only $(ONLY))

guard: setup-guard build ## Count the instructions of a few commands, and fail where one has become dearer
	@Benchmarks/count-instructions

fuzz: setup ## Fuzz the readers; READER=all, FUZZ_SECONDS=60
	@Fuzz/run $(READER) $(FUZZ_SECONDS)

build: setup ## Build the release binary, .build/release/tessera
	@Scripts/quietly 'Building tessera' swift build $(RELEASE) --product tessera

bundle: setup-bundle build ## Pack .build/tessera.tar.gz, for machines that have none of its libraries
	@Scripts/quietly 'Packing .build/tessera.tar.gz' Scripts/bundle

install: build ## Install tessera; PREFIX=/usr/local, DESTDIR= as usual
	@install -D -m 755 .build/release/tessera '$(DESTDIR)$(PREFIX)/bin/tessera'
	@echo 'Installed $(DESTDIR)$(PREFIX)/bin/tessera'

clean: ## Remove what was built; Output/ stays
	@rm -rf .build .build-docs .build-python .build-python-bench Benchmarks/.build Examples/.build Fuzz/.build Fuzz/.corpus Fuzz/.findings Fuzz/.seeds

setup:
	@Scripts/setup

setup-test:
	@Scripts/setup test

setup-bench:
	@Scripts/setup bench
	@Benchmarks/setup-peers

setup-guard:
	@Scripts/setup guard

setup-bundle:
	@Scripts/setup bundle
