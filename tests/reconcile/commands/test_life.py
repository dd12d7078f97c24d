"""One idea from its record to use, moved by comments alone, with what only its file can say."""

import datetime as dt
from pathlib import Path

from hero.registry.diagnostic import Severity
from hero.rules import check
from tests.reconcile.commands.square import EVIDENCE, RECORDED, Square
from tests.reconcile.town import PATH

RESULT = EVIDENCE.replace("target: 3", "target: 3, result: 2, link: https://example.org/rig")


def later(square: Square, days: int) -> None:
    """Let days go by."""
    square.today += dt.timedelta(days)
    square.clock += dt.timedelta(days)


def says(square: Square, login: str, words: str) -> str:
    """Somebody says something, and is answered."""
    square.say(login, words)
    square.rest()
    return square.answers()[-1]


def test_the_whole_life_of_an_idea(tmp_path: Path) -> None:
    square = Square(tmp_path / "registry", RECORDED)
    assert "merged now" in says(square, "example-grace", "/advance Two teams will try it.")
    later(square, 3)
    assert (
        "there is no evidence yet" in says(square, "example-grace", "/advance It is time.").lower()
    )
    text = square.root.joinpath(PATH).read_text(encoding="utf-8")
    square.write(PATH, text + EVIDENCE)
    for login, words in (("example-bob", "/build"), ("example-carol", "/sponsor")):
        assert "one approval by an advocate" in says(square, login, words)
        square.review("example-linus", number=max(square.opened))
        square.rest()
    later(square, 1)
    assert "one more approval" in says(square, "example-grace", "/advance It is time.")
    assert "counts there" in says(square, "example-mei", "/advance piloting I agree with Grace.")
    assert square.idea.stage == "piloting"
    later(square, 10)
    assert "merged now" in says(square, "example-linus", "/park 3 months The rig is rebuilt.")
    assert square.idea.revisit_on == square.today.replace(year=2027, month=3)
    later(square, 95)
    assert "one approval" in says(square, "example-ada", "/advance It is rebuilt now.")
    assert "counts there" in says(square, "example-grace", "/advance I agree with Ada.")
    assert square.idea.stage == "exploring"
    later(square, 1)
    text = square.root.joinpath(PATH).read_text(encoding="utf-8")
    square.write(PATH, text.replace(EVIDENCE, RESULT))
    says(square, "example-grace", "/advance piloting Once more, with the new rig.")
    says(square, "example-mei", "/advance I agree with that.")
    later(square, 30)
    says(square, "example-grace", "/advance Both teams wait less.")
    says(square, "example-linus", "/advance adopted So we see it.")
    assert square.idea.stage == "adopted"
    ways = [(made.from_, made.to, made.by) for made in square.idea.decisions]
    assert [way[1] for way in ways] == [
        "exploring", "piloting", "parked", "exploring", "piloting", "adopted",
    ]  # fmt: skip
    wrong = [each for each in check(square.registry, None) if each.severity is Severity.ERROR]
    assert wrong == []
