"""The minimal idea that ideas/README.md offers to copy is an idea, and asks for one's own words."""

import re
from pathlib import Path

import yaml

from hero.registry.idea import KEPT_FIELDS, Idea
from hero.registry.registry import Registry
from hero.rules import check
from hero.technology.folder import Folder
from tests.cli.conftest import Run

HERE = Path(__file__).parents[2]
ASKED = {name for name, field in Idea.model_fields.items() if field.is_required()}


def minimal() -> str:
    doorway = (HERE / "ideas/README.md").read_text(encoding="utf-8")
    return str(re.findall(r"```yaml\n(.*?)```", doorway, re.DOTALL)[0])


def test_it_has_what_is_asked_for_and_nothing_else() -> None:
    assert set(yaml.safe_load(minimal())) == ASKED
    assert not ASKED & set(KEPT_FIELDS)


def test_copied_it_is_told_to_say_something_of_ones_own(registry: Path) -> None:
    path = "ideas/2026/your-idea.yml"
    (registry / path).write_text(minimal(), encoding="utf-8")
    found = check(Registry.read(Folder(registry)))
    assert {each.rule for each in found if each.place.path == path} == {"text-template"}


def test_with_ones_own_words_it_passes(hero: Run, registry: Path) -> None:
    own = re.sub(r"(?m)^  .*$", "  These words are somebody's own, and say something.", minimal())
    path = "ideas/2026/my-idea.yml"
    (registry / path).write_text(own.replace("your-login", "example-ada"), encoding="utf-8")
    assert hero("check", path).returncode == 0, hero("check", path).stdout
