"""The story: one idea from the form to its outcome check, scene by scene.

The tour prints it and the tests hold it, so that what the tour shows is what the tests prove.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.tour.ground import ADA, GRACE, LINUS
from tests.tour.heard import Line
from tests.tour.play import Play

TITLE, SLUG = "Share the test rig", "share-the-test-rig"
EVIDENCE = """evidence:
  - {metric: Hours waited a week, baseline: 9, target: 3, date: 2026-06-30}
"""
RESULT = "result: 2, link: https://example.org/rig, date: 2026-06-26"


@dataclass(frozen=True)
class Scene:
    """A scene: what it is about, how many days after the last it plays, and what is done.

    `stage` is where the idea stands at its end; None while it is not recorded.
    """

    title: str
    days: int
    act: Callable[[Play], None]
    stage: str | None


def form(play: Play) -> None:
    """Ada proposes without git, with a slip, and mends it."""
    play.fills_in_the_form(ADA, TITLE, theme="Reliabilty")
    play.rest()
    play.edits_the_form(ADA, theme="Reliability")
    play.rest()


def record(play: Play) -> None:
    """One advocate finds it clear."""
    play.approves(GRACE, "Clear enough: we all know that rig.")


def explore(play: Play) -> None:
    """One comment moves it."""
    play.says(GRACE, "/advance Two teams asked me about it this week.")


def refused(play: Play) -> None:
    """What is missing is said, with what to do."""
    play.says(GRACE, "/advance It is time to try it.")


def evidence(play: Play) -> None:
    """By hand and with git, as engineers do."""
    play.pushes(ADA, "measure", "", EVIDENCE, "Say what we measure, and until when")
    play.approves(LINUS, "A number and a day: good.")


def people(play: Play) -> None:
    """Everybody speaks for themselves; a slip gets a suggestion."""
    play.says(ADA, "/build")
    play.approves(GRACE, "She knows it best.")
    play.says(LINUS, "/sponser")
    play.says(LINUS, "/sponsor")


def pilot(play: Play) -> None:
    """Two advocates agree."""
    play.says(GRACE, "/advance We measure it until June.")
    play.approves(LINUS, "My team will book by it from Monday on.")


def park(play: Play) -> None:
    """It has to wait."""
    play.says(GRACE, "/park until 2026-05-04 The rig moves house this spring.")


def asleep(play: Play) -> None:
    """Nobody is called while it waits."""
    play.rest()


def due(play: Play) -> None:
    """Its day has come."""
    play.rest()


def back(play: Play) -> None:
    """Its proposer takes it up again, and an advocate agrees."""
    play.says(ADA, "/advance The rig is back on its feet.")
    play.says(GRACE, "/advance I saw it run.")


def again(play: Play) -> None:
    """The pilot goes on."""
    play.says(GRACE, "/advance piloting We measure as we said.")
    play.says(LINUS, "/advance piloting The calendar is still there.")


def result(play: Play) -> None:
    """The number is in."""
    play.pushes(ADA, "read", "date: 2026-06-30", RESULT, "Report what we measured")
    play.approves(LINUS, "I counted along.")


def adopt(play: Play) -> None:
    """Two advocates agree that it stays."""
    play.says(GRACE, "/advance adopted Both teams wait two hours, not nine.")
    play.says(LINUS, "/advance adopted Nobody wants the old sheet back.")


def outcome(play: Play) -> None:
    """Three months later somebody asks whether it still holds."""
    play.rest()


SCENES = (
    Scene("Ada has an idea, and no git at hand", 0, form, None),
    Scene("An advocate reads it: clear enough to record", 1, record, "proposed"),
    Scene("One comment moves it", 2, explore, "exploring"),
    Scene("Too early for a pilot", 4, refused, "exploring"),
    Scene("Ada says how it is measured, with git", 1, evidence, "exploring"),
    Scene("Who builds it, and who pays", 1, people, "exploring"),
    Scene("Two advocates agree: a pilot", 1, pilot, "piloting"),
    Scene("It has to wait, until a day that is named", 10, park, "parked"),
    Scene("It sleeps, and nobody is called", 40, asleep, "parked"),
    Scene("Its day has come", 59, due, "parked"),
    Scene("Ada takes it up again", 1, back, "exploring"),
    Scene("The pilot goes on", 1, again, "piloting"),
    Scene("The result is in", 52, result, "piloting"),
    Scene("Adopted: it is in use", 3, adopt, "adopted"),
    Scene("Three months later: does it still hold?", 92, outcome, "adopted"),
)


def story(play: Play) -> Iterator[tuple[Scene, list[Line]]]:
    """Play the scenes; each with what was said in it, once the bot has nothing left to do."""
    play.rest()
    play.lines.clear()
    for scene in SCENES:
        play.passes(scene.days)
        start = len(play.lines)
        scene.act(play)
        yield scene, play.lines[start:]
