"""Building and serving the site from Python, for the command line."""

import os
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from hero.registry.failure import Failed

# The theme's notice about its own end of life is for maintainers of Hero, not for each build.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build(root: Path, out: Path | None = None, strict: bool = False) -> Path:
    """Build the site of the registry in `root`; returns where it is.

    Raises Failed where MkDocs cannot build it, or, if strict, where it warns.
    """
    try:
        config = load_config(
            config_file=str(_configuration(root)),
            site_dir=str(out) if out else None,
            strict=strict or None,
        )
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, Abort) as error:
        raise Failed(f"the site was not built: {error}") from error
    return Path(config.site_dir)


def serve(root: Path, port: int = 8000) -> None:
    """Serve the site on this machine, and build it again whenever a file changes.

    Raises Failed where the site cannot be built or the port is taken.
    """
    try:
        mkdocs_serve(
            config_file=str(_configuration(root)), dev_addr=f"127.0.0.1:{port}", strict=False
        )
    except (MkDocsException, Abort, OSError) as error:
        raise Failed(f"the site is not served: {error}", "try another port") from error


def _configuration(root: Path) -> Path:
    file = root / "mkdocs.yml"
    if not file.exists():
        raise Failed(f"{file} does not exist", "`hero init` writes one, or copy Hero's own")
    return file
