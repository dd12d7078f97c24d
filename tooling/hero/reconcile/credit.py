"""Authors as a commit names them, so that a forge counts them whatever becomes of the branch.

A merge writes a message of its own, and the trailers of the commits before it are lost with them.
https://docs.github.com/en/pull-requests/committing-changes-to-your-project/creating-and-editing-\
commits/creating-a-commit-with-multiple-authors
"""

from urllib.parse import urlsplit

from hero.reconcile.seen import Account, PullSeen
from hero.registry.policies import Network


def trailer(who: Account, network: Network) -> str:
    """The line that makes somebody an author, by their account's number: logins change."""
    host = urlsplit(network.forge).hostname or "github.com"
    return f"Co-authored-by: {who.login} <{who.id}+{who.login}@users.noreply.{host}>"


def credited(text: str, pull: PullSeen, network: Network) -> str:
    """The message of a merge, with everybody who wrote the pull beside whoever opened it."""
    people = (each for each in pull.authors if each.id is not None and not each.bot)
    others = [trailer(each, network) for each in people if each.id != pull.author.id]
    return "\n\n".join(filter(None, (text, "\n".join(others))))
