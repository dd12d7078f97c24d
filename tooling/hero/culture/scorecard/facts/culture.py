"""Facts about the culture: who takes part, who comes back, who is thanked, who is cut off."""

import datetime as dt

from hero.culture.recognition.credits import ended_well, every_credit
from hero.culture.scorecard.answered import LASTS, answer_fact
from hero.culture.scorecard.fact import Fact, Reading, named, part
from hero.culture.scorecard.ground import Ground
from hero.culture.ties.concentration import concentration
from hero.culture.ties.reach import isolated
from hero.process.flow.course import own
from hero.process.flow.figure import FEWEST
from hero.registry.lived import Act
from hero.registry.phrases import either

YEAR = 365
#: The sides of the compact by their word in signatures.yml.
SIDES = {"people": "people with ideas", "managers": "managers", "it": "IT and security"}
#: Within so many days somebody proposes again, or has not come back.
AGAIN = 180


def _units(ground: Ground) -> Reading:
    lately = {
        ground.units.get(login.lower())
        for idea in ground.then.ideas.values()
        if (idea.proposed_on or ground.day) > ground.ago(YEAR)
        for login in idea.proposers
    }
    units = sorted({*ground.units.values()})
    silent = [unit for unit in units if unit not in lately]
    says = named("nothing from ", "unit", silent)
    return part(len(units) - len(silent), len(units), says)


def _signed(ground: Ground) -> Reading:
    signed = {
        each.side
        for each in ground.registry.signatures.signatures
        if ground.ago(LASTS) <= each.date <= ground.day
    }
    lacking = [words for side, words in SIDES.items() if side not in signed]
    says = f"not signed lately by {either(lacking)}" if lacking else ""
    return Reading(len(signed), len(SIDES), says)


def _help(ground: Ground) -> Reading:
    kinds = [kind for kind in ground.registry.recognition.kinds if set(kind.acts) - {"proposed"}]
    wanted = {act for kind in kinds for act in kind.acts} - {"proposed"}
    done: set[Act] = set()
    for each in every_credit(ground.then):
        done.add(each.act)
        if wanted <= done:
            break
    return Reading(sum(bool(done & wanted & set(kind.acts)) for kind in kinds), len(kinds))


def _again(ground: Ground) -> Reading:
    first: dict[str, dt.date] = {}
    proposed: dict[str, list[dt.date]] = {}
    stages = ground.registry.pipeline.stages
    ends = {each.id for each in stages if each.kind == "final" and each.outcome == "ended"}
    for course in ground.courses:
        logins = {login.lower() for login in course.idea.proposers}
        if (came := course.proposed) is not None:
            for login in logins:
                proposed.setdefault(login, []).append(came)
        noes = [made for made in course.idea.decisions if made.to in ends]
        for made in noes:
            if not course.duplicate and not own(course, made):
                for login in logins:
                    first[login] = min(made.date, first.get(login, made.date))
    ripe = {login: day for login, day in first.items() if day <= ground.ago(AGAIN)}
    if len(ripe) < FEWEST:
        return Reading(None, len(ripe), f"fewer than {FEWEST} people, so it would be about them")
    until = {login: day + dt.timedelta(AGAIN) for login, day in ripe.items()}
    back = sum(
        any(day < came <= until[login] for came in proposed.get(login, ()))
        for login, day in ripe.items()
    )
    return part(back, len(ripe))


def _learnt(ground: Ground) -> Reading:
    """As recognition has it: taken back by its own proposers, or ended with a result."""
    ended = [
        course
        for course in ground.courses
        if course.stage.outcome == "ended" and not course.duplicate
    ]
    return part(sum(ended_well(course.idea, course.stage) for course in ended), len(ended))


def _isolated(ground: Ground) -> Reading:
    alone = isolated(ground.net)
    says = named("by themselves: ", "unit", alone)
    return Reading(len(alone), len(ground.net.units), says)


def _busiest(ground: Ground) -> Reading:
    told = concentration(ground.net)
    says = "" if told.people >= FEWEST else f"fewer than {FEWEST} people have a part in an idea"
    return Reading(told.busiest_tenth, told.people, says)


CULTURE = (
    Fact(
        "culture.units_proposing",
        "Units that propose",
        "share",
        "Of the units that anybody is known to work in, those of which somebody proposed in the "
        "last 365 days.",
        _units,
    ),
    Fact(
        "culture.sides_signed",
        "Sides of the compact that are signed",
        "count",
        f"Of the three sides of the HERO Compact, those with a signature of the last {LASTS} days "
        "in signatures.yml.",
        _signed,
    ),
    Fact(
        "culture.kinds_of_help",
        "Kinds of help that were given",
        "count",
        "Kinds of contribution beyond proposing, as recognition.yml names them, for which anybody "
        "is thanked.",
        _help,
    ),
    Fact(
        "culture.repeat_after_decline",
        "Come back after a no",
        "share",
        f"Of the people whose first idea that others ended did so at least {AGAIN} days ago, those "
        f"who proposed another idea within {AGAIN} days. Fewer than {FEWEST} people are not told.",
        _again,
    ),
    Fact(
        "culture.ended_with_learning",
        "Ended with something learnt",
        "share",
        "Of the ideas that ended other than by use, those that their own proposers took back or "
        "that have a result in their evidence. Without duplicates.",
        _learnt,
    ),
    answer_fact("culture", "time-for-ideas"),
    Fact(
        "culture.isolated_units",
        "Units by themselves",
        "count",
        "Units of which nobody worked with anybody of another unit on an idea that was decided "
        "about.",
        _isolated,
    ),
    Fact(
        "culture.busiest_tenth",
        "What the busiest tenth carries",
        "share",
        "Of all parts that people have in ideas that were decided about, those of the tenth of "
        f"the people with most. Fewer than {FEWEST} people are not told.",
        _busiest,
    ),
    answer_fact("culture", "safety-pulse"),
    answer_fact("culture", "senior-declined"),
)
