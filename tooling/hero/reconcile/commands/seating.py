"""Commands about who helps an idea, builds it or pays for it, and what they think of it."""

import re

from hero.process.edits import Refused, add, put
from hero.process.evaluating import Judgement, evaluated
from hero.reconcile.commands.effects import Done, Effect, No, Room, edit, no
from hero.reconcile.commands.parse import Command
from hero.reconcile.commands.verbs import VERBS
from hero.registry.conditions.case import rostered, same
from hero.registry.phrases import both
from hero.registry.scales import SCALES, Scale, described

_AT = re.compile(r"@?([A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*)[.,]?")
_FIGURE = re.compile(r"\b(value|effort|confidence)\s*[=:]\s*([^\s,;]+)[,;]?", re.IGNORECASE)
#: What a line of a file holds.
_NOTE = 300


def claim(room: Room, command: Command) -> Effect:
    """Whoever says it is the first of the idea's advocates."""
    if no_one := _not_free(room) or _alone(command, room):
        return no_one
    me, there = room.by.login, list(room.idea.advocates)
    if there[:1] and same(there[0]) == same(me):
        return No("you are its accountable advocate already", there=True)
    others = [login for login in there if same(login) != same(me)]
    return edit(room, [put(("advocates",), [me, *others])], f"makes {me} accountable for it")


def assign(room: Room, command: Command) -> Effect:
    """Another advocate joins."""
    form = (f"write `{VERBS['assign'].form}`, one advocate at a time",)
    if not room.by.advocate:
        return No("only advocates can ask another to help", form)
    found = _AT.fullmatch(command.rest)
    if found is None:
        return No("it does not say whom", form)
    row = rostered(room.registry.roster, found[1], room.day)
    if row is None:
        return No(f"{found[1][:40]} is not on the roster of advocates", form)
    idea = room.idea
    if same(row.login) in map(same, idea.proposers):
        return No(f"{row.login} proposes it: nobody is the advocate of their own idea")
    if same(row.login) in map(same, idea.advocates):
        return No(f"{row.login} helps it already", there=True)
    return edit(
        room,
        [put(("advocates",), [*idea.advocates, row.login])],
        f"asks {row.login} to help it as well",
    )


def pass_on(room: Room, command: Command) -> Effect:
    """Whoever says it gives their seat to the advocate who fits best."""
    if wrong := _alone(command, room):
        return wrong
    me, idea = room.by.login, room.idea
    if any(same(each.login) == same(me) for each in idea.passed):
        return No("you passed it on already", there=True)
    if not room.by.advocate or same(me) not in map(same, idea.advocates):
        return No("you are none of its advocates, so there is no seat to pass on")
    entry = {"login": me, "date": room.day}
    next_ones = _without(room)
    steps = [add("passed", entry), put(("advocates",), next_ones)]
    there = set(map(same, idea.advocates))
    new = [login for login in next_ones if same(login) not in there]
    to = f", and asks {both(new)} in their place" if new else ""
    return edit(room, steps, f"takes {me} off it{to}")


def offer(room: Room, command: Command) -> Effect:
    """Whoever says it builds the idea, or sponsors it."""
    role = {"build": "builder", "sponsor": "sponsor"}[command.verb]
    said = _AT.fullmatch(command.rest)
    if said and command.rest.startswith("@") and same(said[1]) != same(room.by.login):
        help_ = (f"ask {said[1][:40]} to write `/{command.verb}` themselves",)
        return No(f"nobody becomes the {role} by another's word", help_)
    if not (said and same(said[1]) == same(room.by.login)) and (wrong := _alone(command, room)):
        return wrong
    if not room.by.known:
        return No(f"{room.by.login} is on the roster with another account")
    there = getattr(room.idea, role)
    if there is not None and same(there) == same(room.by.login):
        return No(f"you are its {role} already", there=True)
    if there is not None:
        return No(f"{there} is its {role}", (f"talk to {there} first: an idea has one {role}",))
    return edit(room, [put((role,), room.by.login)], f"names {room.by.login} as its {role}")


def evaluate(room: Room, command: Command) -> Effect:
    """A judgement on the three scales."""
    form = f"write `{VERBS['evaluate'].form}`"
    if not room.by.advocate:
        return No("only advocates evaluate ideas this way")
    if room.by.proposes(room.idea):
        return No("nobody evaluates their own idea", ("what is known belongs into `evidence`",))
    words = " ".join(command.words.split())
    given = {name.lower(): figure for name, figure in _FIGURE.findall(words)}
    lacking = [scale for scale in SCALES if scale not in given]
    if lacking:
        return No(f"it does not say {both(lacking)}", (form,))
    for scale in SCALES:
        if given[scale] not in ("1", "2", "3", "4", "5"):
            return No(f"{given[scale][:20]} is no number of the scale “{scale}”", (_scale(scale),))
    note = _FIGURE.sub("", words).strip(" ,;.-") or None
    if note and len(note) > _NOTE:
        return No(f"the note has {len(note)} characters, and {_NOTE} fit", ("shorten it",))
    return _judged(room, {scale: int(given[scale]) for scale in SCALES}, note)


def _judged(room: Room, figures: dict[Scale, int], note: str | None) -> Effect:
    by = room.by.login
    judgement = Judgement(
        room.slug, by, room.day, figures["value"], figures["effort"], figures["confidence"], note
    )
    last = [each for each in room.idea.evaluations if same(each.by) == same(by)][-1:]
    told = (judgement.value, judgement.effort, judgement.confidence, note)
    if last and (last[0].value, last[0].effort, last[0].confidence, last[0].note) == told:
        return No("you have judged it just so already", there=True)
    made = evaluated(room.registry, judgement, room.day)
    return (
        no(made) if isinstance(made, Refused) else Done((made,), f"records what {by} thinks of it")
    )


def _scale(scale: Scale) -> str:
    return f"{scale} is {described(scale).rstrip('.')}"


def _alone(command: Command, room: Room) -> No | None:
    """A word of one's own stands alone on its line: `/build folders are ignored` is none."""
    if not command.rest:
        return None
    return No(
        f"`/{command.verb}` stands alone on its line, so that nobody says it by accident",
        (f"write `/{command.verb}` on a line of its own, and whatever else below it",),
    )


def _not_free(room: Room) -> No | None:
    if not room.by.advocate:
        return No("only advocates take an idea on")
    if room.by.proposes(room.idea):
        return No("nobody is the advocate of their own idea")
    return None


def _without(room: Room) -> list[str]:
    """The advocates once somebody has passed: who stays, and whom the choice falls on."""
    from dataclasses import replace

    from hero.advocates.choose import choose
    from hero.advocates.from_registry import setting, subject, unsound
    from hero.advocates.record import logins

    idea, me = room.idea, same(room.by.login)
    stay = [login for login in idea.advocates if same(login) != me]
    if unsound(room.registry):
        return stay
    on = setting(room.registry, room.day)
    about = subject(room.registry, room.slug, on)
    about = replace(about, passed=about.passed | {on.persons.key(room.by.login)})
    return list(logins(room.registry, choose(about, on.candidates, on.context), on))
