# make demo       set up whatever is missing and build the sample county into outputs/anhe-2026
# make test       the same set-up plus the test tools, then linters and tests
# make test-deep  the longer searches
# make bench      ratios against the plain library way
# make measure    the layout of the sample county and of a stress text, required and measured (ROWS=2000: also long lists)
# make corpus     the checker on right and wrong documents: hits and false alarms, rule by rule (minutes)
# make setup      only set up        make lint    only the linters
# make fonts      build the stand-in fonts again        make clean   remove results and caches
# make pdfa       the PDFs of the sample county under a validator (Apache PDFBox Preflight; needs Java)
# make pictures   the pictures of the READMEs, from the pages of the sample county
#
# Every step leaves a stamp in .venv/; remove .venv to start over. The network is used by the set-up only.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := demo
.PHONY: bench corpus demo setup fonts measure pdfa pictures test test-deep lint clean

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
FONTS := $(VENV)/share/reporter/fonts
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# What WeasyPrint loads at run time; without libharfbuzz-subset0 every PDF takes ten times as long.
SYSTEM_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig
TEST_PACKAGES := libreoffice-writer-nogui poppler-utils
PDFA_PACKAGES := default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java
# Only the font files are taken out of these; they are not installed. FONTS_FROM=DIR uses a folder that already
# holds the .deb files or the fonts (no Debian, or no network).
FONT_PACKAGES := texlive-lang-chinese fonts-noto-cjk fonts-lxgw-wenkai
FONTS_FROM ?=

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o APT::Sandbox::User=root

# Shell text: install those of the given Debian packages that are missing, or say what to install by hand.
define need
missing=""
for package in $(1); do
  dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed || missing="$$missing $$package"
done
if [ -n "$$missing" ]; then
  if ! command -v apt-get >/dev/null; then
    echo "没有 apt-get：请用本机的办法安装这些库，再继续：$$missing" >&2
  elif [ -n "$(SUDO)" ] && ! command -v sudo >/dev/null; then
    echo "需要管理员权限：请以 root 运行 apt-get install$$missing，再重新运行 make" >&2; exit 2
  else
    echo "安装系统软件包：$$missing"
    { $(APT) update && $(APT) install --no-install-recommends $$missing; } >$(STAMPS)/apt.log 2>&1 \
      || { cat $(STAMPS)/apt.log >&2; echo "安装失败：$$missing" >&2; exit 2; }
  fi
fi
endef

# Shell text: install this checkout with the pinned versions; $(1) is an extra in brackets or nothing.
define pip
PIP_CONSTRAINT=constraints.txt $(BIN)/pip install --quiet --disable-pip-version-check --editable '.$(1)' \
  >$(STAMPS)/pip.log 2>&1 || { cat $(STAMPS)/pip.log >&2; echo "Python 软件包安装失败" >&2; exit 2; }
endef

demo: setup
	$(BIN)/reporter build inputs/anhe-2026 --out outputs

setup: $(STAMPS)/packages $(STAMPS)/fonts

$(STAMPS)/system: | $(STAMPS)
	$(call need,$(SYSTEM_PACKAGES))
	touch $@

$(BIN)/python: | $(STAMPS)
	python="$(PYTHON)"
	if [ -z "$$python" ] || ! $$python -c 'import ensurepip' 2>/dev/null; then
	  $(call need,python3 python3-venv)
	  python=python3
	fi
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "需要 Python 3.11 或更新的版本（PYTHON=路径 可以指定）" >&2; exit 2; }
	$$python -m venv $(VENV)

$(STAMPS)/packages: setup.cfg setup.py pyproject.toml constraints.txt $(STAMPS)/system | $(BIN)/python
	echo "安装 Python 软件包"
	$(call pip,)
	$(BIN)/python -m compileall -q reporter  # as pip does for what it copies; else each start may compile it all
	touch $@

