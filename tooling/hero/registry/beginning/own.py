"""What is said at the beginning of one's own registry, and where that can be guessed."""

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from hero.registry.policies import Advocate, Theme
from hero.registry.slug import slug_from
from hero.registry.words import Line, Login, Slug

GITHUB = "https://github.com"

#: `LOGIN[/UNIT][#ID][:theme,theme]`
_ADVOCATE = re.compile(
    r"@?(?P<login>[\w-]+)(?:/(?P<unit>[\w-]+))?(?:#(?P<id>[1-9]\d{0,14}))?(?::(?P<themes>.+))?",
    re.ASCII,
)
#: What git writes for a remote on another machine without a scheme: `git@host:owner/name.git`.
_SHORT = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w.-]+):(?P<path>[^/].*)")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Own:
    """The facts of a registry that begins today. `owners` approve changes of its policies.

    `repository` is OWNER/NAME; `forge` and `site` are addresses; `audience` is None where nobody
    has decided yet who may read the site.
    """

    name: Line
    organisation: Line
    repository: str
    branch: Line
    forge: str
    site: str
    audience: str | None
    themes: tuple[Theme, ...]
    advocates: tuple[Advocate, ...]
    owners: tuple[str, ...]
    holidays: tuple[str, ...]
    today: dt.date


@dataclass(frozen=True, slots=True)
class Asked:
    """An advocate as somebody writes one down. `id` is None until it is looked up."""

    login: Login
    unit: Slug | None
    id: int | None
    themes: tuple[str, ...]


class NotMeant(ValueError):
    """Words that cannot be read as what was asked for; they say what would be."""


def place_of(address: str) -> tuple[str, str] | None:
    """The forge's address and the repository that a git remote is at; None for anything else.

    What stands before an `@` (a user, a token) is never part of it.
    """
    parts = urlsplit(address)
    short = _SHORT.fullmatch(address)
    if parts.scheme in ("http", "https", "ssh", "git") and parts.hostname:
        host, path = parts.hostname, parts.path
        web = parts.scheme in ("http", "https")
        port = f":{parts.port}" if web and parts.port else ""
        forge = f"{parts.scheme if web else 'https'}://{host}{port}"
    elif short and "://" not in address:
        forge, path = f"https://{short['host']}", short["path"]
    else:
        return None
    name = path.strip("/").removesuffix(".git")
    forge = forge.replace("://ssh.github.com", "://github.com")
    return (forge, name) if _REPOSITORY.fullmatch(name) else None


def site_of(forge: str, repository: str) -> str:
    """Where GitHub Pages puts the site of a repository, with a slash at the end."""
    owner, _, name = repository.partition("/")
    if forge != GITHUB:
        return f"{forge}/pages/{owner}/{name}/"
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def theme_from(words: str) -> Theme:
    """A theme from `Name: what belongs there`, or a name alone. Raises NotMeant."""
    name, _, about = (part.strip() for part in words.partition(":"))
    slug = slug_from(name)
    if not slug:
        raise NotMeant(f"{words!r} is no theme: write NAME, or NAME: what belongs there")
    return Theme(id=slug, name=name, about=about or f"Whatever is about {name.lower()}.")


def advocate_from(words: str) -> Asked:
    """An advocate from `LOGIN[/UNIT][#ID][:theme,theme]`. Raises NotMeant."""
    found = _ADVOCATE.fullmatch(words.strip())
    if not found:
        raise NotMeant(f"{words!r} is no advocate: write LOGIN, or LOGIN:theme,theme")
    themes = [slug_from(each) for each in (found["themes"] or "").split(",")]
    number = int(found["id"]) if found["id"] else None
    return Asked(found["login"], found["unit"], number, tuple(filter(None, themes)))
