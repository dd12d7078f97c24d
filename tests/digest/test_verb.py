"""`hero digest` as people and schedules run it, against the stand-in and a chat."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from hero.cli import run
from tests.digest.test_post import chat
from tests.forge.forge import Forge
from tests.github.conftest import descriptions, forge
from tests.rules.layers import SHARED

__all__ = ["chat", "descriptions", "forge"]

ON = ("--date", "2026-11-18")
NETWORK = "playbooks/technology/network.yml"
FRESH = """title: Share the test rig
theme: reliability
problem: Two teams wait for one rig.
proposal: Put a calendar beside it.
benefit: Both teams wait less.
proposers: [example-ada]
proposed_on: 2026-11-11
stage: proposed
advocates: [example-linus, example-mei]
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GITHUB_ACTIONS", "")
    root = tmp_path / "registry"
    shutil.copytree(SHARED, root)
    (root / "ideas/2026/share-the-rig.yml").write_text(FRESH, encoding="utf-8")
    with (root / NETWORK).open("a", encoding="utf-8") as page:
        page.write("channels:\n  - {kind: digest, name: Mondays}\n")
        page.write("  - {kind: chat, name: Ideas, secret: HERO_CHAT}\n")
    return root


def test_what_it_shows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["digest", *ON, "--root", str(root)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("The week to 15 Nov 2026\n")
    assert "New\n- Share the test rig: by example-ada." in said
    assert run(["digest", *ON, "--root", str(root), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["week"], data["first"], data["last"]) == ("2026-W46", "2026-11-09", "2026-11-15")
    assert run(["digest", *ON, "--root", str(root), "--format", "markdown"]) == 0
    assert "<h4>New</h4>" in capsys.readouterr().out


def test_since_a_day(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["digest", *ON, "--root", str(root), "--since", "2026-11-12"]) == 0
    assert "Share the test rig: by" not in capsys.readouterr().out
    assert run(["digest", *ON, "--root", str(root), "--since", "2027-01-01"]) == 2
    assert "still ahead" in capsys.readouterr().err


def test_it_is_posted_once_and_told_once(
    root: Path,
    forge: Forge,
    chat: tuple[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    address, handler = chat
    repo = forge.repository("example-org/small-network", {"README.md": "x"}, ada="write")
    _, token = forge.app("hero", {"issues": "write", "contents": "read"})
    for name, value in {"HERO_TOKEN": token, "GITHUB_API_URL": forge.url}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HERO_CHAT", address)
    for _ in range(2):
        assert run(["digest", *ON, "--root", str(root), "--apply"]) == 0
    [issue] = repo.issues.values()
    assert (issue.title, issue.labels) == ("The week to 15 Nov 2026", ["digest"])
    assert len(handler.heard) == 1
    said = "".join(capsys.readouterr())
    assert "s3cret" not in said
    assert "done: tell Ideas" in said


def test_a_chat_that_fails_does_not_fail_the_run(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        (root / NETWORK)
        .read_text(encoding="utf-8")
        .replace("  - {kind: digest, name: Mondays}\n", "")
    )
    (root / NETWORK).write_text(text, encoding="utf-8")
    for address in ("", "json://127.0.0.1:1/s3cret"):
        monkeypatch.setenv("HERO_CHAT", address)
        assert run(["digest", *ON, "--root", str(root), "--apply"]) == 0
        said = capsys.readouterr().err
        assert ("HERO_CHAT is not set" if not address else "did not take the digest") in said
        assert "s3cret" not in said


def test_an_example_sends_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (root / NETWORK).open("a", encoding="utf-8") as page:
        page.write("example: true\n")
    assert run(["digest", *ON, "--root", str(root), "--apply"]) == 0
    assert "nothing is ever sent" in capsys.readouterr().err
