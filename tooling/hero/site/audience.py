"""Who could read the published site, held against whom the network wants to read it."""

from dataclasses import dataclass
from typing import Literal

from hero.registry.policies import Network

PUBLIC = "set `audience: public` in playbooks/technology/network.yml if everybody may read it"
ACCESS = "restrict the site's access to members, in the repository's settings under Pages"


@dataclass(frozen=True, slots=True)
class Hosting:
    """Where a site would be published, as the forge tells it.

    `repository` says who sees the repository; `pages` says who would see the site, None where
    Pages is not switched on or the token may not look.
    """

    repository: Literal["public", "internal", "private"]
    pages: Literal["public", "private"] | None


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a site may not be published, and what a maintainer can do about it."""

    words: str
    mend: str


def objection(network: Network, hosting: Hosting) -> Objection | None:
    """What speaks against publishing; None where nobody can read more than was meant.

    `audience: public` has to be written down: a network that does not say it has not decided it.
    """
    if hosting.pages is None:
        return Objection(
            "GitHub Pages is not switched on, or this token may not see it",
            "choose “GitHub Actions” as the source in the repository's settings under Pages, "
            "and give the token `pages: read`",
        )
    if hosting.pages == "private":
        return None
    if network.audience == "internal":
        return Objection("everybody could read the site, and network.yml says internal", ACCESS)
    if hosting.repository != "public" and "audience" not in network.model_fields_set:
        words = f"the repository is {hosting.repository}, and everybody could read the site"
        return Objection(words, f"{ACCESS}; or {PUBLIC}")
    return None
