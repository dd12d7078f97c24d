"""Who sees a repository on GitHub, and who would see its Pages site."""

from typing import Any

from hero.reconcile.forge import ForgeRefused
from hero.site.audience import Hosting
from hero.technology.github.calls import Calls, path
from hero.technology.github.shape import broken, truth


def hosting(calls: Calls, repository: str) -> Hosting:
    """What GitHub says of a repository (OWNER/NAME). Raises ForgeRefused."""
    where = path("repos", *repository.split("/"))
    about = calls.read("looking at the repository", where)
    return Hosting(_visibility(about), _pages(calls, f"{where}/pages"))


def _visibility(about: Any) -> Any:
    """An older GitHub Enterprise Server tells only whether it is private."""
    if not truth(about, "private"):
        return "public"
    found = about.get("visibility", "private")
    if found not in ("internal", "private"):
        raise broken("visibility")
    return found


def _pages(calls: Calls, where: str) -> Any:
    try:
        site = calls.read("looking at GitHub Pages", where)
    except ForgeRefused as refused:
        if refused.kind in ("gone", "permission"):
            return None
        raise
    return "public" if truth(site, "public") else "private"
