.PHONY: setup build test
setup:
	@python3 scripts/setup.py

build: setup
	swift build

test: setup
	swift test --parallel
