"""One registry breaks every rule at once, and the command that a pull is checked with says so."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hero.rules import RULES
from tests.rules.layers import CASES, SHARED, TODAY, lay_over

#: For each rule its first bad case, but where two of these would overwrite each other's files or
#: take away what another rule needs.
CHOSEN = {
    "file-link": "bad-out-of-the-tree",
    "field-missing": "bad-nothing-but-a-title",
    "field-empty": "bad-dangling-dash",
    "field-type": "bad-huge-numbers",
    "field-value": "bad-logins",
    "field-unknown": "bad-escape-sequence",
    "period-order": "bad-filled-in-a-hurry",
    "pipeline-reach": "bad-stage-without-moves",
    "policy-missing": "bad-no-network",
    "roster-double": "bad-copied-and-misspelt",
    "slug-form": "bad-control-characters",
    "stage-undecided": "bad-before-it-was-proposed",
    "kept-field": "bad-decides-alone",
    "move-person": "bad-nobody-known",
    "move-gate": "bad-no-result",
    "move-date": "bad-tomorrow-and-later",
    "move-unlawful": "bad-jumps-a-stage",
    "record-rewritten": "bad-evaluation-raised",
    "pull-mixed": "bad-two-ideas",
}


def case_of(rule: str) -> Path:
    return CASES / rule / CHOSEN.get(rule, min(path.name for path in (CASES / rule).glob("bad-*")))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry with a violation of every rule, over a commit that is in order."""
    root = tmp_path_factory.mktemp("registry") / "broken"
    shutil.copytree(SHARED, root)
    changes = [case for rule in RULES if ((case := case_of(rule.id)) / "base").is_dir()]
    for case in changes:
        lay_over(case / "base", root)
    author = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    for words in (("init", "-q"), ("add", "."), (*author, "commit", "-q", "-m", "In order")):
        subprocess.run(["git", *words], cwd=root, check=True, env=settings(root))
    for layer in (case / "base" for case in changes):
        for path in layer.rglob("*.yml"):
            (root / path.relative_to(layer)).unlink()
    for rule in RULES:
        case = case_of(rule.id)
        lay_over(case / "head" if (case / "head").exists() else case, root)
    return root


def settings(root: Path) -> dict[str, str]:
    nobody = {"HOME": str(root.parent), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
    return {"PATH": os.environ["PATH"]} | nobody


def check(root: Path, form: str) -> subprocess.CompletedProcess[str]:
    facts = root.parent / "facts.json"
    facts.write_text(f'{{"today": "{TODAY}"}}', encoding="utf-8")
    command = [sys.executable, "-m", "hero", "check", "--root", str(root), "--facts", str(facts)]
    return subprocess.run(
        [*command, "--base", "HEAD", "--format", form],
        capture_output=True,
        encoding="utf-8",
        env=settings(root),
    )


def said(form: str, output: str) -> set[str]:
    if form == "json":
        return {each["rule"] for each in json.loads(output)}
    return set(re.findall({"text": r": \w+\[(.+?)\]: ", "github": "title=([a-z-]+)"}[form], output))


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_every_rule_speaks_in_every_format(broken: Path, form: str) -> None:
    done = check(broken, form)
    assert done.returncode == 1
    assert said(form, done.stdout) == {rule.id for rule in RULES}
    assert done.stderr == ""
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", done.stdout)
    assert check(broken, form).stdout == done.stdout


def test_what_was_in_order_is_clean(broken: Path, tmp_path: Path) -> None:
    subprocess.run(
        ["git", "clone", "-q", broken, tmp_path / "it"], check=True, env=settings(broken)
    )
    done = check(tmp_path / "it", "json")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], "")
