"""What git has seen, found out slowly and in the most obvious way: one `git log` a file.

Written on its own: nothing here is shared with the code under test but the parser of one file.
"""

from pathlib import Path
from typing import Any, NamedTuple

from hero.registry.parse import parse
from tests.history.repo import git

TEXTS = ("title", "summary", "problem", "proposal", "benefit", "first_step")


class Touched(NamedTuple):
    """One file of an idea in one commit of the line; `-` is there, and no plain file."""

    commit: str
    slug: str
    path: str
    before: str | None
    after: str | None
    writers: tuple[tuple[str, str], ...]


class Known(NamedTuple):
    """What is known of an idea: revisions, who wrote them, last commit, decisions with commits."""

    revisions: int
    writers: tuple[str, ...]
    last: str
    added: tuple[tuple[str, str, str, str, str], ...]


def line(root: Path, head: str) -> list[str]:
    """The commits of the first-parent line, oldest first."""
    return git(root, "rev-list", "--first-parent", "--reverse", head).split()


def touched(root: Path, head: str, within: str = "") -> list[Touched]:
    """Every change of every idea's file, by commit and path."""
    names = git(root, "log", "--format=", "--name-only", "-m", "--root", "--no-renames", "-z", head)
    paths = {name for name in names.split("\0") if _is_idea(name, within)}
    order = {commit: place for place, commit in enumerate(line(root, head))}
    found = [each for path in paths for each in _of_file(root, head, path, within)]
    return sorted(found, key=lambda each: (order[each.commit], each.path))


def _is_idea(name: str, within: str) -> bool:
    path = name.removeprefix(within)
    slug = path.rpartition("/")[2].removesuffix(".yml")
    well = (
        slug
        and slug == slug.lower()
        and all(c.isascii() and (c.isalnum() or c == "-") for c in slug)
    )
    inner = not slug.startswith("-") and not slug.endswith("-") and "--" not in slug
    there = name.startswith(within + "ideas/") and name.endswith(".yml") and "/." not in name
    return bool(there and well and inner and len(slug) <= 80)


def _of_file(root: Path, head: str, path: str, within: str) -> list[Touched]:
    words = (
        "log",
        "--first-parent",
        "--full-history",
        "--format=%H",
        head,
        "--",
        f":(literal){path}",
    )
    found = []
    for commit in git(root, *words).split():
        before, after = _held(root, f"{commit}^1", path), _held(root, commit, path)
        if before != after:
            before, after = _plain(before), _plain(after)
            slug = path.rpartition("/")[2].removesuffix(".yml")
            who = _writers(root, commit, slug)
            found.append(Touched(commit, slug, path.removeprefix(within), before, after, who))
    return found


def _held(root: Path, commit: str, path: str) -> str | None:
    if commit.endswith("^1") and " " not in _parents(root, commit[:-2]):
        return None
    listed = git(root, "ls-tree", "-z", commit, "--", path)
    if not listed:
        return None
    mode, _, name = listed.split("\t")[0].split()
    return f"{mode} {name}"


def _plain(held: str | None) -> str | None:
    """The name of what a plain file holds."""
    if held is None:
        return None
    mode, name = held.split()
    return name if mode.startswith("100") else "-"


def _parents(root: Path, commit: str) -> str:
    return git(root, "rev-list", "--parents", "-1", commit)


def _writers(root: Path, commit: str, slug: str) -> tuple[tuple[str, str], ...]:
    """Who wrote it on the side; else the commit's author and those named beside them."""
    parents = _parents(root, commit).split()[1:]
    if len(parents) > 1:
        span = (f"{parents[0]}..{commit}", "--no-merges")
        files = ("--", f":(glob)**/ideas/**/{slug}.yml")
        sides = git(root, "log", "--full-history", "--format=%H", *span, *files).split()
        times = {each: int(git(root, "log", "-1", "--format=%at", each)) for each in sides}
        if sides:
            ordered = sorted(sides, key=lambda each: (times[each], each))
            return tuple(dict.fromkeys(who for each in ordered for who in _authors(root, each)))
    return tuple(_authors(root, commit))


def _authors(root: Path, commit: str) -> list[tuple[str, str]]:
    trailers = "%(trailers:key=Co-authored-by,valueonly,unfold)"
    said = git(root, "log", "-1", f"--format=%an%n%ae%n{trailers}", commit).split("\n")
    beside = [each.rsplit(" <", 1) for each in said[2:] if each.endswith(">")]
    people = [(said[0], said[1]), *((name, email[:-1]) for name, email in beside)]
    return list(dict.fromkeys(people))


def known(root: Path, touches: list[Touched]) -> dict[str, Known]:
    """The facts of each idea, version by version; files that went and came are one that moved."""
    found: dict[str, Known] = {}
    last: dict[str, dict[str, Any]] = {}
    for slug in {each.slug for each in touches}:
        revisions, writers, added, final = 0, dict[str, None](), [], ""
        for before, now in _versions([each for each in touches if each.slug == slug]):
            final = now.commit
            old, new = _data(root, before) or last.get(slug), _data(root, now.after)
            if new is None:
                last |= {slug: old} if old is not None else {}
                continue
            last.pop(slug, None)
            if old is None or any(old.get(name) != new.get(name) for name in TEXTS):
                revisions += old is not None
                writers |= dict.fromkeys(_known_as(each) for each in now.writers)
            had = [_key(each) for each in _decisions(old or {})]
            keys = [_key(each) for each in _decisions(new)]
            if _decisions(old or {}) != _decisions(new):
                added += [(*key, now.commit) for key in keys if key not in had]
        found[slug] = Known(revisions, tuple(writers), final, tuple(added))
    return found


def _versions(touches: list[Touched]) -> list[tuple[str | None, Touched]]:
    """Each version with what the file held before, in the line's order."""
    found: list[tuple[str | None, Touched]] = []
    for commit in dict.fromkeys(each.commit for each in touches):
        here = [each for each in touches if each.commit == commit]
        went = [each for each in here if each.after is None]
        for each in here:
            if each.after is not None:
                moved = went.pop(0) if each.before is None and went else each
                found.append((moved.before, each))
        found += [(each.before, each) for each in went]
    return found


def _data(root: Path, name: str | None) -> dict[str, Any] | None:
    if name is None or name == "-":
        return None
    raw = git(root, "cat-file", "blob", name).encode(errors="surrogateescape")
    size = int(git(root, "cat-file", "-s", name))
    data = parse("", raw + b"\n" if len(raw) < size else raw).data if size <= 100_000 else None
    return data if isinstance(data, dict) else None


def _decisions(data: dict[str, Any]) -> list[Any]:
    held = data.get("decisions")
    return held if isinstance(held, list) else []


def _key(decision: Any) -> tuple[str, str, str, str]:
    held = decision if isinstance(decision, dict) else {}
    day, start, end, by = (str(held.get(name, "")) for name in ("date", "from", "to", "by"))
    return day, start, end, by


def _known_as(who: tuple[str, str]) -> str:
    name, email = who
    private = email.endswith("@users.noreply.github.com")
    return email.split("@")[0].split("+")[-1] if private else name or email
