"""Who is sitting at this machine, as far as git and GitHub's own tools know."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from hero.technology.git import configured

#: GitHub's private addresses: `12345+login@users.noreply.github.com`, or without the number.
_NOREPLY = re.compile(r"(?:\d+\+)?([A-Za-z0-9][A-Za-z0-9-]*)@users\.noreply\.github\.com")


def login(root: Path, environment: Mapping[str, str] = os.environ) -> str | None:
    """The GitHub login of whoever runs this, or None where nothing says it.

    Asked in this order: git's `github.user`, the `gh` tool's own settings, a private address of
    GitHub's in `user.email`, and the actor of a GitHub Actions run.
    """
    email = configured(root, "user.email") or ""
    private = _NOREPLY.fullmatch(email)
    return (
        configured(root, "github.user")
        or _gh_user(environment)
        or (private[1] if private else None)
        or environment.get("GITHUB_ACTOR")
        or None
    )


def _gh_user(environment: Mapping[str, str]) -> str | None:
    home = Path(environment.get("HOME", "~")).expanduser()
    config = Path(environment.get("XDG_CONFIG_HOME", home / ".config"))
    folder = Path(environment.get("GH_CONFIG_DIR", config / "gh"))
    try:
        hosts = yaml.safe_load((folder / "hosts.yml").read_text(encoding="utf-8"))
        return str(hosts["github.com"]["user"])
    except (OSError, yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError):
        # No such tool here, or a form of its settings that we do not know: somebody is asked.
        return None
