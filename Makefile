# Every target does its own set-up on a fresh Debian 12 (packages.apt; as root or with sudo).
JOBS ?= $(shell nproc)
GOLD ?= ../shared/gold/dev
SAMPLE := test/golden/agency-phone-calls/page.txt

.PHONY: all build run test score clusters bench check-all setup format clean

all: build

setup:
	@tools/setup.sh

# The released binary, at build/rasid.
build: setup
	@cmake --preset release > build-configure.log 2>&1 || { cat build-configure.log; exit 1; }; rm -f build-configure.log
	@cmake --build --preset release --target rasid -j $(JOBS)
	@ln -sf release/rasid build/rasid

# Builds, codes one of our own articles and prints it.
run: build
	@build/rasid code --format text --date 2024-05-16 $(SAMPLE)

# All tests, sanitized: units, lexicon examples, golden articles, the binary end to end, layers, formatting.
test: setup
	@tools/test.sh $(JOBS)

# Accuracy against gold articles: make score [GOLD=DIR]
score: build
	@tools/score.sh $(GOLD)

# Joining against labelled deeds of August 2015.
clusters: build
	@tools/clusters.sh

bench: build
	@bench/run.sh

# What takes long: all of test, the thread sanitizer, clang-tidy, fuzzing, hostile inputs, benches.
check-all: test
	@tools/check_all.sh $(JOBS)

format:
	@git ls-files 'src/*.cc' 'src/*.h' 'fuzz/*.cc' 'bench/*.cc' | xargs clang-format-14 -i

clean:
	rm -rf build
