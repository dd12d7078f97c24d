"""The idea of an issue as a file: its slug, its bytes, and how the rules find it."""

import datetime as dt
import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from hero.reconcile.credit import trailer
from hero.reconcile.forms.answers import answers
from hero.reconcile.forms.memory import Memory, branch_of
from hero.reconcile.overlay import is_idea
from hero.reconcile.reading import Reading, reading
from hero.reconcile.scene import Scene
from hero.reconcile.seen import ChangedFile, IssueSeen, PullSeen
from hero.registry.slug import LONGEST, skeleton, slug_from, slug_of
from hero.registry.template import idea_template

#: In the message of a commit of ours: whoever commits after us leaves it out.
DIGEST = "Form-answers: "


@dataclass(frozen=True)
class Candidate:
    """An idea that came by the form, as a pull would add it. `message` is its commit's."""

    issue: IssueSeen
    slug: str
    title: str
    path: str
    text: bytes
    message: str
    read: Reading


def candidate(scene: Scene, issue: IssueSeen, slug: str) -> Candidate:
    """The idea under this slug, read as a pull of ours would be."""
    path = f"ideas/{issue.opened.astimezone(dt.UTC).year}/{slug}.yml"
    known = answers(issue, scene.base)
    text = idea_template(path, known).encode()
    digest = hashlib.sha256(path.encode() + b"\0" + text).hexdigest()[:20]
    message = "\n".join(
        (
            f"Propose {slug}",
            "",
            f"{issue.author.login} filled in the form: #{issue.number}.",
            "",
            f"{DIGEST}{digest}",
            trailer(issue.author, scene.base.network),
        )
    )
    read = _read(scene, issue, path, text)
    return Candidate(issue, slug, known["title"], path, text, message, read)


def slug_for(
    scene: Scene, issue: IssueSeen, known: Memory, pull: PullSeen | None, taken: Collection[str]
) -> str:
    """The slug that it has already, else one made of its title that nobody has or is about to have.

    It stays as it is when the title is edited. `taken` are the slugs that others wait for.
    """
    base = scene.base
    had = known.slug or _slug_in(pull)
    if had and not base.knows(had):
        return had
    title = answers(issue, base)["title"]
    plain = slug_from(title)
    there = {skeleton(slug) for slug in (*base.ideas, *base.unread, *base.elsewhere, *taken)}
    if plain and skeleton(plain) not in there:
        return plain
    number = str(issue.number)
    return f"{plain[: LONGEST - len(number) - 1].rstrip('-') or 'idea'}-{number}"


def _slug_in(pull: PullSeen | None) -> str | None:
    files = pull.files if pull else ()
    return next((slug_of(file.path) for file in files if is_idea(file.path)), None)


def _read(scene: Scene, issue: IssueSeen, path: str, text: bytes) -> Reading:
    place = scene.observed.place
    file = ChangedFile(path, "added", "form", "100644")
    pull = PullSeen(
        issue.number, issue.title, place.me, "", branch_of(issue.number), place.name, place.branch,
        issue.opened, files=(file,), authors=(issue.author,),
    )  # fmt: skip
    return reading(scene.base, place, pull, {"form": text}, scene.today)
