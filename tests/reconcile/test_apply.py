"""What is done, refused and left when a forge refuses something in between."""

from pathlib import Path

import pytest

from hero.reconcile.apply import Outcome
from hero.reconcile.forge import ForgeRefused
from tests.reconcile.town import Town


@pytest.fixture
def town(tmp_path: Path) -> Town:
    town = Town(tmp_path / "registry")
    town.open(1)
    return town


def refusing(town: Town, write: str, kind: str, wait: float | None = None) -> None:
    """Let the forge refuse one kind of write."""

    def refuse(words: tuple[str, ...]) -> None:
        if words[0] == write:
            raise ForgeRefused(kind, "No.", wait)

    town.forge.refuse = refuse


def fates(outcomes: list[Outcome]) -> dict[str, str]:
    return {type(each.action).__name__: each.fate for each in outcomes}


def test_nobody_is_asked_where_the_comment_that_says_why_was_refused(town: Town) -> None:
    refusing(town, "comment", "broken")
    found = fates(town.run())
    assert found["Say"] == "refused"
    assert found["Ask"] == "left"
    assert found["WriteCheck"] == found["Relabel"] == "done"
    town.forge.refuse = None
    assert fates(town.run()) == {"Say": "done", "Ask": "done"}
    assert "was there before" not in town.said
    assert town.planned().actions == ()


def test_a_label_that_could_not_be_made_is_not_put_on(town: Town) -> None:
    refusing(town, "make_label", "broken")
    found = fates(town.run())
    assert found["MakeLabel"] == "refused"
    assert found["Relabel"] == "left"
    assert found["Ask"] == "done"


def test_nothing_is_merged_where_anything_before_was_refused(town: Town) -> None:
    town.review("example-linus")
    refusing(town, "check", "permission")
    found = fates(town.run())
    assert (found["WriteCheck"], found["Merge"]) == ("refused", "left")
    assert town.state == "open"


def test_nothing_is_published_where_nothing_was_merged(tmp_path: Path) -> None:
    town = Town(tmp_path / "registry", app="github-actions")
    town.open(1)
    town.review("example-linus")
    refusing(town, "check", "permission")
    assert fates(town.run())["Publish"] == "left"
    refusing(town, "merge", "broken")
    # Whether it was merged is not known then.
    assert fates(town.run())["Publish"] == "done"
    town.forge.refuse = None
    assert fates(town.run())["Publish"] == "done"
    assert town.state == "merged"


@pytest.mark.parametrize(("wait", "fate"), [(None, "left"), (30.0, "refused")])
def test_a_forge_that_has_had_enough_ends_it_all(town: Town, wait: float | None, fate: str) -> None:
    """What our own budget stops is left; what the forge's limit stops is refused."""
    town.open(2, files={"ideas/2026/other.yml": "title: [\n"})
    refusing(town, "label", "rate", wait)
    found = [each for each in town.run() if each.fate != "done"]
    assert [each.fate for each in found] == [fate] + ["left"] * (len(found) - 1)
    assert len(town.comments(1)) + len(town.comments(2)) == 0
    assert {each.words for each in found} == {"No."}


@pytest.mark.parametrize("what", ["objection", "draft"])
def test_who_speaks_between_the_look_and_the_merge_is_heard(town: Town, what: str) -> None:
    town.review("example-linus")

    def meanwhile(words: tuple[str, ...]) -> None:
        town.forge.refuse = None
        if what == "draft":
            town.set(1, draft=True)
        else:
            town.review("example-grace", "changes_requested")

    town.forge.refuse = meanwhile
    assert fates(town.run())["Merge"] == "refused"
    assert town.state == "open"
    town.settle()
    assert town.state == "open"
    town.set(1, draft=False)
    town.review("example-grace")
    town.settle()
    assert town.state == "merged"
