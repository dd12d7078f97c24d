"""What people wrote when they approved a pull: it goes with the merge."""

import re
from collections.abc import Iterator

from hero.reconcile.reading import Reading
from hero.reconcile.seen import Account, PullSeen
from hero.reconcile.voices import last_words

#: A merge holds so much of what was said.
LONGEST = 2000
#: Nothing that is seen, and enough to keep a sign in a commit's message from calling or closing.
_NOTHING = "\u200b"
_SIGNS = re.compile(r"@(?=[A-Za-z0-9])|#(?=\d)|\b[Gg][Hh](?=-\d)|:(?=//)")


def merge_text(reading: Reading) -> str:
    """Who approved a pull at its head in words of their own, and what they wrote.

    Whoever wrote what a pull of ours holds is named again, since a squash keeps this text alone.
    """
    said = "\n\n".join(_told(reading.pull))[:LONGEST].rstrip()
    wrote = [each for each in reading.pull.authors if reading.is_ours and each.id and not each.bot]
    return "\n\n".join(filter(None, (said, "\n".join(map(credit, wrote)))))


def credit(who: Account) -> str:
    """The line of a commit's message that names somebody as its author too."""
    return f"Co-authored-by: {who.login} <{who.id}+{who.login}@users.noreply.github.com>"


def approvals_with_text(pull: PullSeen) -> Iterator[tuple[str, str]]:
    """Each approval of the head that has a text: whose, and the text as it was written."""
    for review in last_words(pull):
        if (review.verdict, review.commit) == ("approved", pull.head) and review.body.strip():
            yield review.by.login, review.body.strip()


def _told(pull: PullSeen) -> Iterator[str]:
    for login, text in approvals_with_text(pull):
        yield f"{login} approves: {quiet(text)}"


def quiet(text: str) -> str:
    """Words for a commit's message, in which nobody is called and nothing is closed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    plain = ("".join(c if c.isprintable() else " " for c in line).rstrip() for line in lines)
    # A line that looks like `Word: …` would pass for a trailer of the commit.
    return _SIGNS.sub(lambda sign: sign[0] + _NOTHING, "\n  ".join(plain)).strip()
