"""Connecting to GitHub: with a token, or as a GitHub App where it is installed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO
from urllib.parse import urlsplit

from github import Auth, GithubException, GithubIntegration
from github.Consts import API_VERSION_2022_11_28

from hero.reconcile.checking import CHECK
from hero.reconcile.forge import ForgeRefused
from hero.technology.github.answer import Answer
from hero.technology.github.budget import Budget
from hero.technology.github.calls import Calls
from hero.technology.github.forge import GitHub
from hero.technology.github.record import Recorder
from hero.technology.github.refused import refusal
from hero.technology.github.wire import PATIENCE, refused_token, requester, wire

API = "https://api.github.com"
#: What an App's token is asked for, whatever else the App may do: to merge, to label, comment and
#: ask for reviews, and to write the check.
RIGHTS: Mapping[str, str] = {
    "contents": "write",
    "pull_requests": "write",
    "issues": "write",
    "checks": "write",
}


@dataclass(frozen=True, slots=True)
class App:
    """A GitHub App: its id, and its private key as PEM. Neither is ever shown."""

    id: str
    key: str

    def __repr__(self) -> str:
        return f"App({self.id!r}, key=(hidden))"


def connect(
    credentials: str | App,
    repository: str,
    api_url: str = API,
    graphql_url: str = "",
    budget: Budget | None = None,
    record: TextIO | None = None,
    check: str = CHECK,
) -> GitHub:
    """The forge of a repository (OWNER/NAME). Raises ForgeRefused.

    `credentials` are a token or an App; `api_url` and `graphql_url` are what a workflow finds in
    GITHUB_API_URL and GITHUB_GRAPHQL_URL. `record`, where given, gets a line for each request.
    """
    spends = budget or Budget()
    _held_in_form(repository, api_url, graphql_url)
    if isinstance(credentials, App):
        auth: Auth.Auth = _installed(credentials, repository, api_url, spends)
    elif credentials.strip():
        auth = Auth.Token(credentials.strip())
    else:
        raise ForgeRefused("permission", "There is no token.")
    through = requester(auth, api_url)
    sends = wire(through)
    graphql = graphql_url or through.graphql_url
    return GitHub(
        Calls(Recorder(sends, record) if record else sends, graphql, spends), repository, check
    )


def _held_in_form(repository: str, api_url: str, graphql_url: str) -> None:
    owner, _, name = repository.partition("/")
    if not owner or not name or "/" in name:
        raise ForgeRefused("invalid", f"{repository!r} is no repository: write OWNER/NAME.")
    api, graphql = urlsplit(api_url), urlsplit(graphql_url)
    if api.scheme not in ("http", "https") or not api.hostname or api.username:
        raise ForgeRefused("invalid", "The address of the API is none that can be asked.")
    if graphql_url and (graphql.scheme, graphql.netloc) != (api.scheme, api.netloc):
        # The token is for the one; it is never sent to another host.
        raise ForgeRefused("invalid", "GraphQL is on another host than the API.")


def _installed(app: App, repository: str, api_url: str, budget: Budget) -> Auth.AppInstallationAuth:
    """The App as it is installed in the repository."""
    import jwt
    import requests

    asked = f"finding the app's installation in {repository}"
    try:
        signed = Auth.AppAuth(app.id, app.key)
        integration = GithubIntegration(
            auth=signed,
            base_url=api_url.rstrip("/"),
            retry=0,
            timeout=PATIENCE,
            seconds_between_requests=None,
            api_version=API_VERSION_2022_11_28,
        )
        found = integration.get_repo_installation(*repository.split("/"))
        return Auth.AppInstallationAuth(signed, found.id, dict(RIGHTS))
    except (jwt.PyJWTError, ValueError, TypeError, AssertionError):
        # What these say may hold a part of the key.
        raise ForgeRefused("permission", "The app's private key is not one.") from None
    except GithubException as error:
        answer: Answer = refused_token(error)
        raise refusal(asked, answer, budget.clock.now()) from None
    except (requests.RequestException, OSError, RuntimeError) as error:
        words = f"{asked}: GitHub gave no answer, or half of one ({type(error).__name__})."
        raise ForgeRefused("broken", words) from None
