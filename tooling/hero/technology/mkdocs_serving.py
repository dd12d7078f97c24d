"""The server of `hero serve`: MkDocs's own, which looks more often and makes less again."""

from collections.abc import Callable
from contextvars import ContextVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

#: Seconds between two looks at the files. MkDocs takes half a second, which is most of what one
#: waits for; a look at a thousand files costs a few milliseconds.
OFTEN, SELDOM = 0.1, 0.5
#: Above so many ideas a look costs as much as it saves.
MANY = 2000
#: Is told the address once the server listens there. MkDocs makes the plugin and its server by
#: itself, so there is nobody to hand it to.
READY: ContextVar[Callable[[str], None]] = ContextVar("READY", default=lambda _: None)


class _Server(LiveReloadServer):
    def server_activate(self) -> None:
        super().server_activate()
        READY.get()(self.url)


def serving(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None], ideas: int
) -> LiveReloadServer:
    """A server in the place of the one that MkDocs made and has not started."""
    host, port = server.server_address[:2]
    fresh = _Server(
        builder,
        str(host),
        int(port),
        server.root,
        server.mount_path,
        polling_interval=OFTEN if ideas <= MANY else SELDOM,
    )
    fresh.error_handler = server.error_handler
    fresh.watch(config.docs_dir)
    fresh.watch(config.config_file_path)
    server.server_close()
    return fresh
