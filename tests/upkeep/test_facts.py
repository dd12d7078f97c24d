"""What anyone could compute again comes in by one pull that merges itself, and by no other."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hero.process.change import UPKEEP_BRANCH
from hero.reconcile.forge import ForgeRefused
from hero.reconcile.own_pulls import Propose
from tests.reconcile.test_loop import RECORDED
from tests.reconcile.town import BOT, IDEA, PATH, account
from tests.upkeep.village import Village

PAGE = "playbooks/technology/network.yml"


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return Village(tmp_path / "registry")


def recorded(village: Village) -> str:
    return (village.root / PATH).read_text(encoding="utf-8")


def taken_in(village: Village) -> list[str]:
    """An idea comes in by a pull and is merged; whom its comment remembered."""
    village.open()
    village.run()
    asked = [each.login for each in village.pull.requested]
    village.review("example-linus")
    village.run()
    assert village.state == "merged"
    return asked


def test_an_idea_that_was_merged_gets_its_day_its_stage_and_who_was_asked(village: Village) -> None:
    asked = taken_in(village)
    village.today += dt.timedelta(3)
    written = village.until_still()
    assert [each[0] for each in written] == ["put", "open_pull", "check", "merge", "drop"]
    assert recorded(village).startswith(IDEA)
    added = recorded(village).removeprefix(IDEA)
    assert added == (
        f"proposed_on: 2026-11-20\nstage: proposed\nadvocates: [{', '.join(asked)}]\n"
    ), added


def test_a_second_run_writes_nothing_while_the_pull_cannot_be_merged(village: Village) -> None:
    taken_in(village)
    village.run()
    village.set(2, draft=True)
    village.run()
    assert village.planned().actions == ()


def test_a_move_gets_its_pull_and_who_approved_it(village: Village) -> None:
    staged = RECORDED.replace("advocates:", "stage: proposed\nadvocates:")
    village.write(PATH, staged)
    village.commit("Record it")
    move = staged.replace("stage: proposed", "stage: exploring") + MOVE
    village.open(files={PATH: move}, author="example-linus")
    village.run()
    village.review("example-grace")
    village.review("example-ada")
    village.review("example-mei", commit="0" * 40)
    village.run()
    assert village.state == "merged"
    village.until_still()
    assert "approved_by: [example-grace]" in recorded(village)
    assert "pull: 1" in recorded(village)
    assert village.planned().actions == ()


MOVE = """decisions:
  - {date: 2026-11-20, from: proposed, to: exploring, by: example-linus, because: Both agreed.}
"""


def test_a_number_in_a_subject_is_not_believed(village: Village) -> None:
    """Pull 7 was never merged, pull 8 touched something else, and 9 is not there at all."""
    moved = RECORDED + "stage: exploring\n" + MOVE
    for number in (7, 8, 9):
        village.write(PATH, moved + f"# {number}\n")
        if number < 9:
            village.open(number, files={PATH if number == 7 else "README.md": "x: 1\n"})
            village.set(number, state="merged" if number == 8 else "closed")
            village.known.add(number)
        village.write(PATH, RECORDED + f"# {number}\n")
        village.commit("Back")
        village.write(PATH, moved + f"# {number}\n")
        village.commit(f"Move it (#{number})")
        assert village.planned().actions == ()


def test_whoever_pushes_to_the_branch_changes_nothing(village: Village) -> None:
    taken_in(village)
    village.run()
    forged = recorded(village) + "advocates: [example-mei]\n"
    village.push(2, {PATH: forged}, branch=UPKEEP_BRANCH)
    village.run()
    assert village.forge.pulls_seen[2].state == "open"
    village.until_still()
    assert recorded(village).startswith(f"{IDEA}proposed_on: ")


def test_a_branch_of_that_name_in_a_fork_is_a_pull_like_any_other(village: Village) -> None:
    village.write(PATH, RECORDED)
    village.commit("Record it")
    village.open(5, files={PATH: RECORDED.replace("grace, example-linus", "mei, example-linus")})
    village.set(5, branch=UPKEEP_BRANCH, author=BOT)
    village.run()
    assert village.forge.pulls_seen[5].state == "open"
    assert village.comments(5)


def test_a_pull_that_a_person_opened_from_the_branch_is_merged_for_its_bytes(
    village: Village,
) -> None:
    taken_in(village)

    def refuse(words: tuple[str, ...]) -> None:
        if words[0] == "open_pull":
            raise ForgeRefused("permission", "Actions may not open pulls.")

    village.forge.refuse = refuse
    village.run()
    said = village.comments()[-1].body
    assert "open it with one click" in said
    assert f"compare/main...{UPKEEP_BRANCH}?expand=1" in said
    assert village.planned().actions == ()
    village.forge.refuse = None
    village.forge.open_pull(UPKEEP_BRANCH, "Mine", "")
    village.set(2, author=account("example-mei"))
    village.until_still()
    assert "stage: proposed" in recorded(village)


def test_a_file_with_faults_is_left_alone(village: Village) -> None:
    village.write(PATH, IDEA + "colour: red\n")
    village.commit("Record it with a fault")
    assert village.planned().actions == ()


def test_what_a_person_wrote_stays(village: Village) -> None:
    """They chose their advocates, and the day; only the stage is missing."""
    village.write(PATH, RECORDED)
    village.commit("Record it")
    village.until_still()
    assert recorded(village) == RECORDED.replace("advocates:", "stage: proposed\nadvocates:")


def test_who_left_the_roster_makes_room_and_the_other_stays(village: Village) -> None:
    village.write(PATH, RECORDED.replace("example-grace", "example-gone"))
    village.commit("Record it")
    village.until_still()
    [line] = [each for each in recorded(village).splitlines() if each.startswith("advocates")]
    assert "example-gone" not in line
    assert line.endswith(", example-linus]")


def test_the_bytes_are_the_same_on_every_machine_and_day(village: Village) -> None:
    taken_in(village)
    found = set()
    for days in (0, 1, 30):
        village.today += dt.timedelta(days)
        [put] = [each.put for each in village.planned().actions if isinstance(each, Propose)]
        found.add(tuple(put.files.items()))
    assert len(found) == 1


def test_a_conflict_is_put_onto_the_tip_again(village: Village) -> None:
    taken_in(village)
    village.run()
    village.set(2, mergeable=False)
    village.until_still()
    assert "stage: proposed" in recorded(village)


def test_straight_to_the_branch_where_the_network_says_so(village: Village) -> None:
    taken_in(village)
    with (village.root / PAGE).open("a", encoding="utf-8") as page:
        page.write("writes: direct\n")
    village.commit("Write directly")
    [keep] = village.planned().actions
    assert keep.words == f"put {PATH} on main"
    village.run()
    assert b"stage: proposed" in village.forge.files["main"][PATH]


def test_a_shallow_clone_plans_no_upkeep(village: Village, tmp_path: Path) -> None:
    from hero.technology.witnessed import witness
    from tests.technology.test_git import git

    taken_in(village)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{village.root}", "shallow")
    assert witness(tmp_path / "shallow", village.base(), village.today) is None
    assert witness(tmp_path, village.base(), village.today) is None


def test_an_archived_registry_and_an_example_are_left_alone(village: Village) -> None:
    taken_in(village)
    village.forge.place_seen = replace(village.forge.place_seen, archived=True)
    assert village.planned().actions == ()
