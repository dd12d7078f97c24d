"""The health of a repository on GitHub: each fact asked for by itself, each refusal a value."""

from dataclasses import fields, replace
from typing import Any

from hero.reconcile.doctor import health as seen
from hero.reconcile.doctor.health import Asker, Health, Home, Readers, Unseen
from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import Place
from hero.site.audience import objection
from hero.technology.github.calls import Calls, path
from hero.technology.github.forge import GitHub
from hero.technology.github.health_people import people
from hero.technology.github.health_settings import asked, or_none, settings
from hero.technology.github.hosting import hosting
from hero.technology.github.loose import facts, maybe, part
from hero.technology.github.schedules import scheduled
from hero.technology.github.shape import truth, word

#: In whose name a job's own token acts.
_JOBS = "github-actions"


def look(
    forge: GitHub,
    local: Health,
    schedules: list[str],
    permissions: "dict[str, str] | None" = None,
) -> Health:
    """What is here, with all that GitHub tells of it.

    `schedules` names the workflow files that have one; `permissions` are an app's, where it asks.
    A repository that cannot be seen leaves everything else unseen.
    """
    place = asked(forge.place)
    if isinstance(place, Unseen):
        why = Unseen(f"the repository could not be: {place.why}")
        blind = _blind(local, place, why)
        # An app that lacks a permission gets no token at all, and this is why.
        return replace(blind, asker=Asker("app", "", permissions)) if permissions else blind
    calls, name = forge.calls, place.name
    home = asked(lambda: _home(calls, name))
    if isinstance(home, Unseen):
        return _blind(local, home, Unseen(f"the repository could not be: {home.why}"))
    return replace(
        local,
        home=home,
        asker=_asker(place, permissions),
        labels=place.labels,
        readers=asked(lambda: _readers(calls, local, name)),
        workflows=asked(lambda: _workflows(calls, name)),
        schedules=asked(lambda: tuple(_scheduled(calls, name, schedules))),
        newest=asked(lambda: _newest(calls, local.checkout.source)),
        **settings(calls, home),
        **people(calls, name, [(each.login, each.id) for each in local.registry.roster.advocates]),
    )


def _blind(local: Health, home: Unseen, rest: Unseen) -> Health:
    """Nothing seen but why."""
    lost: dict[str, Any] = {
        each.name: rest for each in fields(Health) if each.default is seen.NOT_ASKED
    }
    return replace(local, **{**lost, "home": home})


def _home(calls: Calls, name: str) -> Home:
    about = facts(calls, "looking at the repository", path("repos", *name.split("/")))
    rights = part(about, "permissions")
    private, internal = truth(about, "private"), about.get("visibility") == "internal"
    return Home(
        name=word(about, "full_name"),
        branch=word(about, "default_branch"),
        visibility="internal" if private and internal else "private" if private else "public",
        archived=truth(about, "archived"),
        issues=truth(about, "has_issues"),
        forking=about.get("allow_forking") is not False,
        rights=frozenset(key for key, held in rights.items() if held is True),
    )


def _asker(place: Place, permissions: dict[str, str] | None) -> Asker:
    if place.app is None:
        return Asker("person", place.me.login)
    return Asker("job" if place.app == _JOBS else "app", place.app, permissions)


def _readers(calls: Calls, local: Health, name: str) -> Readers:
    found = hosting(calls, name)
    against = objection(local.registry.network, found)
    words, mend = (against.words, against.mend) if against else ("", "")
    return Readers(found.repository, found.pages, words, mend)


def _workflows(calls: Calls, name: str) -> dict[str, str]:
    where = path("repos", *name.split("/"), "actions", "workflows")
    rows = calls.pages("looking at the workflows", where, "workflows")
    return {word(each, "path").rsplit("/", 1)[-1]: word(each, "state") for each in rows}


def _scheduled(calls: Calls, name: str, schedules: list[str]) -> "list[Any]":
    found = []
    for each in schedules:
        try:
            found.append(scheduled(calls, name, each))
        except ForgeRefused as refused:
            # A file that GitHub does not know yet is told of by another check.
            if refused.kind != "gone":
                raise
    return found


def _newest(calls: Calls, source: str) -> "seen.Newest | None":
    """The newest release where Hero comes from; None where it comes from nowhere, or has none."""
    if not source:
        return None
    where = path("repos", *source.split("/"))
    about = or_none(lambda: facts(calls, "looking for a newer Hero", f"{where}/releases/latest"))
    if about is None:
        return None
    version = word(about, "tag_name")
    address = word(about, "html_url")
    return seen.Newest(version, maybe(about, "body") or "", address, _form(calls, where, version))


def _form(calls: Calls, where: str, version: str) -> int | None:
    """The form of files that a version of Hero writes, as its own text says."""
    import base64
    import re

    file = f"{where}/contents/tooling/hero/registry/format.py"
    found = or_none(lambda: facts(calls, "looking into a newer Hero", file, ref=version))
    if found is None:
        return None
    try:
        text = base64.b64decode(word(found, "content")).decode(errors="replace")
    except ValueError:
        return None
    said = re.search(r"^FORMAT = (\d{1,4})$", text, re.MULTILINE)
    return int(said[1]) if said else None


def unlooked(local: Health, why: str) -> Health:
    """What is here alone, with all that is on the forge unseen for one reason."""
    return _blind(local, Unseen(why), Unseen(why))
