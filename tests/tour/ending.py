"""The end of the story: what the verbs say of it, and the site with it, on loopback."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.tour.ground import Ground
from tests.tour.story import SLUG

#: What people run at the end, and what they would know by it.
VERBS = (
    ("check",),
    ("audit", SLUG),
    ("due",),
    ("digest", "--since", "2026-06-24"),
)


class Ending:
    """What is left of the story: a registry that agrees with git, and its site."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.site = ground.folder / "site"

    def said(self) -> Iterator[tuple[str, int, str]]:
        """What each verb says, with its code."""
        for words in VERBS:
            code, said = self.ground.hero(*words)
            yield f"hero {' '.join(words)}", code, said

    def build(self) -> tuple[int, str]:
        """Count votes and talk, and build the site of the default branch."""
        counted = self.ground.folder / "signals.json"
        code, said = self.ground.hero("signals", "--out", str(counted))
        if code:
            return code, said
        return self.ground.hero("build", "--out", str(self.site), "--signals", str(counted))

    def row(self) -> dict[str, object]:
        """What the site's own data say of the idea."""
        text = (self.site / "api/v1/ideas.json").read_text(encoding="utf-8")
        (found,) = (each for each in json.loads(text)["ideas"] if each["slug"] == SLUG)
        row: dict[str, object] = found
        return row


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder on this machine alone; the address. Raises OSError where the port is taken."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Silent, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
