"""`hero similar` and what `hero new` shows of it, on the shipped example."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hero.cli import run

REPOSITORY = Path(__file__).parents[2]
OWN = "ideas/2026/devcontainers-everywhere.yml"
FLAKY = "Quarantine flaky tests automatically"


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "registry"
    for name in ("ideas", "playbooks"):
        shutil.copytree(REPOSITORY / name, root / name)
    monkeypatch.chdir(root)
    return root


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert run(["similar", *words]) == code
    caught = capsys.readouterr()
    return caught.err if code else caught.out


def test_words_need_no_quotes(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "flaky", "tests", "block", "the", "build")
    first, where, why, because = out.splitlines()[:4]
    assert first.startswith(f"1. {FLAKY} (score 0.")
    assert where == "   In use since 2025-07-10 · ideas/2025/quarantine-flaky-tests.yml"
    assert why.startswith("   Both say: flaky tests")
    assert because.startswith("   Because: 2.6 % against")


def test_a_declined_idea_says_its_last_reason(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys, "weekly mail about the cloud bill")
    assert "Declined since 2025-09-04" in out
    assert "Because: The check after 90 days" in out
    assert max(len(line) for line in out.splitlines()) < 180


def test_an_ended_idea_says_what_would_reopen_it(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("cache", "customs", "tariff", "lookups")
    out = said(capsys, *words)
    assert out.count("   Would be looked at again: A carrier starts to price by weight band.") == 1
    first, *_ = json.loads(said(capsys, *words, "--format", "json"))["similar"]
    assert first["reopen_when"].startswith("A carrier starts")


def test_programs_get_it_as_json(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(said(capsys, "dev containers for a repository", "--format", "json"))
    (first, *_) = data["similar"]
    assert first["slug"] == "devcontainers-everywhere"
    assert first["duplicate_of"] == "one-command-setup"
    assert first["stage"] == "duplicate"
    assert set(first) >= {"path", "score", "words", "title", "because"}


def test_it_says_plainly_that_nothing_is_similar(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys, "Grow tomatoes on the roof of the canteen")
    assert out.startswith("Nothing similar: no idea scores 0.15 or more.")
    empty = said(capsys, "Grow tomatoes on the roof", "--format", "json")
    assert json.loads(empty)["similar"] == []


@pytest.mark.parametrize("how", ["devcontainers-everywhere", OWN, "absolute", "link"])
def test_an_idea_is_never_similar_to_itself(
    registry: Path, capsys: pytest.CaptureFixture[str], how: str, tmp_path: Path
) -> None:
    (tmp_path / "way").symlink_to(registry / "ideas" / "2026")
    paths = {"absolute": registry / OWN, "link": tmp_path / "way" / Path(OWN).name}
    data = json.loads(said(capsys, str(paths.get(how, how)), "--least", "0.05", "--format", "json"))
    slugs = [each["slug"] for each in data["similar"]]
    assert slugs[0] == "one-command-setup"
    assert "devcontainers-everywhere" not in slugs


def test_a_file_outside_is_compared(
    registry: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name, text in (("draft.yml", f"title: {FLAKY}\n"), ("notes.txt", FLAKY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert FLAKY in said(capsys, str(tmp_path / name))


@pytest.mark.parametrize(
    "text", ["ideas", "playbooks flaky tests", "CI/CD", "a\0b c", "builds " * 9000]
)
def test_what_is_no_file_is_words(
    registry: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert said(capsys, text)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["the and of"], "There is no word to compare"),
        (["\udcff\udcfe"], "There is no word to compare"),
        (["nothing.yml"], "There is no file 'nothing.yml'"),
        (["link.yml"], "it is a link"),
        (["pipe"], "it is not a plain file"),
        (["large"], "it is larger than 100,000 bytes"),
        (["zeros"], "There is no word to compare"),
        (["x", "--least", "2"], "--least"),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_be_compared_is_told(
    registry: Path, capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    (registry / "link.yml").symlink_to(OWN)
    os.mkfifo(registry / "pipe")
    (registry / "large").write_bytes(b"a" * 100_001)
    (registry / "zeros").write_bytes(bytes(1000))
    assert says in said(capsys, *words, code=2)


def test_strangers_text_is_harmless(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = 'title: "Tame wombats \\e[31m\\u202e\\a"\nstage: "\\e[2J"\ndecisions: [7, {date: [a]}]\n'
    (registry / "ideas/2026/wombats.yml").write_text(evil, encoding="utf-8")
    (registry / "ideas/2026/broken.yml").write_bytes(b"title: Tame wombats\n\xff: [")
    out = said(capsys, "tame wombats")
    assert "Tame wombats" in out
    assert "broken.yml" in out
    assert not {"\x1b", "\u202e", "\a"} & set(out)
    json.loads(said(capsys, "tame wombats", "--format", "json"))


def test_an_empty_registry_has_nothing_similar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys, "flaky tests", "--root", str(tmp_path))
    assert out == "Nothing similar: no idea scores 0.15 or more.\n"


NEW = ("new", "Put flaky tests in quarantine", "--proposer", "example-ada", "--problem", "Retry.")
TEXTS = ("--proposal", "Flaky tests no longer block builds.", "--benefit", "Time.")
WORDS = (sys.executable, "-m", "hero", *NEW, *TEXTS, "--theme", "delivery")


def test_new_says_what_is_similar_and_goes_on(registry: Path) -> None:
    done = subprocess.run(WORDS, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0
    assert "Somebody may have had this idea already:\n1. Quarantine flaky" in done.stderr
    assert (registry / done.stdout.strip()).is_file()


@pytest.mark.parametrize(("answer", "code"), [("n", 130), ("y", 0)])
def test_new_asks_at_a_terminal_before_it_writes(registry: Path, answer: str, code: int) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    done = subprocess.run(WORDS, capture_output=True, text=True, stdin=theirs)
    os.close(ours)
    os.close(theirs)
    assert "Is yours another one" in done.stderr
    assert done.returncode == code
    assert bool(list(registry.rglob("put-flaky-tests*"))) is (code == 0)
