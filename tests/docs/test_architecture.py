"""The page on how Hero is built names the layers that the contract holds, in their order."""

import re
import tomllib
from pathlib import Path

from hero.reconcile.forge import Forge
from hero.registry.source import Source

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "playbooks/technology/architecture.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"


def contract() -> list[str]:
    """The layers of the contract from above, without the module that only calls the command."""
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (
        each["layers"]
        for each in tables["tool"]["importlinter"]["contracts"]
        if each["type"] == "layers"
    )
    return [re.sub(r"[()]", "", layer) for layer in layers if layer != "__main__"]


def test_the_page_lists_the_layers_of_the_contract() -> None:
    listed = re.search(r"```text\n(cli\n.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert listed is not None
    assert listed[1].splitlines() == contract()


def test_contributing_says_them_too() -> None:
    assert f"`{' -> '.join(contract())}`" in CONTRIBUTING.read_text(encoding="utf-8")


def test_every_room_has_its_row_and_no_other() -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    rooms = {each.parent.name for each in ROOT.glob("tooling/hero/*/__init__.py")}
    assert sorted(rows) == sorted(rooms)
    assert rooms == set(re.findall(r"[a-z]+", " ".join(contract())))


def test_the_files_that_it_names_are_there() -> None:
    named = re.findall(r"`([a-z_]+/[a-z_]+(?:\.py)?)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) > 4
    lacking = [each for each in named if not (ROOT / "tooling/hero" / each).exists()]
    assert [each for each in lacking if not (ROOT / each).exists()] == []
    assert Source.__module__ == "hero.registry.source"
    assert Forge.__module__ == "hero.reconcile.forge"
