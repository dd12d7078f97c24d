"""The issue of an idea as it is now, and what it should say: its text, posts, labels, its end."""

from collections.abc import Iterator
from dataclasses import dataclass

from hero.reconcile.forms.memory import memory
from hero.reconcile.forms.ties import tied
from hero.reconcile.scene import Scene
from hero.reconcile.seen import Account, Comment, IssueSeen
from hero.reconcile.threads import slug_of_issue
from hero.reconcile.tracking.text import CLOSED


@dataclass(frozen=True)
class Thread:
    """The issue of an idea. `comment` holds our text where the issue is a person's own."""

    slug: str
    issue: IssueSeen
    me: Account
    comment: Comment | None = None

    @property
    def own(self) -> bool:
        """Did we open it?"""
        return self.issue.author.id == self.me.id and self.comment is None

    @property
    def text(self) -> str:
        """What our text on it says now."""
        body = self.comment.body if self.comment else self.issue.body if self.own else ""
        return same_lines(body)

    @property
    def closed_by_us(self) -> bool:
        """Have we closed it since its idea had ended? Whether it is open again or not."""
        return CLOSED in self.text

    def says(self, marker: str) -> list[Comment]:
        """Our comments on it with a marker, the oldest first."""
        found = (c for c in self.issue.comments if c.by.id == self.me.id and marker in c.body)
        return sorted(found, key=lambda each: each.id)


def threads_of(scene: Scene) -> tuple[dict[str, Thread], list[tuple[Thread, Thread]]]:
    """The issue of each idea, open ones before closed ones; and copies, each with its original.

    Of several the oldest counts. Only issues that we opened ourselves are ever called copies.
    """
    found: dict[str, Thread] = {}
    copies = []
    for thread in _every(scene):
        first = found.setdefault(thread.slug, thread)
        if first is not thread and thread.own and thread.issue.state == "open":
            copies.append((thread, first))
    return found, copies


def _every(scene: Scene) -> Iterator[Thread]:
    observed, me = scene.observed, scene.observed.place.me
    forms = {issue.number: slug for issue, slug, _ in tied(scene.base, observed)}
    issues = sorted((*observed.issues, *observed.settled), key=_place)
    for issue in issues:
        slug = slug_of_issue(issue, me) or forms.get(issue.number)
        comment = memory(issue, me).comment
        # Without a text of ours there is nothing that we may keep up to date.
        ours = comment is not None or issue.author.id == me.id
        if slug is not None and slug in scene.base.ideas and ours:
            yield Thread(slug, issue, me, comment)


def _place(issue: IssueSeen) -> tuple[bool, int]:
    return issue.state == "closed", issue.number


def same_lines(text: str) -> str:
    """A text as it is compared: the forge may change line ends and the space around it."""
    return text.replace("\r\n", "\n").strip()
