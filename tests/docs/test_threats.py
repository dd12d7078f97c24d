"""The threat table of SECURITY.md names a test for each threat, and each of them is there."""

import re
from pathlib import Path

from tests.threats.test_each import THREATS, named

ROOT = Path(__file__).parents[2]
ROW = re.compile(
    r"^\| T(\d+) \| ([^|]+) \| ([^|]+) \| `(test_t(\d+)_[a-z0-9_]+)` \|$", re.MULTILINE
)


def rows() -> list[tuple[str, ...]]:
    """The rows: number, attack, defence, test, the number in the test's name."""
    found: list[tuple[str, ...]] = ROW.findall((ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    return found


def test_every_threat_has_its_row_in_order_with_a_defence() -> None:
    assert [int(row[0]) for row in rows()] == sorted(THREATS)
    assert all(row[1].strip() and len(row[2].split()) > 4 for row in rows())


def test_every_test_that_is_named_is_there_and_of_that_number() -> None:
    written = "\n".join(path.read_text("utf-8") for path in ROOT.glob("tests/**/test_*.py"))
    defined = set(re.findall(r"^def (test_t\d+_\w+)\(", written, re.MULTILINE))
    assert [row[3] for row in rows() if row[3] not in defined] == []
    assert [row for row in rows() if row[0] != row[4]] == []
    assert {int(row[0]) for row in rows()} == named()
