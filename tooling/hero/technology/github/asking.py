"""Questions to GitHub that need no more than a token: where to ask, of which repository."""

from collections.abc import Mapping

from hero.registry.failure import Failed
from hero.technology.github.budget import Budget
from hero.technology.github.calls import Calls

API = "https://api.github.com"
#: A few reads; whoever asks more of one run has made a mistake.
REQUESTS = 40


def reader(environ: Mapping[str, str]) -> Calls:
    """Calls with the token of HERO_TOKEN or GITHUB_TOKEN to the API that GITHUB_API_URL names.

    Raises Failed where there is no token.
    """
    from github import Auth

    from hero.technology.github.wire import requester, wire

    token = environ.get("HERO_TOKEN") or environ.get("GITHUB_TOKEN")
    if not token:
        raise Failed("there is no token to ask GitHub with", "set GITHUB_TOKEN")
    api = environ.get("GITHUB_API_URL") or API
    through = requester(Auth.Token(token), api)
    return Calls(wire(through), f"{api}/graphql", Budget(requests=REQUESTS, writes=0))
