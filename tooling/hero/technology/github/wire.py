"""One request and its answer, through PyGithub's requester: nothing followed, nothing repeated."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import requests
from github import Auth, Consts, GithubException
from github.Requester import (
    HTTPRequestsConnectionClass,
    HTTPSRequestsConnectionClass,
    Requester,
    RequestsResponse,
)

from hero.technology.github.answer import Answer, Unanswered, Wire

#: Seconds without a byte after which an answer counts as lost; GitHub gives up after ten itself.
PATIENCE = 20
ACCEPT = {"Accept": "application/vnd.github+json"}

if TYPE_CHECKING:
    Connection = HTTPSRequestsConnectionClass
else:
    Connection = object


class _Halted(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class _Once(Connection):
    """Keeps one session open, and hands back what PyGithub would act on: a 202 and a 301.

    It sleeps and asks again for the one. It follows the other with the query dropped, writes too.
    """

    kept: requests.Session | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if type(self).kept is None:
            type(self).kept = self.session
        self.session = type(self).kept or self.session

    def getresponse(self) -> RequestsResponse:
        """The answer, read as UTF-8 whatever it says of itself."""
        found = super().getresponse()
        found.response.encoding = "utf-8"
        if found.status in (202, 301):
            raise _Halted(Answer(found.status, _lower(found.headers), found.read()))
        return found

    def close(self) -> None:
        """Nothing: PyGithub closes after each request what the next one can use again."""


def requester(auth: Auth.Auth | None, api_url: str) -> Requester:
    """PyGithub's requester without its retries and pauses: what to repeat is decided elsewhere.

    Measured with PyGithub 2.10: its own retries repeat POST after a 5xx and never repeat PATCH,
    and its pauses cannot be handed a clock.
    """
    mine = type("Mine", (Requester,), {})
    mine.injectConnectionClasses(  # type: ignore[attr-defined]
        type("Plain", (_Once, HTTPRequestsConnectionClass), {}),
        type("Secure", (_Once, HTTPSRequestsConnectionClass), {}),
    )
    made: Requester = mine(
        auth=auth,
        base_url=api_url.rstrip("/"),
        timeout=PATIENCE,
        user_agent="hero",
        per_page=100,
        verify=True,
        retry=0,
        pool_size=None,
        lazy=True,
        api_version=Consts.API_VERSION_2022_11_28,
    )
    return made


def wire(through: Requester) -> Wire:
    """A wire to where this requester points."""

    def send(verb: str, path: str, body: Any) -> Answer:
        try:
            status, headers, text = through.requestJson(
                verb, path, headers=dict(ACCEPT), input=body
            )
        except _Halted as halted:
            return halted.answer
        except GithubException as error:
            return refused_token(error)
        except (
            requests.RequestException,
            OSError,
            RuntimeError,
            ValueError,
            AssertionError,
        ) as error:
            raise Unanswered(type(error).__name__) from error
        return Answer(status, _lower(headers), text)

    return send


def _lower(headers: Mapping[str, Any]) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in headers.items()}


def refused_token(error: GithubException) -> Answer:
    """PyGithub asked for an app's token and was refused: the answer to that is the answer."""
    says = error.data.get("message", "") if isinstance(error.data, dict) else str(error.data)
    return Answer(error.status, _lower(error.headers or {}), json.dumps({"message": says}))
