"""Commands that lead an idea to another stage."""

import datetime as dt

from hero.process.edits import Refused
from hero.process.gate import Verdict
from hero.process.moving import Wish, moved
from hero.reconcile.commands.dates import day_first
from hero.reconcile.commands.effects import Done, Effect, No, Room, no
from hero.reconcile.commands.ends import end_of, next_stage, ways_from
from hero.reconcile.commands.parse import Command
from hero.reconcile.commands.reopening import FORM, parted
from hero.registry.conditions.case import Facts, State, same
from hero.registry.conditions.evidence import EvidenceFields
from hero.registry.conditions.people import People
from hero.registry.idea import REOPENING, Decision
from hero.registry.phrases import either
from hero.registry.pipeline import Pipeline, Stage
from hero.registry.slug import is_slug
from hero.rules.wording import nearest

_ROLES = {"build": "builder", "sponsor": "sponsor"}


def advance(room: Room, command: Command) -> Effect:
    """To the stage that is named, or to the next one."""
    pipeline, start = room.registry.pipeline, room.registry.stage(room.idea)
    named, reason = _named(pipeline, command)
    if isinstance(named, No):
        return named
    end = named or next_stage(pipeline, start)
    if end is None:
        return No(f"no stage comes after {start.id}", ways_from(pipeline, start))
    if not reason:
        return No(
            "every move has its reason, in words the proposer can use",
            (f"write it behind the command: `/advance {end.id} REASON`",),
        )
    return _move(room, end.id, reason)


def park(room: Room, command: Command) -> Effect:
    """To the paused stage, until a day."""
    end = end_of(room.registry.pipeline, room.registry.stage(room.idea), "park")
    found = day_first(command.words, room.day)
    if found is None:
        return No(
            "it does not say until when, as a day that can be meant in one way only",
            ("for instance `/park until 2027-03-01 REASON`, or `/park until 3 months REASON`",),
        )
    day, reason = found
    if day <= room.day:
        return No(f"{day} has passed: name a day that lies ahead")
    if not reason:
        return No(
            "every move has its reason, in words the proposer can use",
            (f"write it behind the day: `/park until {day} REASON`",),
        )
    return _move(room, end, reason, day=day)


def decline(room: Room, command: Command) -> Effect:
    """To the stage that ends it."""
    end = end_of(room.registry.pipeline, room.registry.stage(room.idea), "decline")
    if not command.words:
        return No(
            "whoever proposed it should read why, and what would change our minds",
            (
                "write it behind the command: `/decline REASON`",
                f"what would change our minds has a paragraph of its own below: `{FORM}`",
            ),
        )
    return _move(room, end, command.words)


def withdraw(room: Room, command: Command) -> Effect:
    """To the stage that ends it at its proposers' wish."""
    end = end_of(room.registry.pipeline, room.registry.stage(room.idea), "withdraw")
    return _move(room, end, command.words, "Its proposers take it back.")


def duplicate(room: Room, command: Command) -> Effect:
    """To the stage of ideas that are alive elsewhere."""
    end = end_of(room.registry.pipeline, room.registry.stage(room.idea), "duplicate-of")
    word, reason = (*command.words.split(None, 1), "", "")[:2]
    slug = word.strip("`.,;:").removesuffix(".yml").rpartition("/")[2].removesuffix(".html")
    if slug == room.slug:
        return No("an idea cannot repeat itself", ("name the other idea",))
    if not room.registry.knows(slug):
        return _unknown_idea(room, slug)
    return _move(room, end, reason, f"The same idea as {slug}.", of=slug)


