"""One built site, one server and one browser for all tests of a session."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from hero.technology.mkdocs_build import build
from tests.benchmarks.generate import generate
from tests.browser import few as few_ideas
from tests.browser.proposing import NETWORK

ROOT = Path(__file__).parents[2]
#: Where the site is published below its host, as on GitHub Pages: finds links that assume a root.
UNDER = "hero-network"
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update"
)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the folder, its 404 page for what is not there, and keeps quiet."""

    def __init__(self, *args: Any, under: str, **more: Any) -> None:
        self.under = under
        super().__init__(*args, **more)

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / self.under / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped registry's site, built strictly."""
    out = tmp_path_factory.mktemp("published") / UNDER
    build(ROOT, out, strict=True)
    return out


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site's address on this machine."""
    with served(site.parent, UNDER) as found:
        yield found


@pytest.fixture(scope="session")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site that is no example, with the form."""
    root = tmp_path_factory.mktemp("network")
    texts = NETWORK | {"mkdocs.yml": (ROOT / "mkdocs.yml").read_text(encoding="utf-8")}
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    build(root, root / "public" / "site")
    with served(root / "public", "site") as found:
        yield found


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a handful of ideas, which are hard to find or attack."""
    with served(few_ideas.built(tmp_path_factory.mktemp("few")), "site") as found:
        yield found


@pytest.fixture(scope="session")
def ten_thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of 10,000 ideas, which takes a minute: for tests before a release."""
    folder = tmp_path_factory.mktemp("many")
    root = generate(10_000, folder / "registry")
    for file in (ROOT / "playbooks").rglob("*.md"):
        to = root / file.relative_to(ROOT)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(root, folder / "public" / "site")
    return folder / "public" / "site"


@contextmanager
def served(folder: Path, under: str) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives the address of a folder in it."""
    handler = partial(_Handler, directory=str(folder), under=under)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{under}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def chromium(chrome: str) -> Iterator[Browser]:
    """The browser, without a window and without errands of its own."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chrome, args=re.split(r"\s+", QUIET))
