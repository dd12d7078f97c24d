"""Thin workflows that call Hero's own at a version, made out of those that they call."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hero.registry.beginning.own import NotMeant
from hero.registry.parse import parse

_SOURCE = re.compile(r"(?P<repository>[\w.-]+/[\w.-]+)@(?P<version>[\w][\w./-]*)", re.ASCII)
_SECTION = re.compile(r"^(?=[a-z])", re.MULTILINE)
_RIGHT = re.compile(r"^ {6}(?P<scope>[a-z-]+): (?P<level>read|write)(?P<why> #.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Whence:
    """The repository that Hero comes from, and the version: a tag or a commit."""

    repository: str
    version: str


def whence(words: str) -> Whence:
    """Where Hero comes from, as OWNER/NAME@VERSION. Raises NotMeant."""
    found = _SOURCE.fullmatch(words or "")
    if not found:
        raise NotMeant("say whence Hero comes: --hero OWNER/NAME@VERSION, a tag or a commit")
    return Whence(found["repository"], found["version"])


def caller(text: str, path: str, source: Whence) -> str | None:
    """The workflow that calls the one of this text; None where that one cannot be called.

    It starts on the same events and grants what the jobs need, no more.
    """
    sections = {each.split(":", 1)[0]: each for each in _SECTION.split(text) if each[:1].isalpha()}
    starts = parse(path, text.encode()).data["on"]
    if "workflow_call" not in starts:
        return None
    parts = [
        "# Calls Hero's workflow of this name at one version; what it does is said there.\n",
        sections["name"],
        _starts(sections["on"]),
        "permissions: {}\n\n# Nothing is kept from run to run.\ncache-mode: none\n\n",
        "\n".join([*_job(sections["jobs"], path, source), *_passed(starts["workflow_call"]), ""]),
    ]
    return "".join(parts)


def _starts(section: str) -> str:
    """The events without the call itself."""
    kept, inside = [], False
    for line in section.rstrip("\n").split("\n"):
        if re.match(r" {2}\S", line):
            inside = line.startswith("  workflow_call:")
        if not inside:
            kept.append(line)
    return "\n".join([*kept, "", ""])


def _job(jobs: str, path: str, source: Whence) -> Iterator[str]:
    """The one job: its rights are those of all that it calls."""
    stem = path.rsplit("/", 1)[-1].removesuffix(".yml")
    yield from ("jobs:", f"  {stem}:", f"    name: hero {stem}", "    permissions:")
    rights: dict[str, tuple[str, str]] = {}
    for found in _RIGHT.finditer(jobs):
        if rights.get(found["scope"], ("",))[0] != "write":
            rights[found["scope"]] = (found["level"], found["why"] or "")
    yield from (f"      {scope}: {level}{why}" for scope, (level, why) in sorted(rights.items()))
    yield f"    uses: {source.repository}/{path}@{source.version}"


def _passed(called: Any) -> Iterator[str]:
    """What the called workflow takes, by the same names.

    Secrets of an environment are empty here; the job that is in the environment has them.
    """
    taken = called if isinstance(called, dict) else {}
    for kind, label in (("inputs", "with"), ("secrets", "secrets")):
        names = taken.get(kind) or {}
        yield from [f"    {label}:"] if names else []
        yield from (f"      {name}: ${{{{ {kind}.{name} }}}}" for name in names)


def requirement(forge: str, source: Whence) -> str:
    """Hero itself as a requirement, at the same version."""
    return f"hero @ git+{forge}/{source.repository}@{source.version}\n"


def thin_makefile(text: str) -> str:
    """The Makefile without what changes the tooling: Hero is installed by its version.

    What sets `.venv` up stays as it is, from the line that says when that is done anew.
    """
    head, _, rest = text.partition("# The file says where .venv was made")
    setup = rest.partition(".venv/hero:")[0]
    return f"{_HEAD}\n# The file says where .venv was made{setup}{_TAIL}" if head and setup else ""


_HEAD = """\
# Each target sets up what it needs, once: the Hero of requirements/hero.txt.
PYTHON ?= python3
ARGS   ?=
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps
LOCKED := $(PIP) --require-hashes --requirement

.DEFAULT_GOAL := help
.PHONY: help serve check build clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: .venv/hero ## Serve the site on this machine
	$(BIN)/hero serve $(ARGS)

check: .venv/hero ## Hold the registry against every rule
	$(BIN)/hero check $(ARGS)

build: .venv/hero ## Build the site into public/
	$(BIN)/hero build $(ARGS)

clean: ## Remove everything that the other targets made
	rm -rf .venv .hero public
"""

_TAIL = """\
.venv/hero: requirements/hero.txt .venv/made
	@$(PIP) --no-build-isolation --requirement requirements/hero.txt
	@touch $@
"""
