"""One request on its way through the stand-in, and the answer to it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.forge.people import Token, User
from tests.forge.repository import Repository
from tests.forge.world import World
from tests.forge.wrongs import Refused, invalid


@dataclass(frozen=True)
class Site:
    """Where the stand-in is reached: for programs, and for people."""

    api: str
    html: str


@dataclass
class Answer:
    """A status, a body for JSON (None for an empty one), and headers beside the usual ones."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    type: str = "application/json; charset=utf-8"


@dataclass
class Call:
    """A request. `wrote` says whether it changed anything; one who changed nothing says so."""

    world: World
    site: Site
    method: str
    path: str
    query: Mapping[str, str]
    body: Any
    token: Token | None
    params: dict[str, str] = field(default_factory=dict)
    accept: str = ""
    found: Repository | None = None
    wrote: bool = True
    template: str = ""

    @property
    def repo(self) -> Repository:
        """Return the repository that the path names."""
        if self.found is None:
            raise Refused(404, "Not Found")
        return self.found

    @property
    def user(self) -> User:
        """Return who asks; refuse where nobody said."""
        if self.token is None:
            raise Refused(401, "Requires authentication")
        return self.token.user

    @property
    def asked(self) -> dict[str, Any]:
        """Return the body, which has to be an object."""
        if not isinstance(self.body, dict):
            raise (
                Refused(400, "Problems parsing JSON")
                if self.body
                else Refused(
                    422, "Invalid request.\n\nFor 'links/0/schema', nil is not an object.", []
                )
            )
        return self.body

    def text(self, key: str, resource: str) -> str:
        """Return a text that the body has to have."""
        found = self.asked.get(key)
        if not isinstance(found, str) or not found.strip():
            raise invalid(resource, key, "missing_field")
        return found

    def names(self, key: str) -> list[str]:
        """Return the list of texts under a key of the body."""
        found = self.asked.get(key) or []
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            raise Refused(
                422, f"Invalid request.\n\nFor '{key}', it is not an array of strings.", []
            )
        return found

    def number(self, key: str) -> int:
        """Return a number in the path, or refuse as for what is not there."""
        try:
            return int(self.params[key])
        except ValueError:
            raise Refused(404, "Not Found") from None

    def idle(self) -> None:
        """Say that nothing was changed."""
        self.wrote = False


Show = Callable[[Any], Any]


def page(call: Call, things: Sequence[Any], show: Show, most: int = 100) -> Answer:
    """Answer with one page of a list, and the links to the others."""
    number, size = _asked_page(call.query, most)
    shown = [show(each) for each in things[(number - 1) * size : number * size]]
    return Answer(200, shown, _links(call, number, size, len(things)))


def page_in(call: Call, key: str, things: Sequence[Any], show: Show) -> Answer:
    """Answer with one page of a list under a key, and how many there are."""
    part = page(call, things, show)
    return Answer(200, {"total_count": len(things), key: part.body}, part.headers)


def _asked_page(query: Mapping[str, str], most: int) -> tuple[int, int]:
    def number(key: str, default: int) -> int:
        found = query.get(key, "")
        return max(1, int(found)) if found.isdigit() else default

    return number("page", 1), min(number("per_page", 30), most)


def _links(call: Call, number: int, size: int, total: int) -> dict[str, str]:
    last = max(1, -(-total // size))
    wanted: Iterable[tuple[str, int, bool]] = (
        ("prev", number - 1, number > 1),
        ("next", number + 1, number < last),
        ("last", last, number < last),
        ("first", 1, number > 1),
    )
    found = [
        f'<{call.site.api}{call.path}?{urlencode({**call.query, "page": at})}>; rel="{name}"'
        for name, at, there in wanted
        if there
    ]
    return {"Link": ", ".join(found)} if found else {}
