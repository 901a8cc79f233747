# Every target first brings what it needs; a second run finds it done.

PREFIX ?= /usr/local
SECONDS ?= 60
SIZE ?= 4000
BUILD ?= .build

swift_files = find Package.swift Sources Tests Rules -name '*.swift' -not -path 'Sources/Grammars/*'
swift_flags = --scratch-path $(BUILD)
archives = $(abspath $(BUILD))/archives
release_flags = $(swift_flags) -c release --static-swift-stdlib --product redis-inventory
program = $(BUILD)/release/redis-inventory

ifneq ($(filter inventory,$(MAKECMDGOALS)),)
ifeq ($(SOURCE),)
$(error which folder? make inventory SOURCE=dir)
endif
endif

.PHONY: help setup build release inventory install lint test bench fuzz

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

setup: ## install what the build needs and lay out the grammars
	@Scripts/set-up

build: setup ## build everything, tests too, for debugging
	swift build $(swift_flags) --build-tests

release: setup ## build the program as it is installed
	@Scripts/link-archives $(archives)
	@PKG_CONFIG_PATH=$(archives)$${PKG_CONFIG_PATH:+:$$PKG_CONFIG_PATH} swift build $(release_flags) >&2

inventory: release ## list what SOURCE=dir does with Redis
	@$(program) inventory "$(SOURCE)"

install: release ## put the program into PREFIX=dir/bin
	install -D -m 755 $(program) "$(PREFIX)/bin/redis-inventory"

lint: setup ## check the format, and that nothing gives a warning
	$(swift_files) -print0 | xargs -0 swift format lint --strict --parallel
	swift build $(swift_flags) --build-tests

test: setup ## run all tests
	@Scripts/set-up-servers $(abspath $(BUILD))/servers
	TEST_SERVERS=$(abspath $(BUILD))/servers swift test $(swift_flags) --disable-xctest

bench: release ## time the phases, growth, and the program against a parser alone, ripgrep, ast-grep and semgrep, over TREES="dir …" and SIZE generated files
	@Benchmarks/run $(program) $(BUILD)/bench $(SIZE) $(TREES)

fuzz: setup ## feed broken input to everything that reads input, for SECONDS=n
	@mkdir -p $(BUILD)/fuzz
	FUZZ_SECONDS=$(SECONDS) FUZZ_FOLDER=$(BUILD)/fuzz swift test $(swift_flags) --disable-xctest --filter FuzzTests
