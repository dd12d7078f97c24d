"""Votes and talk: counted on the forge, written, read again, shown with their day."""

import datetime as dt
import html
import json
from pathlib import Path

import pytest

from hero.cli import counted, run, signals
from hero.reconcile.seen import Account
from hero.registry.signals import Proposed, Signals, Talk, signals_from, signals_text
from hero.site.idea import idea_page
from hero.site.pieces import Pieces
from hero.site.window import Window
from hero.technology import mkdocs_build
from tests.reconcile.forms.desk import Desk, filled
from tests.reconcile.town import account
from tests.reconcile.tracking.square import RECORDED, SLUG, Square
from tests.site.memory import EDITION, IDEA, NETWORK, registry

HOSTILE = Proposed(number=3, url="https://f.org/o/r/pull/3", title='<img src=x onerror=y> "& x')
KNOWN = Signals(
    repository="o/r",
    read_on=dt.date(2026, 11, 20),
    private=False,
    issues=True,
    ideas={
        "faster": Talk(
            issue=7, url="https://f.org/o/r/issues/7", votes=3, comments=1, pulls=(HOSTILE,)
        )
    },
)


@pytest.fixture
def square(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Square:
    """A square whose forge is the one that the verb finds."""
    square = Square(tmp_path / "registry")
    monkeypatch.setattr(signals, "connected", lambda *_: square.forge)
    monkeypatch.setattr(signals, "standing_day", lambda _: square.today)
    square.record()
    square.calm()
    return square


def test_what_people_say_is_counted_and_what_bots_say_is_not(
    square: Square, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    square.say("Yes please")
    square.say("Beep", Account("ci[bot]", 55, bot=True))
    square.change(votes=4)
    square.open(20, files={f"ideas/2026/{SLUG}.yml": RECORDED.replace("hour", "day")})
    square.open(21, files={"ideas/2026/other.yml": RECORDED})
    square.forge.written.clear()
    out = tmp_path / "signals.json"
    assert run(["signals", "--root", str(square.root), "--out", str(out)]) == 0
    assert "one idea, four votes" in capsys.readouterr().err
    found, wrong = signals_from(out.read_bytes())
    assert wrong == ""
    assert found is not None
    assert (found.read_on, found.private, found.issues) == (square.today, False, True)
    assert list(found.ideas) == [SLUG]
    about = found.ideas[SLUG]
    assert (about.issue, about.votes, about.comments) == (1, 4, 1)
    assert [each.number for each in about.pulls] == [20]
    assert square.forge.written == []


def test_a_closed_issue_and_one_of_the_form_count_as_well(square: Square) -> None:
    square.record("exploring", "declined")
    square.calm()
    square.change(votes=9)
    found = signals.collected(square.planned_base(), square.forge)
    assert found.ideas[SLUG].votes == 9


def test_the_issue_of_a_form_counts_from_the_record_on(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "registry")
    desk.file(filled(), author=account("example-tim"))
    desk.calm()
    desk.change(votes=2)
    desk.review("example-grace", number=desk.ours().number)
    desk.run()
    found = signals.collected(desk.planned_base(), desk.forge)
    assert found.ideas["share-the-test-rig"].votes == 2


def test_an_example_asks_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["signals", "--root", str(Path(__file__).parents[2])]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "is an example" in said.err


def test_the_same_counts_have_the_same_text_and_read_back() -> None:
    text = signals_text(KNOWN)
    assert signals_from(text.encode()) == (KNOWN, "")
    assert json.loads(text)["format"] == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"\xff",
        b"{}",
        signals_text(KNOWN).replace('"votes": 3', '"votes": -3').encode(),
        signals_text(KNOWN).replace("https://f.org/o/r/issues/7", "javascript:alert(1)").encode(),
        signals_text(KNOWN).replace('"format": 1', '"format": 9').encode(),
        signals_text(KNOWN)[:-20].encode(),
    ],
)
def test_a_broken_file_is_a_note(
    raw: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "signals.json"
    path.write_bytes(raw)
    assert counted.counted(path) is None
    assert "Note: the site shows no votes and no talk." in capsys.readouterr().err


def test_what_turns_or_commands_is_no_part_of_what_a_pull_is_called() -> None:
    known = signals_text(KNOWN)
    for odd in ("\\u202e", "\\u001b", "\\u0085", "\\u2066"):
        found, _ = signals_from(known.replace("<img", f"<{odd}img").encode())
        titles = [p.title for talk in (found.ideas.values() if found else ()) for p in talk.pulls]
        assert titles
        assert not [each for each in titles if not each.isprintable()]
    assert Proposed(number=1, url="https://f.org/1", title="\u202e").title == "a change"


def test_a_missing_file_is_a_note_and_the_site_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[object] = []

    def built(root: Path, out: Path, strict: bool, known: object) -> mkdocs_build.Built:
        handed.append(known)
        return mkdocs_build.Built(tmp_path, registry(), ())

    monkeypatch.setattr(mkdocs_build, "build", built)
    assert run(["build", "--signals", str(tmp_path / "none.json")]) == 0
    assert handed == [None]
    assert "none.json: No such file or directory." in capsys.readouterr().err
    path = tmp_path / "signals.json"
    path.write_text(signals_text(KNOWN), encoding="utf-8")
    assert run(["build", "--signals", str(path)]) == 0
    assert handed == [None, KNOWN]


def test_the_page_of_an_idea_shows_them_with_their_day() -> None:
    body = idea_page(
        Pieces(Window(registry({"faster": IDEA}), EDITION, (), KNOWN), "../"), "faster"
    )
    assert '<a href="https://f.org/o/r/issues/7">Vote and talk</a>' in body.body
    assert "three votes and one comment" in body.body
    assert '<time datetime="2026-11-20">' in body.body
    assert HOSTILE.title not in body.body
    assert html.escape(HOSTILE.title, quote=False)[:20] in body.body


@pytest.mark.parametrize("known", [None, KNOWN])
def test_without_counts_and_in_an_example_nothing_is_shown(known: Signals | None) -> None:
    network = f"{NETWORK}example: true\nas_of: 2026-11-20\n" if known else NETWORK
    of = registry({"faster": IDEA}, network=network)
    body = idea_page(Pieces(Window(of, EDITION, (), known), "../"), "faster")
    assert "Vote and talk" not in body.body
