"""Badges: an idea's stage in words and, beside them, in a colour of its kind."""

import xml.etree.ElementTree as ET

import pytest

from hero.site.follow.badge import badge
from hero.site.window import Window
from tests.site.memory import EDITION, IDEA, PIPELINE, registry

SVG = "{http://www.w3.org/2000/svg}"


def drawn(stage: str, **more: str) -> ET.Element:
    found = registry({"faster": f"{IDEA}stage: {stage}\n"}, **more)
    root = ET.fromstring(badge(Window(found, EDITION), "faster").content)  # noqa: S314 (because: we wrote it)
    assert {each.tag for each in root.iter()} == {
        f"{SVG}{name}" for name in ("svg", "title", "rect", "g", "text")
    }
    return root


def light(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ink = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * ink[0] + 0.7152 * ink[1] + 0.0722 * ink[2]


def colour(root: ET.Element) -> str:
    return root.findall(f"{SVG}rect")[1].get("fill") or ""


@pytest.mark.parametrize(
    ("stage", "words"),
    [("trying", "Trying"), ("used", "In use"), ("resting", "Resting"), ("nowhere", "nowhere")],
)
def test_it_says_the_stage_in_words(stage: str, words: str) -> None:
    root = drawn(stage)
    assert root.get("aria-label") == root.findtext(f"{SVG}title") == f"idea: {words}"
    assert [each.text for each in root.iter(f"{SVG}text")] == ["idea", words]


def test_each_kind_of_stage_has_a_colour_on_which_white_letters_are_read() -> None:
    kinds = {stage: colour(drawn(stage)) for stage in ("trying", "used", "resting", "declined")}
    assert len({*kinds.values()}) == 4
    assert colour(drawn("proposed")) == kinds["trying"]
    for stage, found in kinds.items():
        assert 1.05 / (light(found) + 0.05) >= 4.5, stage


def test_a_name_stands_there_as_it_is_written_and_can_do_nothing() -> None:
    name = "<script>*R&D*"
    root = drawn("trying", pipeline=PIPELINE.replace("name: Trying", f'name: "{name}"'))
    assert root.get("aria-label") == f"idea: {name}"
