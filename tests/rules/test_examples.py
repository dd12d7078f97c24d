"""The example on each rule's page is one of the rule's own cases."""

import json
from pathlib import Path

import pytest

from hero.cli.explain import page_of
from hero.rules import RULES
from hero.rules.examples import examples
from tests.rules.layers import CASES, OF_THE_CASE

KEPT = Path(__file__).parents[2] / "tooling/hero/rules/examples.json"


def bad_of(rule: str) -> str:
    """What is said of a bad case: of this rule alone, with a line of the file, and the shortest."""
    said = [each.read_text(encoding="utf-8") for each in CASES.glob(f"{rule}/bad-*/expected.txt")]
    alone = [each for each in said if each.count(f"[{rule}]") == each.count("  = docs: ") == 1]
    chosen = min(alone or said, key=_plainness)
    first = next(part for part in chosen.split("\n\n") if f"[{rule}]" in part)
    return "\n".join(line for line in first.split("\n") if not line.startswith("  = docs: "))


def _plainness(said: str) -> tuple[object, ...]:
    """A newcomer's file comes first: an idea, with a line of it, and without odd characters."""
    return "\\x" in said, " | " not in said, not said.startswith("ideas/"), len(said), said


def good_of(rule: str) -> str:
    """The shortest file of the good cases; where they have none that can be read, none."""
    texts = []
    for path in CASES.glob(f"{rule}/good-*/**/*.yml"):
        if path.is_file() and path.name not in OF_THE_CASE and "base" not in path.parts:
            where = path.as_posix().partition("/good-")[2].partition("/")[2].removeprefix("head/")
            texts.append(f"# {where}\n{path.read_bytes().decode(errors='ignore').strip()}")
    short = [each for each in texts if each.isascii() and each.count("\n") < 30]
    return min(short, key=lambda each: (len(each), each), default="")


def test_examples_are_the_cases(bless: bool) -> None:
    made = {rule.id: {"bad": bad_of(rule.id), "good": good_of(rule.id)} for rule in RULES}
    text = json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if bless:
        KEPT.write_text(text, encoding="utf-8")
        examples.cache_clear()
    assert KEPT.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_shows_what_it_says(rule: object) -> None:
    shown = page_of(rule)  # type: ignore[arg-type]  # because: parametrize knows no types
    assert f"[{rule.id}]" in shown  # type: ignore[attr-defined]  # because: as above