FONT_SOURCES := $(patsubst %,reporter/typeset/fonts/%.py,build configure cut debs level metrics outlines roles)
$(STAMPS)/fonts: $(FONT_SOURCES) | $(STAMPS)/packages
	packages="$(FONTS_FROM)"
	if [ -z "$$packages" ]; then
	  command -v apt-get >/dev/null \
	    || { echo "没有 apt-get：请下载 $(FONT_PACKAGES) 的 .deb，再运行 make FONTS_FROM=所在文件夹" >&2; exit 2; }
	  packages=$$(mktemp -d)
	  trap 'rm -rf "$$packages"' EXIT
	  echo "下载字体"
	  get() { (cd "$$packages" && apt-get -q -o APT::Sandbox::User=root download $(FONT_PACKAGES)); }
	  get >$(STAMPS)/fonts.log 2>&1 || { $(APT) update && get; } >$(STAMPS)/fonts.log 2>&1 \
	    || { cat $(STAMPS)/fonts.log >&2; echo "字体下载失败" >&2; exit 2; }
	fi
	echo "生成排版字体（约一分钟，只做一次）"
	$(BIN)/python -m reporter.typeset.fonts.build $(FONTS) --from "$$packages"
	touch $@

fonts:
	rm -f $(STAMPS)/fonts
	$(MAKE) --no-print-directory $(STAMPS)/fonts

$(STAMPS)/test: $(STAMPS)/packages
	$(call need,$(TEST_PACKAGES))
	echo "安装测试工具"
	$(call pip,[test])
	touch $@

lint: $(STAMPS)/test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: setup lint
	$(BIN)/pytest -n auto --dist worksteal

test-deep: setup $(STAMPS)/test
	$(BIN)/pytest -m deep || [ $$? = 5 ]  # 5: no test has the mark

corpus: setup $(STAMPS)/test
	$(BIN)/python -m tests.corpus.score --render --open
	$(BIN)/python -m tests.corpus.score --render --heldout

pdfa: demo
	$(call need,$(PDFA_PACKAGES))
	find outputs -name '*.pdf' -not -path '*/.reporter/*' -print0 | sort -z \
	  | xargs -0 $(BIN)/python -m tests.pdfa.preflight

pictures: demo
	$(BIN)/python docs/make_pages.py

# Exit code 1 is a deviation of a PDF. Word files are laid out by LibreOffice, whose own faults are told but do not fail.
ROWS ?=
measure: demo
	$(BIN)/python benchmarks/stress.py outputs/stress
	if [ -n "$(ROWS)" ]; then
	  $(BIN)/python inputs/make_anhe.py --rows $(ROWS) --out build/anhe-$(ROWS)
	  $(BIN)/reporter build build/anhe-$(ROWS) --only rectification-lists --to pdf --out outputs || [ $$? = 1 ]
	fi
	pdfs=$$(find outputs -name '*.pdf' -not -path '*/.reporter/*' | sort)
	docxs=$$(find outputs -name '*.docx' -not -path '*/.reporter/*' | sort)
	echo "$$docxs" | xargs -d '\n' $(BIN)/reporter measure $$($(BIN)/python -c \
	  'from reporter.artefacts.office import available; print("--render" if available() else "")') --brief || [ $$? = 123 ]
	echo "$$pdfs" | xargs -d '\n' $(BIN)/reporter measure --strict

bench: setup
	$(BIN)/python benchmarks/pdf.py
	$(BIN)/python benchmarks/word.py
	$(BIN)/python benchmarks/check.py
	$(BIN)/python benchmarks/diff.py
	$(BIN)/python benchmarks/lists.py
	$(BIN)/python benchmarks/bundle.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/firstdocument.py

clean:
	find outputs -mindepth 1 ! -name .gitkeep -delete
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find reporter tests templates inputs -name __pycache__ -prune -exec rm -rf {} +

$(STAMPS):
	mkdir -p $@
