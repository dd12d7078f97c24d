"""Play one idea from the form to its outcome check, on this machine, and show what each one sees.

python -m tests.tour          leaves the site open on 127.0.0.1 until Ctrl-C
python -m tests.tour --once   ends by itself

Three people and the bot act on a stand-in for GitHub, over real git. Nothing leaves this machine.
"""

import argparse
import os
import signal
import sys
import tempfile
import threading
from pathlib import Path

from tests.forge.forge import Forge
from tests.tour import shown
from tests.tour.ending import Ending, served
from tests.tour.ground import Ground
from tests.tour.play import Play
from tests.tour.story import SLUG, story

INTRODUCTION = """\
One idea, from the form to the day on which somebody asks whether it still holds.
Ada proposes it; Grace and Linus are advocates; the bot does what it would do on GitHub.
All of it happens on this machine, on a stand-in for GitHub with real git.
"""
PAGES = {
    "the idea": f"ideas/{SLUG}.html",
    "what moved": "moves/",
    "decisions": "decisions/",
    "the board": "board/",
    "the process": "process/",
}


def main(words: list[str] | None = None) -> int:
    """Play it: 0, 3 where the site could not be built or its port is taken, 130 interrupted."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "python -m tests.tour", description=__doc__, formatter_class=form
    )
    parser.add_argument("--once", action="store_true", help="end by itself, as in CI")
    parser.add_argument("--port", type=int, default=0, help="of the site; without one any free")
    asked = parser.parse_args(words)
    once = asked.once or bool(os.environ.get("CI"))
    # Set here, since a program that was started in the background does not get the interrupt.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)
    try:
        with tempfile.TemporaryDirectory() as kept:
            site, wrong = _played(Path(kept))
            if site is None:
                sys.stderr.write(wrong)
                return 3
            return _open(site, asked.port, once)
    except KeyboardInterrupt:
        sys.stdout.write("\nThe tour is stopped.\n")
        return 130
    except OSError as taken:
        sys.stderr.write(f"Could not finish: {taken}\n")
        return 3


def _played(folder: Path) -> tuple[Path | None, str]:
    """The story, told while it plays; then what the verbs say of it. Its site, or what is wrong."""
    colours = shown.has_colours(os.environ)
    _tell(INTRODUCTION)
    (folder / "work").mkdir()
    with Forge(folder / "forge") as forge:
        play = Play(Ground(forge, folder / "work"))
        for number, (scene, lines) in enumerate(story(play), start=1):
            day = f"{forge.world.now():%A, %-d %B %Y}"
            _tell(shown.scene(number, scene, day, lines, colours))
        ending = Ending(play.ground)
        for words, _, said in ending.said():
            _tell(f"{shown.painted(f'$ {words}', shown.BOLD, colours)}\n{said}")
        code, said = ending.build()
        return (None if code else ending.site), said


def _open(site: Path, port: int, once: bool) -> int:
    """Serve the site until somebody stops it, or only say that it is built."""
    with served(site, port) as address:
        _tell("The site, as everybody would read it:")
        for name, path in PAGES.items():
            _tell(f"  {name:<12} {address}{path}")
        if once:
            _tell("It was built, and is gone now: without --once it stays open.")
            return 0
        _tell("Ctrl-C ends the tour.")
        threading.Event().wait()
    return 0


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
