"""`hero new` writes a file that passes the check once its texts are filled in."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.document import Document
from hero.registry.template import idea_template
from tests.cli.conftest import Run

TEXTS = ("--problem", "It is slow.", "--proposal", "Make it: fast.", "--benefit", "Time.")


def test_a_complete_idea_passes_the_check(hero: Run, registry: Path) -> None:
    made = hero("new", "Über-fast CI: for everyone", "--proposer", "@example-ada", *TEXTS)
    path = made.stdout.strip()
    assert made.returncode == 0, made.stderr
    assert path.endswith("/uber-fast-ci-for-everyone.yml")
    assert hero("check", path).returncode == 0
    text = (registry / path).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema.json\n")


def test_texts_left_out_are_the_only_thing_that_is_missing(hero: Run, registry: Path) -> None:
    path = hero("new", "Faster builds", "--proposer", "example-ada").stdout.strip()
    before = hero("check", path)
    assert before.returncode == 1
    assert before.stdout.count("error[field-empty]") == before.stdout.count("error[") == 3
    text = (registry / path).read_text(encoding="utf-8")
    filled = text.replace(": |\n", ": |\n  Some words.\n")
    (registry / path).write_text(filled, encoding="utf-8")
    assert hero("check", path).returncode == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "A title is needed"),
        (("x" * 81, "--proposer", "a"), "title cannot be"),
        (("Fine", "--proposer", "not a login"), "proposers cannot be"),
        (("Fine", "--proposer", "a", "--theme", "delivry"), "did you mean `delivery`"),
        (("Fine", "--proposer", "a", "--challenge", "nope"), "There is no challenge"),
        (("Fine", "--proposer", "a", "--slug", "../../up"), "is no good file name"),
        (("!!!", "--proposer", "a"), "is no good file name"),
        (("Fine",), "Whose idea is it?"),
        (("Quarantine flaky tests", "--proposer", "a"), "There is an idea of that name"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_written(
    hero: Run, registry: Path, words: tuple[str, ...], says: str
) -> None:
    before = sorted(registry.rglob("*"))
    done = hero("new", *words)
    assert done.returncode == 2
    assert says in done.stderr
    assert sorted(registry.rglob("*")) == before


def test_the_proposer_comes_from_the_configuration(hero: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path / "registry")], check=True)
    gh = tmp_path / ".config" / "gh"
    gh.mkdir(parents=True)
    (gh / "hosts.yml").write_text("github.com:\n  user: example-gh\n", encoding="utf-8")
    assert hero("new", "By the gh tool").returncode == 0
    (tmp_path / ".gitconfig").write_text("[github]\n\tuser = example-git\n", encoding="utf-8")
    assert hero("new", "By git itself").returncode == 0
    assert (
        "example-gh"
        in hero("show", "by-the-gh-tool", "--format", "json").stdout
        + hero("check").stdout
        + (tmp_path / "registry/ideas").joinpath(_year(), "by-the-gh-tool.yml").read_text()
    )
    text = (tmp_path / "registry/ideas").joinpath(_year(), "by-git-itself.yml").read_text()
    assert "proposers: [example-git]" in text


def test_a_terminal_is_asked(registry: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    answers = "Asked at a terminal\ndelivery\nSlow.\nFaster.\nTime.\nexample-ada\n"
    os.write(ours, answers.encode())
    done = subprocess.run(
        [sys.executable, "-m", "hero", "new"],
        cwd=registry,
        stdin=theirs,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"},
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert "Theme" in done.stderr
    text = (registry / done.stdout.strip()).read_text(encoding="utf-8")
    assert "title: Asked at a terminal\ntheme: delivery\n" in text
    assert "proposers: [example-ada]" in text


@given(
    st.fixed_dictionaries(
        {
            name: st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
            for name in ("title", "problem", "proposal", "benefit")
        }
    )
)
def test_a_template_says_what_it_was_given(known: dict[str, str]) -> None:
    text = idea_template("ideas/2026/x.yml", known | {"proposers": ["example-ada"]})
    read = Document.read("ideas/2026/x.yml", text.encode())
    assert read.problems == ()
    for name, value in known.items():
        assert str(read.data[name] or "").strip() == value.strip()


def _year() -> str:
    import datetime as dt

    return str(dt.datetime.now(dt.UTC).year)
