"""A sound registry is found sound, whoever asks; what cannot be seen is said, and is no fault."""

from pathlib import Path

import pytest

from hero import cli
from hero.technology.github import calls
from tests.doctor.conftest import Place

EXAMPLE = Path(__file__).parents[2]


def test_a_sound_registry_is_found_sound(place: Place) -> None:
    looked = place.look()
    assert looked.amiss() == {}
    assert looked.states("unseen") == set()
    assert looked.code == 0
    assert looked.text.splitlines()[-1].endswith(" fine, 0 to mend.")
    assert "\x1b" not in looked.text


def test_looking_writes_nothing_and_apply_finds_nothing_to_do(place: Place) -> None:
    before = len(place.forge.writes())
    assert place.look("--apply").code == 0
    assert len(place.forge.writes()) == before


def test_who_may_only_read_is_told_so_and_what_they_cannot_see(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.forge.user("eve")
    monkeypatch.setenv("GITHUB_TOKEN", "token-eve")
    looked = place.look()
    assert set(looked.amiss()) == {"token"}
    assert looked.states("unseen") == {"actions", "open-pulls", "mode", "rules"}
    assert {"labels", "propose", "accounts"} <= looked.states("fine")


def test_without_a_token_the_files_are_looked_at(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN")
    looked = place.look()
    assert looked.code == 0
    assert looked.states("fine") == {"example", "format", "audit-from", "workflows", "codeowners"}
    assert "GITHUB_TOKEN=$(gh auth token) hero doctor" in looked.text


def test_a_token_that_is_none_and_a_forge_that_is_not_there_are_said(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "nobody's")
    assert "does not know this token" in place.look().amiss()["repository"]["says"]
    monkeypatch.setenv("GITHUB_TOKEN", "token-root")
    place.edit("playbooks/technology/network.yml", "acme/ideas", "acme/other")
    looked = place.look()
    assert set(looked.amiss()) == {"repository"}
    assert "network.yml names the right one" in looked.amiss()["repository"]["mend"]


def test_each_right_that_a_jobs_token_lacks_hides_one_thing_and_no_more(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    rights = {"contents": "read", "metadata": "read", "issues": "read", "actions": "read"}
    monkeypatch.setenv("GITHUB_TOKEN", place.forge.job(rights))
    looked = place.look()
    assert looked.amiss() == {}
    assert looked.states("unseen") == {
        *("actions", "open-pulls", "mode", "rules", "pages", "audience")
    }


def test_where_nobody_answers_the_code_says_that_it_is_not_known(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "_pause", lambda *_: None)
    place.forge.faults.add("reset_before", path="graphql", times=99)
    looked = place.look()
    assert looked.code == 3
    assert "GitHub gave no answer" in looked.found["repository"]["says"]
    assert looked.states("fine") >= {"example", "workflows"}


def test_the_example_is_told_to_become_ones_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["doctor", "--root", str(EXAMPLE)]) == 1
    said = capsys.readouterr().out
    assert "`hero init` makes it a registry of your own" in said
    assert "1 to mend" in said
