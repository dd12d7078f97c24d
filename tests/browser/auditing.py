"""Programs from npm, fetched once, and Lighthouse over a page of a host that packs its files."""

import fcntl
import gzip
import io
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

LOCKED = Path(__file__).parent
KEPT = Path(__file__).parents[2] / ".hero"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class NotFetched(Exception):
    """A program is not there and could not be fetched. The message says why."""


def fetched(name: str = "lighthouse") -> Path:
    """The program of this name, fetched as it is locked in the folder of it. Raises NotFetched."""
    if shutil.which("npm") is None:
        raise NotFetched(f"{name} is fetched with npm, which is not here")
    kept = KEPT / name
    kept.mkdir(parents=True, exist_ok=True)
    program = kept / "node_modules/.bin" / name
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not program.exists():
            for file in (LOCKED / name).iterdir():
                shutil.copy(file, kept)
            words = [
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
            ]
            done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=kept)
            if done.returncode:
                raise NotFetched(f"npm could not fetch it: {done.stderr.strip()[-300:]}")
    return program


class _Packing(SimpleHTTPRequestHandler):
    """Sends files packed and to be kept a while, as hosts of static sites do."""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return None
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(str(path))),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "max-age=600"),
        ):
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def packed(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packing, directory=str(folder)))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def audit(program: Path, chrome: str, address: str, quiet: str) -> Mapping[str, Any]:
    """What Lighthouse says of a page, on a phone with a slow line, which it simulates."""
    words = [str(program), address, "--quiet", "--output=json", "--output-path=stdout"]
    words += [f"--only-categories={','.join(CATEGORIES)}"]
    words += [f"--chrome-path={chrome}", f"--chrome-flags=--headless=new --disable-gpu {quiet}"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=180)
    found: Mapping[str, Any] = json.loads(done.stdout)
    assert "runtimeError" not in found, found["runtimeError"]
    return found


def scores(said: Mapping[str, Any]) -> dict[str, int]:
    """The score of each category, out of 100."""
    return {name: round(100 * said["categories"][name]["score"]) for name in CATEGORIES}


def lacking(said: Mapping[str, Any]) -> list[str]:
    """What took points away, in its own words."""
    return [
        f"{each['id']}: {each['title']} ({each.get('displayValue', '')})"
        for category in said["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"] and (each := said["audits"][reference["id"]])["score"] is not None
        if each["score"] < 0.9
    ]
