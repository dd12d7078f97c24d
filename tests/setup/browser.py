"""Find the browser for the tests, and install Debian's where this machine is ours to change."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MISSING = (
    "The tests need Chromium or Chrome: install the package chromium (or Google Chrome), "
    "or set CHROME to the path of one."
)


def candidates(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths to try. CHROME stands alone: a wrong one is an error, not a hint."""
    if environ.get("CHROME"):
        yield environ["CHROME"]
        return
    for name in (*NAMES, *APPS):
        path = shutil.which(name, path=environ.get("PATH", ""))
        if path:
            yield path


def runs(path: str) -> bool:
    """Say whether it starts: Ubuntu's package chromium-browser may be a stub without a browser."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def find(environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the path of the first browser that starts."""
    return next(filter(runs, candidates(environ)), None)


def install(environ: Mapping[str, str], root: bool) -> bool:
    """Install Debian's package as root or in CI, where that takes no password."""
    allowed = root or bool(environ.get("CI"))
    if environ.get("CHROME") or not allowed or not shutil.which("apt-get"):
        return False
    apt = ["apt-get", "-qq"] if root else ["sudo", "-n", "apt-get", "-qq"]
    quiet = {**environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Without a font every text has no width, and a page that is too wide looks right.
    packages = ["--no-install-recommends", "install", "-y", "chromium", "fonts-liberation"]
    return all(
        subprocess.run([*apt, *words], stdout=sys.stderr, check=False, env=quiet).returncode == 0
        for words in (["update"], packages)
    )


def main(environ: Mapping[str, str] = os.environ) -> int:
    """Write the browser's path to stdout, or one line that says what to install to stderr."""
    path = find(environ)
    if path is None and install(environ, root=os.geteuid() == 0):
        path = find(environ)
    if path is None:
        sys.stderr.write(MISSING + "\n")
        return 1
    sys.stdout.write(path + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
