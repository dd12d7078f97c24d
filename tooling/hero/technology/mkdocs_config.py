"""What Hero adds to the configuration of MkDocs, so that no registry has to copy it."""

from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from hero.site.assets import STYLE, sealed
from hero.site.footer import footer, ways_on
from hero.site.missing import missing_body
from hero.site.pieces import Pieces
from hero.site.window import Window


def set_up(config: MkDocsConfig, window: Window) -> None:
    """Add the package's theme parts; take name and address from the network's own file."""
    network = window.registry.network
    if "network" in window.registry.sound:
        # The theme puts it into its pages as it is.
        config.site_name = escape(network.name)
    config.site_url = config.site_url or network.site
    _add_theme(config)
    base = urlsplit(config.site_url or "").path or "/"
    config.extra["hero"] = {
        "example": network.example,
        "missing": missing_body(Pieces(window, base)),
        "foot": ways_on(window),
    }
    config.copyright = footer(window, config.copyright)


def _add_theme(config: MkDocsConfig) -> None:
    """Our templates stand before the theme's and behind the registry's own; so does our style."""
    theme = Path(str(files("hero.site"))) / "theme"
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme))
    config.extra_css.insert(0, sealed(STYLE))
