"""Facts about the technology: can it be read, does it tell, is it witnessed, does it run?"""

from hero.culture.scorecard.answered import answer_fact
from hero.culture.scorecard.fact import Fact, Reading
from hero.culture.scorecard.ground import Ground
from hero.process.turn import day_in_words


def _faulty(ground: Ground) -> Reading:
    """Faults have no dates: an earlier day has those of today."""
    files = sorted(ground.registry.flawed)
    return Reading(len(files), says=f"hero check says what is wrong in {files[0]}" if files else "")


def _channels(ground: Ground) -> Reading:
    kinds = sorted({each.kind for each in ground.registry.network.channels})
    return Reading(len(kinds), says=", ".join(kinds))


def _audited(ground: Ground) -> Reading:
    since = ground.registry.network.audit_from
    if since is None:
        return Reading(0, says="network.yml names no day from which git is the witness")
    word = "since" if since <= ground.day else "only from"
    return Reading(float(since <= ground.day), says=f"{word} {day_in_words(since)}")


def _alive(ground: Ground) -> Reading:
    value = ground.signals.get("technology.schedule_alive")
    says = "" if value is not None else "only the forge knows, and nobody has asked it: hero watch"
    return Reading(value, says=says)


TECHNOLOGY = (
    Fact(
        "technology.faulty_files",
        "Files with faults",
        "count",
        "Files of ideas and policies that cannot be read as they stand.",
        _faulty,
    ),
    Fact(
        "technology.channels",
        "Ways to be told",
        "count",
        "Kinds of channel in network.yml that tell what moved: feed, digest, chat.",
        _channels,
    ),
    Fact(
        "technology.audited",
        "Git is the witness",
        "yes",
        "The day in network.yml from which `hero audit` holds the files against git has come.",
        _audited,
    ),
    Fact(
        "technology.schedule_alive",
        "Schedules run",
        "yes",
        "No scheduled workflow has been stopped. GitHub stops those of a quiet repository after "
        "60 days, and tells nobody; a signals file says how it was.",
        _alive,
        "signal",
    ),
    answer_fact("technology", "rebuilt-from-clone"),
    answer_fact("technology", "screen-reader-tried"),
)
