"""The README's pictures, made anew: `python -m tests.browser.pictures`, or `make pictures`."""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from hero.technology.mkdocs_build import build
from tests.browser.conftest import QUIET, ROOT, UNDER, served
from tests.setup.browser import MISSING, find

FOLDER = ROOT / ".github" / "pictures"
#: Name, page, width and height in pixels.
PICTURES = (
    ("home", "index.html", 1280, 860),
    ("idea", "ideas/scanner-boot-screen.html", 760, 1060),
    ("board", "board/index.html", 1280, 960),
    ("pulse", "pulse/index.html", 1280, 960),
)


def main() -> None:
    """Build the shipped registry's site and take each picture of it."""
    chrome = find()
    if chrome is None:
        sys.exit(MISSING)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(ROOT, Path(folder) / UNDER)
        browser = playwright.chromium.launch(executable_path=chrome, args=re.split(r"\s+", QUIET))
        with served(Path(folder), UNDER) as address:
            for name, path, width, height in PICTURES:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(address + path)
                page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
