"""The commands that there are: how each is written, what it does, and who may give it."""

from collections.abc import Mapping
from dataclasses import dataclass

from hero.rules.wording import nearest


@dataclass(frozen=True, slots=True)
class Verb:
    """A command: its right form, what it does, who may, and an example that would be taken.

    `moves` says that it leads to another stage, `writes` that it changes the idea's file.
    """

    form: str
    about: str
    who: str
    example: str
    moves: bool = False
    writes: bool = True


VERBS: Mapping[str, Verb] = {
    "advance": Verb(
        "/advance [stage] reason",
        "Moves the idea on: to the stage that comes next, or to the one that is named",
        "whom the pipeline lets decide that move",
        "/advance exploring Two teams will try it in May.",
        moves=True,
    ),
    "park": Verb(
        "/park until DATE reason",
        "Parks the idea until a day on which it is looked at again",
        "whom the pipeline lets decide that move",
        "/park until 2027-03-01 The rig is being rebuilt until then.",
        moves=True,
    ),
    "decline": Verb(
        "/decline reason",
        "Turns the idea down, also before it is recorded; the reason stays with it",
        "whom the pipeline lets decide that move",
        "/decline The supplier ends this product in March.",
        moves=True,
    ),
    "withdraw": Verb(
        "/withdraw [reason]",
        "Takes the idea back",
        "its proposers",
        "/withdraw We found a simpler way.",
        moves=True,
    ),
    "duplicate-of": Verb(
        "/duplicate-of SLUG [reason]",
        "Says that the idea repeats another, which gains its proposers",
        "whom the pipeline lets decide that move",
        "/duplicate-of share-the-rig",
        moves=True,
    ),
    "assign": Verb(
        "/assign @LOGIN",
        "Asks another advocate to help the idea as well",
        "advocates",
        "/assign @example-grace",
    ),
    "claim": Verb(
        "/claim",
        "Makes you the accountable advocate of the idea",
        "advocates",
        "/claim",
    ),
    "pass": Verb(
        "/pass",
        "Hands your seat to another advocate; no reason is asked",
        "the idea's advocates",
        "/pass",
    ),
    "build": Verb(
        "/build",
        "Says that you will build it; nobody can say it for you",
        "anybody, for themselves",
        "/build",
    ),
    "sponsor": Verb(
        "/sponsor",
        "Says that you will give time or money for it; nobody can say it for you",
        "anybody, for themselves",
        "/sponsor",
    ),
    "evaluate": Verb(
        "/evaluate value=1-5 effort=1-5 confidence=1-5 [note]",
        "Judges the idea on the three scales",
        "advocates who do not propose it",
        "/evaluate value=4 effort=2 confidence=3 Seen to work at the depot.",
    ),
    "snooze": Verb(
        "/snooze DATE",
        "Keeps reminders about the idea away until that day",
        "advocates, its proposers, its builder and its sponsor",
        "/snooze 2w",
        writes=False,
    ),
    "rerun": Verb(
        "/rerun",
        "Writes the check of a pull again",
        "advocates, and whoever opened the pull",
        "/rerun",
        writes=False,
    ),
    "help": Verb("/help", "Says what you can say here now", "anybody", "/help", writes=False),
}

#: Words from elsewhere that people try.
_KNOWN_AS: Mapping[str, str] = {
    "approve": "advance",
    "promote": "advance",
    "accept": "advance",
    "reject": "decline",
    "close": "decline",
    "duplicate": "duplicate-of",
    "dup": "duplicate-of",
    "unassign": "pass",
    "take": "claim",
    "score": "evaluate",
    "remind": "snooze",
    "recheck": "rerun",
    "retest": "rerun",
}


def meant(word: str) -> str | None:
    """The command that a word which is none was probably meant for."""
    tidy = word.replace("_", "-")
    if tidy in VERBS:
        return tidy
    return _KNOWN_AS.get(tidy) or (nearest(tidy, VERBS) if len(tidy) > 3 else None)
