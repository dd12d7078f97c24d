"""Labels: the stage that a pull is about, and who is being waited on. Others are left alone."""

from dataclasses import dataclass

from hero.reconcile.reading import Reading
from hero.reconcile.ready import Ready
from hero.registry.pipeline import Role, Stage

#: The issue in which an idea is talked about; the issue form gives it too.
IDEA = "idea"
STAGE, WAITS = "stage: ", "waits on: "
#: GitHub takes 50 characters of a name, and 100 of a description.
NAME, ABOUT = 50, 100

_COLOURS = {"active": "0e8a8a", "paused": "8b949e", "final": "5b4b8a"}
_WAITING = "d29922"


@dataclass(frozen=True, slots=True)
class Label:
    """A label of ours, as it is made where it is missing."""

    name: str
    colour: str
    about: str


def labels(reading: Reading, ready: Ready) -> dict[str, Label]:
    """The labels that a pull should have, by name."""
    found = [] if reading.idea is None else [stage_label(reading.world.stage(reading.idea))]
    if ready.on is not None and ready.state != "ready":
        found.append(waits_label(ready.on))
    return {label.name: label for label in found}


def idea_label() -> Label:
    """The label of issues that are about ideas. The form can only give it where it exists."""
    return Label(IDEA, _COLOURS["active"], "An idea is talked about here")


def is_ours(name: str) -> bool:
    """Is this one of ours to add and remove?"""
    return name.startswith((STAGE, WAITS))


def stage_label(stage: Stage) -> Label:
    """The label of a stage."""
    return Label(f"{STAGE}{stage.id}"[:NAME], _COLOURS[stage.kind], stage.means[:ABOUT])


def waits_label(role: Role) -> Label:
    """The label that says whose turn it is."""
    about = f"Nothing happens here until the {role} does something"
    return Label(f"{WAITS}{role}", _WAITING, about)
