"""An idea from the form to its end, over real git and the stand-in for GitHub."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hero.cli import signals
from hero.reconcile.apply import apply
from hero.registry.registry import Registry
from hero.technology.git import Revision
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.reconcile.forms.counter import Counter
from tests.reconcile.forms.desk import filled
from tests.reconcile.land import NAME
from tests.reconcile.town import NOW
from tests.reconcile.tracking.square import RECORDED, plain
from tests.technology.test_git import git

#: What the jobs of the reconcile workflow may do.
RIGHTS = ("contents", "pull_requests", "issues", "checks", "actions", "statuses")
JOB = dict.fromkeys(RIGHTS, "write")
PATH = "ideas/2026/share-the-test-rig.yml"
WAY = {
    "exploring": "{date: 2026-11-20, from: proposed, to: exploring, by: example-linus, "
    "because: Both teams asked for it.}",
    "declined": "{date: 2026-11-20, from: exploring, to: declined, by: example-linus, "
    "because: A second rig arrives on Monday.}",
}


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        counter = Counter(forge, tmp_path)
        counter.calm()
        yield counter


def record(counter: Counter, *steps: str) -> None:
    """Let the default branch have decisions, as merged moves would."""
    here = counter.folder / "default"
    git(here, "fetch", "-q")
    text = git(here, "show", f"origin/main:{PATH}").partition("proposed_on")[0].rstrip("\n") + "\n"
    stage = f"stage: {steps[-1]}\n"
    rows = "".join(f"  - {WAY[step]}\n" for step in steps)
    counter.change({PATH: f"{text}proposed_on: 2026-11-20\n{stage}decisions:\n{rows}"})


def test_from_the_form_over_the_record_and_a_move_to_the_end(counter: Counter) -> None:
    number = counter.hand_in("example-ada", {"Theme": "Reliabilty"})
    counter.calm()
    (answer,) = counter.told(number)
    assert "choose one of these under “Theme”" in plain(answer)
    assert counter.pulls() == []

    counter.edit(number, body=filled())
    counter.calm()
    (pull,) = counter.pulls()
    assert pull["head"]["ref"] == f"hero/form/{number}"
    (answer,) = counter.told(number)
    assert f"Your idea is in #{pull['number']}" in plain(answer)

    counter.edit(number, body=filled({"Proposal": "Put a calendar beside the rig, and use it."}))
    counter.calm()
    (again,) = counter.pulls()
    assert again["number"] == pull["number"]
    assert again["head"]["sha"] != pull["head"]["sha"]

    counter.approve("example-grace", pull["number"])
    counter.calm()
    assert counter.pulls() == []
    here = counter.folder / "default"
    git(here, "fetch", "-q", "--prune")
    assert "hero/form" not in git(here, "branch", "-r")
    idea = Registry.read(Revision(here, "origin/main")).ideas["share-the-test-rig"]
    assert idea.proposal == "Put a calendar beside the rig, and use it.\n"
    assert idea.proposers == ("example-ada",)
    assert "Co-authored-by: example-ada" in git(here, "log", "-1", "--format=%B", "origin/main")
    (answer,) = counter.told(number)
    assert "hero: idea share-the-test-rig" in answer
    labels = {each["name"] for each in counter.issue(number)["labels"]}
    assert labels == {"idea", "stage: proposed", "waits on: advocate"}

    record(counter, "exploring")
    counter.calm()
    assert "moves from Proposed to Exploring" in plain(counter.told(number)[-1])
    record(counter, "exploring", "declined")
    counter.calm()
    ended = counter.issue(number)
    assert (ended["state"], ended["state_reason"]) == ("closed", "not_planned")
    assert len(counter.told(number)) == 3
    assert counter.forge.differences() == []


def test_its_author_is_an_author_to_the_forge_and_approves_nothing(counter: Counter) -> None:
    number = counter.hand_in("example-grace")
    counter.calm()
    (pull,) = counter.pulls()
    (seen,) = counter.connected().pulls(None)
    assert "example-grace" in {each.login for each in seen.authors}
    assert "example-grace" not in {each["login"] for each in pull["requested_reviewers"]}
    counter.approve("example-grace", pull["number"])
    counter.calm()
    assert len(counter.pulls()) == 1
    counter.approve("example-linus", pull["number"])
    counter.calm()
    assert counter.pulls() == []
    assert "hero: idea" in counter.told(number)[0]


def test_where_the_bot_may_not_open_pulls_a_person_does(tmp_path: Path) -> None:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        counter = Counter(forge, tmp_path, JOB)
        counter.repo.settings.workflows_open_pulls = False
        counter.calm()
        number = counter.hand_in("example-ada")
        counter.calm()
        (answer,) = counter.told(number)
        assert f"compare/main...hero/form/{number}?expand=1" in answer
        asked = {"title": "An idea", "head": f"hero/form/{number}", "base": "main"}
        counter.say("example-linus", "POST", f"/repos/{NAME}/pulls", asked)
        counter.calm()
        assert f"Your idea is in #{counter.pulls()[0]['number']}" in plain(counter.told(number)[0])


def test_votes_and_talk_are_counted(counter: Counter) -> None:
    number = counter.hand_in("example-ada")
    counter.calm()
    counter.approve("example-linus", counter.pulls()[0]["number"])
    counter.calm()
    where = f"/repos/{NAME}/issues/{number}"
    for login in ("example-sock", "example-mei"):
        counter.say(login, "POST", f"{where}/reactions", {"content": "+1"})
    counter.say("example-sock", "POST", f"{where}/comments", {"body": "Yes please."})
    registry = Registry.read(Revision(counter.folder / "default", "origin/main"))
    before = len(counter.forge.writes())
    found = signals.collected(registry, counter.connected())
    about = found.ideas["share-the-test-rig"]
    assert (about.issue, about.votes, about.comments) == (number, 2, 1)
    assert len(counter.forge.writes()) == before


def test_two_runs_that_saw_the_same_leave_one_pull_one_issue_and_one_answer(
    counter: Counter,
) -> None:
    number = counter.hand_in("example-ada")
    counter.change({"ideas/2026/another.yml": RECORDED})
    plans = [counter.planned(), counter.planned()]
    for each in plans:
        apply(each.actions, counter.connected(), 40)
    counter.calm()
    assert len(counter.pulls()) == 1
    assert len(counter.told(number)) == 1
    assert [each["title"] for each in counter.issues()] == ["Share the test rig"] * 2


@pytest.mark.prove
@pytest.mark.parametrize("path", ["/pulls$", "/comments$", "/git/refs"])
@pytest.mark.parametrize("kind", ["error_after", "error_before"])
def test_what_breaks_on_the_way_leaves_no_second_pull_and_no_second_answer(
    counter: Counter, kind: str, path: str
) -> None:
    number = counter.hand_in("example-ada")
    counter.forge.faults.add(kind, "POST", path)
    counter.run()
    counter.calm()
    assert len(counter.pulls()) == 1
    assert len(counter.told(number)) == 1
