"""The MkDocs plugin: hands MkDocs what Hero's pages need, and takes the rendered shells from it.

It knows nothing of ideas: what pages there are, and what stands on them, is the site's business.
"""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink

from hero.registry.diagnostic import Diagnostic
from hero.registry.registry import Registry
from hero.registry.signals import Signals
from hero.rules import RULES, check
from hero.site import address
from hero.site.described import described
from hero.site.mended import mended
from hero.site.policy import frame_of, guarded
from hero.site.shell import BODY, CANONICAL, START, Shell
from hero.site.window import Window
from hero.technology.cores import spread, uncollected
from hero.technology.folder import Folder
from hero.technology.mkdocs_again import Again, looked_again, make_ahead, write_again
from hero.technology.mkdocs_asked import Asked, Asking
from hero.technology.mkdocs_config import set_up
from hero.technology.mkdocs_edition import edition_of
from hero.technology.mkdocs_fronts import FRONT, FRONTS, INNER, is_front
from hero.technology.mkdocs_links import IdeaLinks
from hero.technology.mkdocs_search import make_searchable
from hero.technology.mkdocs_serving import serving
from hero.technology.mkdocs_write import write
from hero.technology.readable import readable

_LOG = logging.getLogger("mkdocs.plugins.hero")


class _Settings(Config):  # type: ignore[no-untyped-call]  # (because: MkDocs has it so)
    """No settings: everything is in the registry's own files."""


class HeroPlugin(BasePlugin[_Settings]):  # type: ignore[no-untyped-call]  # (because: as above)
    """Publishes a registry beside its playbooks."""

    window: Window
    diagnostics: Sequence[Diagnostic] = ()
    shells: dict[str, Shell]
    links: IdeaLinks
    asked: Asked
    #: Does each page get its policy? MkDocs serves with a script of its own in each page.
    guards: bool = True
    #: What was counted on the forge, where somebody counted it.
    signals: Signals | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep the plugin over the builds of one `serve`, and know that it is one."""
        self.guards = command != "serve"

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Let a change of ideas alone make again what speaks of them, and nothing else."""
        root = Path(config.config_file_path).parent
        again = Again(
            root, server.builder, partial(self._again, config), partial(self._ahead, config)
        )
        return serving(server, config, again, len(self.window.registry.ideas))

    def _ahead(self, config: MkDocsConfig) -> None:
        make_ahead(self.window, self.shells, config.site_url)

    def _again(self, config: MkDocsConfig, paths: frozenset[str]) -> bool:
        before, out = self.window, Path(config.site_dir)
        after = looked_again(before, paths)
        same = before.registry.flawed == after.registry.flawed
        if not same or before.registry.paths.keys() != after.registry.paths.keys():
            # Playbooks may link to an idea that came or went: MkDocs has to look at them. A fault
            # is shown on pages that have nothing else to do with its idea.
            return False
        self.window = after
        write_again(before, self.window, paths, self.shells, out, config.site_url)
        self.asked.write(self.window, out)
        return True

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the registry, and add the theme's parts that come with the package."""
        root = Path(config.config_file_path).parent
        readable(Folder(root))
        with uncollected():
            registry = Registry.read(Folder(root), spread)
            self.diagnostics = check(registry)
        if self.diagnostics:
            _LOG.warning("The registry has diagnostics (%d): hero check", len(self.diagnostics))
        self.window = Window(registry, edition_of(root, registry), RULES, self.signals)
        self.shells, self.asked = {}, Asked()
        self.links = IdeaLinks(self.window)
        set_up(config, self.window)
        config.markdown_extensions.append(self.links)  # type: ignore[arg-type]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the front of each section, unless the playbooks have a page of their own there."""
        for path in FRONTS:
            if files.get_file_from_path(path) is None:
                inner = InclusionLevel.NOT_IN_NAV if path in INNER else InclusionLevel.UNDEFINED
                files.append(File.generated(config, path, content=FRONT, inclusion=inner))
        return files

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the links of this page where they start from."""
        self.links.page = page.file.src_uri
        return markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put policies in the places that ask for them, and addresses of ideas; say what it is."""
        asking = Asking(html, address.root_of(page.url), page.file.src_uri, page.file.dest_uri)
        if not page.meta.get("description") and (words := described(html)):
            # The theme puts it into its pages as it is.
            page.meta["description"] = escape(words)
        return self.asked.keep(asking, asking.content(self.window))

    # Before the search plugin reads the page, so that it finds what readers find.
    @event_priority(50)
    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any
    ) -> Any:
        """Make a front into a shell; give a playbook's page its edit link, but for an example."""
        if not is_front(page):
            network = self.window.registry.network
            edit = address.edit(network, f"playbooks/{page.file.src_uri}")
            page.edit_url = None if network.example else edit
            # The theme writes what a page says of itself as it is; there it is words, not HTML.
            said = {key: value for key, value in page.meta.items() if isinstance(value, str)}
            page.meta.update({key: escape(unescape(value)) for key, value in said.items()})
            return context
        page.content = f"<h1>{BODY}</h1>"
        page.toc.items = [AnchorLink("", START, 1)]
        page.canonical_url, page.edit_url = CANONICAL, None
        page.previous_page = page.next_page = None
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep the shell. What MkDocs writes here is written over by the front itself."""
        frame, output = mended(frame_of(output, page.content or "")), mended(output)
        if is_front(page):
            shell = Shell.parse(output.replace(f"<h1>{BODY}</h1>", BODY), self.guards)
            self.shells[FRONTS[page.file.src_uri]] = shell
            return output
        output = guarded(output, frame) if self.guards else output
        return self.asked.finish(page.file.src_uri, output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Mend the page for what is missing, and give it its policy too."""
        if not template_name.endswith(".html"):
            return output_content
        output = mended(output_content)
        return guarded(output) if self.guards else output

    # After the search plugin, whose index is added to.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write every page of Hero's, and add them to search and sitemap."""
        out = Path(config.site_dir)
        write(self.window, self.shells, out, config.site_url)
        make_searchable(self.window, out, whole=self.guards)
