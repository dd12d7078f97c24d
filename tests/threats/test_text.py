"""What strangers write is shown as text: in logs, in comments, in checks, and no secret of it."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hero.cli import report, run
from hero.reconcile.actions import Say, WriteCheck
from hero.registry.registry import Registry
from hero.rules import check
from tests.hostile.attacks import ATTACKS, LOGS
from tests.hostile.told import assert_annotations
from tests.reconcile.town import IDEA, PATH, Town
from tests.rules.memory import FILES, Memory
from tests.rules.test_secrets import SHAPES
from tests.threats.page import Page
from tests.workflows.shipped import ACTIONS, ROOT, WORKFLOWS

SHORT = [each.text for each in ATTACKS if len(each.text) < 2_000]
#: What a job writes so that later steps, or its page, take something for its own.
FILES_OF_A_JOB = ("GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE")
SUMMARY = "GITHUB_STEP_SUMMARY"
#: Words that command GitHub's runner wherever they begin a line, or stand in it the old way.
COMMANDS = re.compile(r"^\s*::|##\[", re.MULTILINE)


def hostile(title: str, prose: str = "x", **more: str) -> str:
    """An idea with these texts, each as JSON, which is YAML."""
    fields = {"title": title, "theme": "reliability", "problem": prose, "proposal": prose}
    fields |= {"benefit": prose, **more}
    lines = [f"{name}: {json.dumps(text)}" for name, text in fields.items()]
    return "\n".join([*lines, "proposers: [example-ada]"]) + "\n"


@settings(max_examples=60)
@given(text=st.sampled_from([each.text for each in LOGS]) | st.text(), where=st.integers(0, 3))
def test_t3_no_text_of_an_idea_commands_the_log(text: str, where: int) -> None:
    texts = [text if number == where else "x" for number in range(4)]
    idea = hostile(texts[0], texts[1], theme=texts[2], challenge=texts[3])
    registry = Registry.read(Memory({**FILES, "ideas/2026/a.yml": idea.encode("utf-8", "replace")}))
    found = check(registry)
    assert_annotations(report.github(registry, found), len(found))
    assert not re.search(r"^\s*::", report.text(registry, found), re.MULTILINE)


def test_t3_nothing_that_reconcile_says_commands_the_log(town: Town) -> None:
    for text in (each.text for each in LOGS):
        town.open(files={PATH: hostile(text, text)})
        town.set(1, title=text, branch=text, labels=frozenset({f"stage: {text}"}))
        words = [report.printable(each.words) for each in town.planned().actions]
        assert not any(COMMANDS.search(each) and text not in each for each in words), words
        assert not any("\n" in each or re.match(r"\s*::", each) for each in words)


@pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=lambda path: path.stem)
def test_t4_no_workflow_sets_a_variable_for_what_follows(path: Path) -> None:
    text = path.read_text()
    assert not any(name in text for name in FILES_OF_A_JOB)
    # A summary sets nothing; it is written as code, each line indented, or not at all.
    told = [line.strip() for line in text.splitlines() if SUMMARY in line]
    assert all("| sed 's/^/    /' >> \"$" + SUMMARY + '"' in line for line in told)


def test_t4_no_program_of_ours_writes_a_jobs_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*FILES_OF_A_JOB, SUMMARY):
        (tmp_path / name).touch()
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    Town(tmp_path / "registry").write(PATH, hostile("A=1\nB<<EOF\nx\nEOF", "::set-env name=A::1"))
    assert run(["check", "--root", str(tmp_path / "registry"), "--format", "github"]) == 1
    assert not any((tmp_path / name).read_text() for name in (*FILES_OF_A_JOB, SUMMARY))
    sources = (ROOT / "tooling").rglob("*.py")
    assert not any(name in each.read_text() for each in sources for name in FILES_OF_A_JOB)


SHOWN = {"h3", "h4", "h5", "h6", "p", "b", "ul", "ol", "li", "a", "code", "pre", "details", "sub"}
SHOWN |= {"summary", "br", "em", "strong", "del", "hr", "blockquote", "table", "thead", "tbody"}
SHOWN |= {"tr", "th", "td"}
ATTRIBUTES = {"href", "rel", "align", "start", "class", "tabindex"}
PEOPLE = {"example-grace", "example-linus", "example-mei"}


@pytest.mark.parametrize("part", range(4))
def test_t21_no_text_is_more_than_text_in_a_comment(town: Town, part: int) -> None:
    for text in SHORT[part::4]:
        town.open(files={PATH: hostile(text, text, first_step=text)})
        town.set(1, branch=text.replace("\0", ""), title=text)
        (body,) = [each.body for each in town.planned().actions if isinstance(each, Say)]
        page = Page(body)
        assert page.tags <= SHOWN, text
        assert page.attributes <= ATTRIBUTES, text
        assert all(re.match(r"(?:https?|mailto):", each) for each in page.links), page.links
        assert page.calls <= PEOPLE, text
        assert page.refers == [], text


def test_t24_no_secret_of_an_idea_is_repeated(town: Town) -> None:
    for secret in SHAPES.values():
        prose = f"The rig answers to {secret} since May."
        town.open(files={PATH: hostile(f"Use {secret[:60]}", prose, first_step=prose)})
        actions = town.planned().actions
        told = [each.body for each in actions if isinstance(each, Say)]
        told += [repr(each.text) for each in actions if isinstance(each, WriteCheck)]
        told += [each.words for each in actions]
        assert any("mend first" in each for each in told)
        said = "".join(told).replace("\u200b", "").replace("@db.internal/rig", "")
        assert secret[-6:] not in said


def test_t24_the_numbers_of_a_person_are_told_of(town: Town) -> None:
    town.open(files={PATH: IDEA.replace("since May", "since May; call +351 912 345 678")})
    town.settle()
    assert "personal-data" in town.said


@pytest.mark.parametrize("prose", ["x", "& " * 4_500])
def test_t25_a_report_that_is_too_long_is_cut_and_counted(town: Town, prose: str) -> None:
    wrong = "".join(f"wrong-{number}-{'x' * 500}: {number}\n" for number in range(90))
    town.open(files={PATH: hostile("Share the rig", prose, first_step=prose) + wrong})
    actions = town.planned().actions
    (body,) = [each.body for each in actions if isinstance(each, Say)]
    (text,) = [each.text for each in actions if isinstance(each, WriteCheck)]
    shown = body.count(", line ")
    more = re.search(r"And (\d+) more", body)
    assert more is not None
    assert shown + int(more[1]) == len(text.annotations) > 50
    assert len(body) <= 65_536
    assert Page(body).html.count("<details>") == Page(body).html.count("</details>")
    assert "What you can do now" in body
    assert len(text.summary) <= 65_535
    assert max(len(each.message.encode()) for each in text.annotations) <= 64_000
