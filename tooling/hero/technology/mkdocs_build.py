"""Building and serving the site from Python, for the command line."""

import gc
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from hero.registry.diagnostic import Diagnostic
from hero.registry.failure import Failed
from hero.registry.registry import Registry
from hero.registry.signals import Signals
from hero.site.shell import ShellBroken
from hero.technology.cores import uncollected
from hero.technology.mkdocs import HeroPlugin
from hero.technology.mkdocs_serving import READY

# The theme's notice about its own end of life is for maintainers of Hero, not for each build.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class Built(NamedTuple):
    """A site that was built: where it is, what it shows, and what is wrong with that."""

    out: Path
    registry: Registry
    diagnostics: Sequence[Diagnostic]


def build(
    root: Path, out: Path | None = None, strict: bool = False, signals: Signals | None = None
) -> Built:
    """Build the site of the registry in `root`, with what was counted on the forge.

    Raises Failed where MkDocs cannot build it, or, if strict, where it warns.
    """
    try:
        config = load_config(
            config_file=str(_configuration(root)),
            site_dir=str(out) if out else None,
            strict=strict,
        )
        plugin = config.plugins.get("hero")
        if not isinstance(plugin, HeroPlugin):
            raise Failed(
                f"{root / 'mkdocs.yml'} does not use the plugin", "add it: plugins: [hero]"
            )
        plugin.signals = signals
        with uncollected():
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
            config.plugins.on_shutdown()
            # All of it stays until the end: looking at it once more would free nothing, and at the
            # end Python looks several times.
            gc.freeze()
    except (MkDocsException, Abort) as error:
        raise Failed(f"the site was not built: {error}") from error
    except ShellBroken as error:
        raise Failed(
            f"the theme's page has no one place for each of Hero's parts: {error}",
            "see what overrides the theme, and the name in playbooks/technology/network.yml",
        ) from error
    return Built(Path(config.site_dir), plugin.window.registry, plugin.diagnostics)


def serve(root: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serve the site on this machine, and build it again whenever a file changes.

    `ready` is told the address once the site is there, which takes as long as a build.
    Raises Failed where the site cannot be built or the port is taken.
    """
    READY.set(ready)
    try:
        mkdocs_serve(
            config_file=str(_configuration(root)), dev_addr=f"127.0.0.1:{port}", strict=False
        )
    except (MkDocsException, Abort, OSError) as error:
        raise Failed(f"the site is not served: {error}", "try another port") from error


def _configuration(root: Path) -> Path:
    file = root / "mkdocs.yml"
    if not file.exists():
        raise Failed(f"{file} does not exist", "copy the one of Hero's own repository")
    return file
