"""One idea from the form to its outcome check: what was said, what is on record, what is read."""

import re
from pathlib import Path

import pytest

from tests.life.conftest import Played
from tests.tour.ground import ADA, GRACE, LINUS
from tests.tour.heard import plain
from tests.tour.story import SLUG, TITLE

pytestmark = pytest.mark.prove
WAY = ["exploring", "piloting", "parked", "exploring", "piloting", "adopted"]
#: The pages that name the idea: each of them has to say where it stands now.
PAGES = (
    "index.html",
    "ideas/index.html",
    f"ideas/{SLUG}.html",
    "ideas/stage--adopted.html",
    "themes/reliability.html",
    "moves/index.html",
    "board/index.html",
    "decisions/yes.html",
    f"people/{ADA}.html",
    f"people/{GRACE}.html",
    f"people/{LINUS}.html",
)


def test_each_scene_ends_where_it_should_and_a_second_run_wrote_nothing(played: Played) -> None:
    # That nothing was written is held by the play itself, after everything that somebody did.
    assert [stage for _, stage in played.stood] == [scene.stage for scene, _ in played.stood]


def test_the_form_became_the_issue_in_which_all_was_told(played: Played) -> None:
    issues = [each for each in played.play.ground.repo.issues.values() if each.pull is None]
    (issue,) = issues
    assert (issue.number, issue.state, issue.reason) == (played.play.issue, "closed", "completed")
    told = [plain(each.body) for each in issue.comments]
    moved = [line for line in told if line.startswith(f"@{ADA}: “{TITLE}” moves from")]
    ends = ["Exploring", "Piloting", "Parked", "Exploring", "Piloting", "In use"]
    assert [re.search(r"to ([\w ]+)\.", line)[1] for line in moved] == ends  # type: ignore[index]


def test_what_was_missing_was_said_and_nothing_moved(played: Played) -> None:
    said = played.said("refused")
    for words in ("something is missing first", "no builder and no sponsor", "no evidence yet"):
        assert words in said
    assert "opens a pull" not in said


def test_it_slept_in_silence_and_each_was_called_once(played: Played) -> None:
    assert played.scenes["asleep"] == []
    (woken,) = played.scenes["due"]
    assert woken.words.startswith(f"@{GRACE}, “{TITLE}” waits for you:")
    (asked,) = played.scenes["outcome"]
    assert asked.words.startswith(f"@{ADA}, “{TITLE}” waits for you:")
    assert "Outcome check: was due on 28 September 2026" in asked.words
    assert "/snooze" not in asked.words


def test_the_record_has_every_decision_with_who_agreed(played: Played) -> None:
    idea = played.play.ground.idea()
    assert idea is not None
    assert [made.to for made in idea.decisions] == WAY
    assert [sorted(made.approved_by) for made in idea.decisions] == [
        [GRACE], [GRACE, LINUS], [GRACE], [GRACE], [GRACE, LINUS], [GRACE, LINUS],
    ]  # fmt: skip
    assert all(made.pull and made.because for made in idea.decisions)
    assert (idea.proposers, idea.builder, idea.sponsor) == ((ADA,), ADA, LINUS)
    assert idea.advocates == (GRACE, LINUS)


def test_check_and_audit_agree_and_the_digest_tells_it(played: Played) -> None:
    said = {words: (code, out) for words, code, out in played.ending.said()}
    assert said["hero check"] == (0, "No diagnostics in 1 idea.\n")
    code, out = said[f"hero audit {SLUG}"]
    assert code == 0
    assert "Everything fits" in out
    assert "2 days late  share-the-test-rig  outcome check" in said["hero due"][1]
    (digest,) = (out for words, (_, out) in said.items() if words.startswith("hero digest"))
    assert f"{TITLE}: Piloting → In use, by {GRACE}. Both teams wait two hours" in digest


def test_every_page_that_names_it_says_where_it_stands(played: Played) -> None:
    assert played.ending.build()[0] == 0
    site = played.ending.site
    for page in PAGES:
        text = (site / page).read_text(encoding="utf-8")
        assert TITLE in text, page
        assert "In use" in text, page
    page = plain((site / f"ideas/{SLUG}.html").read_text(encoding="utf-8"))
    for words in ("Both teams wait two hours, not nine.", "28 Sep 2026", "The rig moves"):
        assert words in page
    assert played.ending.row()["stage"] == "adopted"
    assert _elsewhere(site) == []


def _elsewhere(site: Path) -> list[str]:
    """Lists of other stages that still hold the idea."""
    lists = site.glob("ideas/stage--*.html")
    found = [each for each in lists if TITLE in each.read_text(encoding="utf-8")]
    return [each.name for each in found if each.name != "stage--adopted.html"]


def test_the_traffic_was_as_github_describes_it(played: Played) -> None:
    assert played.play.ground.forge.differences() == []