def _move(
    room: Room, end: str, words: str, else_: str = "", day: dt.date | None = None, of: str = ""
) -> Effect:
    """Move it with the reason that the words hold, or else that one."""
    said = _said(room, end, words)
    if isinstance(said, No):
        return said
    reason, again = said[0] or else_, said[1]
    if not reason:
        return No("every move has its reason, in words the proposer can use")
    idea, by = room.idea, room.by.login
    start = room.registry.stage(idea)
    if start.id == end:
        last = idea.decisions[-1:]
        there = any(_is_own(room, each, reason, again) for each in last)
        return No(f"it is in {end} already", there=there)
    if any(_is_own(room, each, reason, again) and each.to == end for each in idea.decisions):
        return No("that was carried out already", ("to say it once more, write it anew",))
    wish = Wish(room.slug, end, by, reason, room.day, day, of or None, again)
    if not room.by.known:
        return No(f"{by} is on the roster with another account")
    made = moved(room.registry, wish, Facts(room.day))
    if isinstance(made, Refused):
        return no(made)
    if made.verdict is None:
        return No(
            f"no move leads from {start.id} to {end}", ways_from(room.registry.pipeline, start)
        )
    lacking = _lacking(room, made.verdict)
    does = f"records it as {end}" if room.intake else f"moves it from {start.id} to {end}"
    does += ", with what would reopen it" if again else ""
    return lacking or Done(made.files, does, end)


def _said(room: Room, end: str, words: str) -> tuple[str, str | None] | No:
    """The reason, and what would reopen an idea that ends or rests; elsewhere all is reason."""
    stage = room.registry.pipeline.stage(end)
    if stage is None or not stage.reopens:
        return words, None
    reason, again = parted(words)
    if again and len(again) > REOPENING:
        return No(
            f"what would reopen it has {len(again):,} characters, and {REOPENING} fit",
            ("keep one or two sentences; the rest belongs into the reason",),
        )
    return reason, again


def _lacking(room: Room, verdict: Verdict) -> No | None:
    """What no approval can bring. An account decides by its number, whatever its login says."""
    if verdict.person.state is State.MISSING:
        return No(f"{verdict.person.asks} this move, and {verdict.person.needed}")
    if not room.by.advocate and not room.by.proposes(room.idea):
        return No(f"{verdict.person.asks} this move")
    missing = [each.needed for each in verdict.gate if each.state is State.MISSING]
    if not missing:
        return None
    offers = [f"`/{verb}`" for verb, role in _ROLES.items() if getattr(room.idea, role) is None]
    asked = any(isinstance(each, People) for each in verdict.move.gate)
    here = (f"who takes that on can say so here: {either(offers)}",) if asked and offers else ()
    file = room.registry.paths.get(room.slug)
    written = file and any(
        isinstance(asked, EvidenceFields) and found.state is State.MISSING
        for asked, found in zip(verdict.move.gate, verdict.gate, strict=False)
    )
    there = (f"evidence is written into `{file}`, by a pull",) if written else ()
    again = "once it is there, say it again"
    return No("something is missing first", (*missing, *here, *there, again))


def _is_own(room: Room, made: Decision, reason: str, again: str | None) -> bool:
    """Is a decision the very one that is asked for?"""
    told = (same(made.by), made.because.strip(), made.reopen_when, made.date)
    return told == (same(room.by.login), reason.strip(), again, room.day)


def _named(pipeline: Pipeline, command: Command) -> tuple[Stage | No | None, str]:
    """The stage that a command names at its beginning, and the rest of it."""
    words = command.rest.split()
    words = words[1:] if words[:1] == ["to"] and len(words) > 1 else words
    names = {each.id: each for each in pipeline.stages}
    names |= {each.name.lower(): each for each in pipeline.stages}
    for count in (3, 2, 1):
        name = " ".join(words[:count]).lower().rstrip(".,:;")
        if len(words) >= count and name in names:
            return names[name], f"{' '.join(words[count:])}\n{command.more}".strip()
    if len(words) == 1:
        near = nearest(words[0].lower(), [each.id for each in pipeline.stages])
        meant = (f"did you mean `/advance {near}`?",) if near else ()
        known = either([f"`{each.id}`" for each in pipeline.stages])
        reason = "a reason has more than one word: say what speaks for it"
        help_ = (*meant, f"it can be {known}", reason)
        return No(f"there is no stage “{words[0][:40]}”", help_), ""
    return None, command.words


def _unknown_idea(room: Room, slug: str) -> No:
    form = "write `/duplicate-of SLUG`: the slug is the last part of the other idea's address"
    if not slug:
        return No("it does not say which idea it repeats", (form,))
    near = nearest(slug, room.registry.slugs) if is_slug(slug) else None
    meant = (f"did you mean `/duplicate-of {near}`?",) if near and near != room.slug else ()
    return No(f"there is no idea “{slug[:80]}”", (*meant, form))
