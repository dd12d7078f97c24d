"""What the docs tell people to type runs: each `sh` block of a playbook, in a copy of the example.

A block of the kind `console` or `text` is told and not typed: it has placeholders or an answer.
"""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from hero.cli import cli

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "playbooks").rglob("*.md"))
SH = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def typed(path: Path) -> list[list[str]]:
    """Every line to type, as words."""
    lines = [line for block in SH.findall(path.read_text("utf-8")) for line in block.splitlines()]
    return [words for line in lines if (words := shlex.split(line, comments=True))]


CALLS = [(path.relative_to(ROOT).as_posix(), words) for path in PAGES for words in typed(path)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a repository, with the idea that the pages tell one to write."""
    made = tmp_path_factory.mktemp("docs") / "registry"
    for name in ("ideas", "playbooks", ".github"):
        shutil.copytree(ROOT / name, made / name)
    sample = YAML.search((ROOT / "playbooks/process/propose.md").read_text("utf-8"))
    assert sample is not None
    own = sample[1].replace("your-login", "example-ada")
    (made / "ideas/2026/your-idea.yml").write_text(own, encoding="utf-8")
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], [*who, "commit", "-q", "-m", "All"]):
        subprocess.run(["git", *words], cwd=made, check=True)
    return made


def test_there_is_something_to_run() -> None:
    assert len(CALLS) > 5


@pytest.mark.parametrize(("page", "words"), CALLS, ids=lambda part: str(part)[:60])
def test_a_line_to_type_runs(
    page: str, words: list[str], copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy)
    assert words[0] == "hero", f"{page}: only hero is typed in a playbook, else it is told"
    done = CliRunner().invoke(cli, words[1:], standalone_mode=True)
    assert done.exit_code in (0, 1), done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert done.output.strip()


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "README.md"])
def test_a_target_of_make_that_the_docs_name_is_one(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    blocks = "\n".join(SH.findall(text))
    said = set(re.findall(r"^make ([a-z]+)", blocks, re.MULTILINE))
    said |= set(re.findall(r"`make ([a-z]+)", text))
    assert said
    assert said <= targets
