"""What somebody who looks at the stand-in would see since they last looked, in plain words."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.forge.issue import Comment, Issue
from tests.forge.repository import Repository

_HIDDEN = re.compile(r"<!--.*?-->|<details>.*?</details>|<sub>.*?</sub>", re.DOTALL)
_ITEM = re.compile(r"<li>")
_BREAK = re.compile(r"</(?:p|li|ul|ol|h\d|pre|blockquote)>|<(?:p|ul|ol|br)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Line:
    """Something that happened: who did it, where, and what it says. `bot` is who did it, if so."""

    who: str
    where: str
    words: str
    bot: bool = False


class Watch:
    """Looks at all issues and pulls, and remembers what it saw."""

    def __init__(self, repo: Repository, bot: str) -> None:
        self.repo, self.bot = repo, bot
        self.seen: dict[object, str] = {}

    def news(self) -> Iterator[Line]:
        """What the bot did since."""
        for number, one in sorted(self.repo.issues.items()):
            where = f"#{number}"
            yield from self._opened(where, one)
            for each in one.comments:
                if each.by.login == self.bot and self.seen.get(each.id) != each.body:
                    yield self._said(where, each)
            yield from self._ended(where, one)

    def _opened(self, where: str, one: Issue) -> Iterator[Line]:
        if where not in self.seen:
            self.seen[where] = one.state
            if one.by.login == self.bot:
                kind = "issue" if one.pull is None else "pull"
                yield Line("the bot", where, f"opens a {kind}: “{one.title}”", bot=True)

    def _said(self, where: str, comment: Comment) -> Line:
        """A new comment; or of one that was edited what is new in it."""
        before = plain(self.seen.get(comment.id, "")).splitlines()
        edited = comment.id in self.seen
        self.seen[comment.id] = comment.body
        new = [line for line in plain(comment.body).splitlines() if line not in before]
        return Line("the bot", f"{where}, edited" if edited else where, "\n".join(new), bot=True)

    def _ended(self, where: str, one: Issue) -> Iterator[Line]:
        state = "merged" if one.pull and one.pull.merged else one.state
        if self.seen[where] != state:
            self.seen[where] = state
            words = {"merged": "merges it", "closed": "closes it", "open": "opens it again"}
            yield Line("the bot", where, words[state], bot=True)


def plain(body: str) -> str:
    """A comment as people read it, without what is folded away; a line for each of its own."""
    text = _BREAK.sub("\n", _ITEM.sub("\n- ", _HIDDEN.sub("", body)))
    text = html.unescape(_TAG.sub("", text)).replace("\u200b", "").replace("### ", "")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line.strip("- "))
