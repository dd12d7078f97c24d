"""The example's two years as a git history: `python -m tests.history.replay DIR` makes it.

Each idea arrives on the day of its proposal, and each decision on its own day, as a pull by the
person who made it, merged, and followed by upkeep that fills in who approved and which pull it
was. A version is the idea as it stood then; the last one has the bytes that are shipped. The
audit begins before the first of them.
"""

import datetime as dt
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hero.registry.document import Document
from hero.registry.idea_file import idea_text
from hero.registry.policies import Roster
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.history.repo import Person, Writer, git

SHIPPED = Path(__file__).parents[2]
BOT: Person = ("hero-bot", "9+hero-bot@users.noreply.github.com")

#: A day, an idea, who wrote it, and the file as it stood from then on.
Version = tuple[dt.date, str, str, bytes]


def replay(out: Path) -> list[str]:
    """Write the history into a folder that is not there yet, and return its commits."""
    registry = Registry.read(Folder(SHIPPED))
    versions = sorted(
        (version for slug in registry.ideas for version in _versions(registry, slug)),
        key=lambda each: each[:2],
    )
    begin = versions[0][0] - dt.timedelta(days=7)
    tree = {
        path.relative_to(SHIPPED).as_posix(): ("100644", path.read_bytes())
        for path in sorted((SHIPPED / "playbooks").rglob("*"))
        if path.is_file()
    }
    network = "playbooks/technology/network.yml"
    dated = re.sub(rb"audit_from: \S+", f"audit_from: {begin}".encode(), tree[network][1])
    tree[network] = ("100644", dated)
    writer = Writer(out)
    head = writer.commit(tree, (), BOT, _at(begin, 9), message="Begin")
    for day, path, who, raw in versions:
        tree[path] = ("100644", raw)
        if who == BOT[0]:
            head = writer.commit(tree, (head,), BOT, _at(day, 14), message="Fill in the record")
            continue
        side = writer.commit(tree, (head,), person(who), _at(day, 10), message=f"Change {path}")
        head = writer.commit(tree, (head, side), BOT, _at(day, 12), message="Merge pull request")
    names = writer.done(head)
    git(out, "reset", "-q", "--hard")
    return names[1:]


def person(login: str) -> Person:
    """Somebody of the example, with the private address that tells the login."""
    return (login, f"7+{login}@users.noreply.github.com")


def _at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), dt.UTC)


def _versions(registry: Registry, slug: str) -> Iterator[Version]:
    """The versions of one idea, the last of them as it is shipped."""
    path = registry.paths[slug]
    raw = registry.raw(path)
    data = Document.read(path, raw).data
    found = [
        (day, path, who, _text(data, day, registry.roster, made, filled))
        for day, who, made, filled in _days(data)
    ]
    *earlier, (day, _, who, _) = found
    yield from earlier
    yield day, path, who, raw


def _days(data: dict[str, Any]) -> Iterator[tuple[dt.date, str, int, int]]:
    """The days on which the file changed, by whom, how many decisions it had from then on, and
    how many of those were filled in."""
    happened: list[tuple[dt.date, int, str]] = [(data["proposed_on"], 0, data["proposers"][0])]
    happened += [(each["date"], 1, each["login"]) for each in data.get("passed", ())]
    happened += [(each["date"], 2, each["by"]) for each in data.get("evaluations", ())]
    for each in data.get("decisions", ()):
        happened += [(each["date"], 3, each["by"]), (each["date"], 4, BOT[0])]
    made = filled = 0
    # Several things of one day keep their order: the sort is stable, and the kind breaks ties.
    for day, kind, who in sorted(happened, key=lambda each: each[:2]):
        made, filled = made + (kind == 3), filled + (kind == 4)
        yield day, who, made, filled


def _text(data: dict[str, Any], day: dt.date, roster: Roster, made: int, filled: int) -> bytes:
    """The file as it stood: what was not known yet is left out."""
    then = {
        name: value
        for name, value in data.items()
        if name not in ("decisions", "stage", "advocates", "passed", "evaluations", "revisit_on")
    }
    decisions = [dict(each) for each in data.get("decisions", ())[:made]]
    for each in decisions[filled:]:
        each.pop("approved_by", None)
        each.pop("pull", None)
    then["stage"] = decisions[-1]["to"] if decisions else "proposed"
    since = {each.login: each.since for each in roster.advocates}
    advocates = [each for each in data.get("advocates", ()) if since[each] <= day]
    lists = {"advocates": advocates if made else [], "decisions": decisions}
    for name in ("passed", "evaluations"):
        lists[name] = [each for each in data.get(name, ()) if each["date"] <= day]
    if data.get("evidence"):
        then["evidence"] = [_read_by(each, day) for each in data["evidence"]]
    return idea_text(then | {name: value for name, value in lists.items() if value}, 1).encode()


def _read_by(evidence: dict[str, Any], day: dt.date) -> dict[str, Any]:
    """Evidence without a result that was read later."""
    later = "date" in evidence and evidence["date"] > day
    return {name: value for name, value in evidence.items() if not (later and name == "result")}


if __name__ == "__main__":
    replay(Path(sys.argv[1]))
