"""Every sentence that the bot can say stands in a module of sentences, and can be read at once."""

import ast
import re
from pathlib import Path

import pytest

from tests.sentences.__main__ import main
from tests.sentences.found import ROOM, Found, modules, refusals, texts

#: What reads as a sentence and is said to nobody on the forge, or is a record, with why.
ELSEWHERE = {
    ("actions.py", "#{self.pull} has changed since it was looked at."): "in the run's own report",
    ("commands/pulls.py", "Asked for by {by.login}."): "the message of a commit",
    ("forms/candidate.py", "{issue.author.login} filled in the form: #{issue.number}."): (
        "the message of a commit"
    ),
    ("commands/moving.py", "Its proposers take it back."): "the reason on record, if none is given",
    ("commands/moving.py", "The same idea as {slug}."): "the reason on record, if none is given",
}
#: Words that blame, or leave somebody alone.
COLD = re.compile(r"\b(invalid|illegal|error|failed|forbidden|wrong|abort|must|you should)\b", re.I)


def where(found: Found) -> tuple[str, str]:
    return found.path.relative_to(ROOM).as_posix(), found.text.strip()


def test_no_sentence_stands_elsewhere() -> None:
    found = {where(each) for path in modules(False) for each in texts(path) if each.is_sentence}
    assert found == set(ELSEWHERE)


def test_a_sentence_that_stands_elsewhere_would_be_found(tmp_path: Path) -> None:
    path = tmp_path / "planner.py"
    path.write_text('"""Not this one."""\nSAID = f"<p>Please look at {it} again soon.</p>"\n')
    (found,) = texts(path)
    assert found.is_sentence
    assert not Found(path, "", "", 1, "hero/move/").is_sentence


@pytest.mark.parametrize("path", modules(True), ids=lambda path: path.parent.name + "/" + path.name)
def test_each_is_explained_and_none_is_cold(path: Path) -> None:
    for each in texts(path):
        assert each.about or each.function[:1] in ("", "_") or not each.is_sentence, (
            f"line {each.line}: for what is it said?"
        )
        assert not COLD.search(each.text), f"line {each.line}: {each.text}"


def test_no_refusal_is_cold_or_ends_as_a_sentence() -> None:
    found = list(refusals())
    assert len(found) > 20
    for each in found:
        assert not COLD.search(each.text), each
        assert not each.text.endswith("."), each


def test_all_can_be_read_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    said = capsys.readouterr().out
    for path in modules(True):
        named = (
            node for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)
        )
        for function in named:
            if any(each.is_sentence and each.function == function.name for each in texts(path)):
                assert f"  {function.name}: " in said
    assert "would you help with “Share the test rig”?" in said
    assert "{" not in said
