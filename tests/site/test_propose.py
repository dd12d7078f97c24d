"""The propose page's script in parts, and the links that lead to the form."""

import re
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

import pytest

from hero.registry.registry import Registry
from hero.site.assets import JOINED, PROPOSE, joined
from hero.site.pieces import Pieces
from hero.site.propose import PLAYBOOK
from hero.site.propose_form import settings
from hero.site.window import Window
from tests.site.memory import EDITION, IDEA, POLICIES, Texts

PARTS = [path.rpartition("/")[2] for path in JOINED[PROPOSE]]
_NAMES = re.compile(r"^(?:export )?(?:const|let|class) (\w+)|^let .*?, (\w+) =", re.MULTILINE)
_IMPORTS = re.compile(r'^import \{ ([^}]*) \} from "\./([^"]*)";$', re.MULTILINE)


def part(name: str) -> str:
    """The text of a part of the script."""
    return files("hero.site").joinpath(f"scripts/propose/{name}").read_text("utf-8")


def test_no_two_parts_use_one_name() -> None:
    """They stand in one file, where a name can be given once."""
    found = [name for each in PARTS for pair in _NAMES.findall(part(each)) for name in pair if name]
    assert sorted(found) == sorted(set(found))
    assert len(found) > 50


@pytest.mark.parametrize("name", PARTS)
def test_a_part_takes_what_another_gives(name: str) -> None:
    text = part(name)
    for taken, other in _IMPORTS.findall(text):
        assert PARTS.index(other) < PARTS.index(name)
        for each in taken.split(", "):
            assert f"export const {each} = " in part(other), (other, each)
            assert len(re.findall(rf"\b{each}\b", text)) > 1, each
    assert text.count("\n") < 200


def test_they_become_one_script_that_any_page_may_load() -> None:
    script = joined(PROPOSE).decode()
    assert not re.search(r"^(?:import|export) ", script, re.MULTILINE)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b", script)


def window(*, form: bool) -> Window:
    """A network whose propose page has the form, or that has no such page."""
    texts = POLICIES | {"ideas/2026/faster.yml": IDEA}
    return Window(Registry.read(Texts(texts | ({PLAYBOOK: "# P"} if form else {}))), EDITION)


def test_a_link_says_what_the_idea_is_for() -> None:
    pieces = Pieces(window(form=True), "../")
    assert pieces.propose == "../process/propose.html"
    assert pieces.propose_for(challenge="quiet") == (
        "../process/propose.html?challenge=quiet#write-it-here"
    )


def test_so_does_a_new_file_where_no_page_has_the_form() -> None:
    link = Pieces(window(form=False), "../").propose_for(challenge="quiet", theme="speed")
    text = parse_qs(urlsplit(link).query)["value"][0]
    assert "\ntheme: speed\n" in text
    assert "\nchallenge: quiet\n" in text


def test_the_script_knows_the_shapes_of_tokens_in_a_syntax_of_its_own() -> None:
    kinds = {kind for kind, _ in settings(window(form=True))["secrets"]}
    assert {"GitHub token", "AWS access key", "JSON web token"} <= kinds
    assert "password" not in kinds  # Those need a second look.
