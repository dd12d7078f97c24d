"""No threat of the table loses its test."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
THREATS = {
    1: "a fork's code runs with rights",
    2: "a title becomes a command",
    3: "a text commands the log",
    4: "a text sets a variable",
    5: "an artifact or a number is forged",
    6: "a fork mends the check in place of the idea",
    7: "a file is a bomb",
    8: "a path is a trick",
    9: "an idea brings a workflow along",
    10: "a pull makes its author an advocate",
    11: "somebody approves their own",
    12: "a push follows the approval",
    13: "a stranger or a bot gives a command",
    14: "a tie to the repository is taken for a right",
    15: "an event comes twice",
    16: "an event never comes",
    17: "two runs write at once",
    18: "a token is stolen",
    19: "an action is taken over",
    20: "a cache is poisoned",
    21: "a text is a page, a call, a closing word",
    22: "a flood",
    23: "something is gone or renamed",
    24: "a secret stands in an idea",
    25: "a report is too long",
    26: "somebody pretends to be a bot",
    27: "a run begins on another branch",
}


def named() -> set[int]:
    """The numbers of all tests that are named by a threat, none of them skipped."""
    found: set[int] = set()
    for path in TESTS.rglob("test_*.py"):
        text = path.read_text(encoding="utf-8")
        for before, number in re.findall(r"((?:^@.*\n|^[ )].*\n)*)^def test_t(\d+)_", text, re.M):
            if "skip" not in before and "prove" not in before:
                found.add(int(number))
    return found


def test_each_threat_of_the_table_has_a_test_of_its_number() -> None:
    assert sorted(THREATS) == list(range(1, 28))
    assert {number: THREATS[number] for number in sorted(set(THREATS) - named())} == {}
    assert named() <= set(THREATS)
