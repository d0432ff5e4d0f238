# make run | build | test | verify | bench | bench-terminal | pictures | format | lint | install PREFIX=DIR | clean
# make bench BENCH=terminal        the screen alone, or the numeric core alone with BENCH=core
# make bench ONLY=gpt QUICK=1      a part of the core's benchmarks, or all in some minutes
#
# Every target installs the system packages that are missing, or prints the one command that does.

PREFIX ?= /usr/local
PACKAGES := libncurses-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev tmux pkg-config
PYTHON := .build/python/bin/python
PEERS := .build/peers/bin/python
SCREEN_PEERS := .build/python/terminal-peers
# A part of the core's cases is wanted without the screen.
BENCH ?= $(if $(ONLY),core,core terminal)
RELEASE := -c release --static-swift-stdlib -Xlinker -s
STRICT := --explicit-target-dependency-import-check error

# Without AVX2 and FMA the core is built without its machine flags: right, and several times slower.
ifeq ($(shell uname -m),x86_64)
ifeq ($(shell grep -q avx2 /proc/cpuinfo 2>/dev/null && grep -q fma /proc/cpuinfo && echo yes || sysctl -n hw.optional.avx2_0 2>/dev/null | sed s/1/yes/),)
export GRADUS_PORTABLE := 1
endif
endif

.PHONY: run build test verify bench bench-core bench-terminal pictures format lint install clean packages

run: build
	@.build/release/gradus

build: packages
	@swift build $(RELEASE) --product gradus

test: packages $(PYTHON)
	@Tests/run

verify: build
	@.build/release/gradus check --run --seeds 1,2,3

# The mini-ML core beside its peers, then the screen beside its own.
bench: $(addprefix bench-,$(BENCH))

# The mini-ML core beside NumPy, PyTorch, JAX and others, which are downloaded (about 3 GB) at the first time.
bench-core: packages $(PEERS)
	@swift build -c release --static-swift-stdlib --product gradus-bench
	@$(PEERS) Benchmarks/core.py --only "$(ONLY)" $(if $(QUICK),--quick)

# The screen beside htop, less, vim, btop and a Textual program; one that is missing is named and left out.
bench-terminal: build $(PYTHON) $(SCREEN_PEERS)
	@$(PYTHON) Benchmarks/terminal.py $(if $(QUICK),--rounds 5 --seconds 1.5)

# The README's pictures, made by the program itself.
pictures: build
	@Tools/pictures

format:
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Plugins Benchmarks/Core

lint:
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Plugins Benchmarks/Core

install: build
	@Tools/install "$(PREFIX)"

clean:
	@rm -rf .build

packages:
	@Tools/packages $(PACKAGES)

# Python is for tests and benchmarks alone: it drives the program in a pseudo-terminal.
$(PYTHON): Tests/requirements.txt
	@python3 -m venv .build/python
	@.build/python/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# The peers of the benchmarks. PyTorch comes from its own index where it has the build without CUDA.
$(PEERS): Benchmarks/requirements.txt
	@python3 -m venv .build/peers
	@.build/peers/bin/pip install --quiet --disable-pip-version-check --retries 2 --extra-index-url https://download.pytorch.org/whl/cpu --requirement $<
	@touch $@

$(SCREEN_PEERS): Benchmarks/terminal-requirements.txt $(PYTHON)
	@.build/python/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
