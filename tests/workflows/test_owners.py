"""Whose approval a change of policy and of workflows needs, and that updates wait some days."""

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.workflows.shipped import ACTIONS, ROOT, WORKFLOWS

MAINTAINERS, LEADS = "@example-org/hero-maintainers", "@example-org/innovation-leads"


def rules() -> Iterator[tuple[str, list[str]]]:
    for line in (ROOT / ".github/CODEOWNERS").read_text().splitlines():
        if line and not line.startswith("#"):
            pattern, *owners = line.split()
            yield pattern, owners


def owners(path: str) -> list[str]:
    """As GitHub reads it: the last line that matches counts. Only the forms that are used here."""
    found: list[str] = []
    for pattern, named in rules():
        assert re.fullmatch(r"\*|/[\w./-]+", pattern), "teach this test the new form"
        whole = pattern.endswith("/") and path.startswith(pattern[1:])
        if pattern == "*" or whole or path == pattern[1:]:
            found = named
    return found


@pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=lambda path: path.stem)
def test_a_workflow_changes_with_a_maintainer(path: object) -> None:
    assert owners(str(path).removeprefix(f"{ROOT}/")) == [MAINTAINERS]


def test_every_policy_has_an_owner() -> None:
    policies = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "playbooks").rglob("*.yml")
        if "challenges" not in path.parts
    ]
    assert len(policies) >= 4
    assert all(owners(path) for path in policies)


@pytest.mark.parametrize(
    "path",
    [
        "Makefile",
        "requirements/runtime.txt",
        "tooling/hero/cli/__init__.py",
        ".github/CODEOWNERS",
        "playbooks/technology/network.yml",
    ],
)
def test_what_decides_over_rights_and_readers_is_the_maintainers(path: str) -> None:
    assert MAINTAINERS in owners(path)


def test_ideas_have_no_owner_since_hero_asks_who_fits() -> None:
    assert owners("ideas/2026/an-idea.yml") == []
    assert owners("playbooks/culture/challenges/spring.yml") == []
    assert LEADS in owners("playbooks/process/pipeline.yml")


def test_updates_of_packages_and_actions_wait_a_week() -> None:
    says = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())["updates"]
    assert {each["package-ecosystem"] for each in says} == {"uv", "github-actions"}
    assert all(each["cooldown"]["default-days"] >= 7 for each in says)
