"""The Makefile with a stand-in for Python: what is set up, when, and how often."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Makes an environment that holds itself and a command, and logs what pip is asked for.
PYTHON = r"""#!/bin/sh
case "$1 $2" in
  "-c "*) exit 0 ;;
  "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" &&
    printf '#!/bin/sh\necho served "$@"\n' > "$3/bin/hero" && chmod +x "$3/bin/hero" ;;
  "-m pip") for last; do :; done; echo "$last" >> "$PIP_LOG"; [ "$last" != "$PIP_FAILS" ] ;;
esac
"""
ONCE = ["requirements/runtime.txt", "."]


class Checkout:
    """A folder with the Makefile, and what was asked of pip in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a checkout"
        (self.folder / "requirements").mkdir(parents=True)
        for name in (
            "Makefile",
            "pyproject.toml",
            "requirements/runtime.txt",
            "requirements/dev.txt",
        ):
            shutil.copy(ROOT / name, self.folder / name)
        self.log, self.python = folder / "log", folder / "python3"
        self.python.write_text(PYTHON)
        self.python.chmod(0o755)

    def make(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run make as if from a fresh shell whose python3 is the stand-in."""
        path = f"{self.python.parent}:{os.environ['PATH']}"
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS", "PYTHON"))
        }
        env = {**kept, "PATH": path, "PIP_LOG": str(self.log), **environ}
        command = ["make", "--no-print-directory", *words]
        return subprocess.run(
            command, cwd=self.folder, env=env, capture_output=True, text=True, check=False
        )

    def asked(self, *words: str, **environ: str) -> list[str]:
        """Run make, and return what pip was asked for meanwhile."""
        self.log.write_text("")
        self.make(*words, **environ)
        return self.log.read_text().splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_serve_sets_up_and_serves(checkout: Checkout) -> None:
    done = checkout.make("serve", "ARGS=--port 8001")
    assert done.stdout.splitlines()[-1] == "served serve --port 8001"
    assert checkout.log.read_text().splitlines() == ONCE


def test_nothing_is_set_up_twice(checkout: Checkout) -> None:
    assert checkout.asked("serve") == ONCE
    assert checkout.asked("serve") == []


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("requirements/runtime.txt", [*ONCE, "requirements/dev.txt"]),
        ("requirements/dev.txt", ["requirements/dev.txt"]),
        ("pyproject.toml", [".", "requirements/dev.txt"]),
    ],
)
def test_a_change_is_set_up_again(checkout: Checkout, changed: str, again: list[str]) -> None:
    assert checkout.asked(".venv/tests") == [*ONCE, "requirements/dev.txt"]
    made = max(path.stat().st_mtime for path in (checkout.folder / ".venv").iterdir())
    os.utime(checkout.folder / changed, (made + 1, made + 1))
    assert checkout.asked(".venv/tests") == again


@pytest.mark.parametrize("failed", ONCE)
def test_what_was_interrupted_is_done_again(checkout: Checkout, failed: str) -> None:
    assert failed in checkout.asked("serve", PIP_FAILS=failed)
    assert failed in checkout.asked("serve")
    assert checkout.asked("serve") == []


def test_a_lost_python_is_replaced(checkout: Checkout) -> None:
    checkout.make("serve")
    (checkout.folder / ".venv/bin/python").unlink()
    assert checkout.asked("serve") == ONCE


def test_a_moved_folder_is_set_up_again(checkout: Checkout) -> None:
    checkout.make("serve")
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("moved"))
    assert checkout.asked("serve") == ONCE


def test_another_python_is_taken_when_it_is_named(checkout: Checkout) -> None:
    checkout.make("serve")
    named = f"PYTHON={checkout.python}"
    assert checkout.asked("serve", named) == ONCE
    assert checkout.asked("serve", named) == []
    assert checkout.asked("serve") == []


def test_without_a_fit_python_one_line_says_what_to_install(checkout: Checkout) -> None:
    checkout.python.write_text("#!/bin/sh\nexit 1\n")
    line, *rest = checkout.make("serve").stderr.splitlines()
    assert line.startswith("Hero needs Python 3.11 or newer")
    assert all(each.startswith("make: ***") for each in rest)
    assert not (checkout.folder / ".venv").exists()


def test_help_lists_every_target_and_is_what_make_alone_does(checkout: Checkout) -> None:
    targets = next(
        line.split()[1:]
        for line in (ROOT / "Makefile").read_text().splitlines()
        if line.startswith(".PHONY: help")
    )
    helped = checkout.make().stdout
    assert [line.split()[1] for line in helped.splitlines()] == targets
    assert checkout.make("help").stdout == helped
