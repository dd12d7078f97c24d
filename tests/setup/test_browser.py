"""Finding a browser, and saying in one line what to install where there is none."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.setup.browser import MISSING, NAMES, find, install

SCRIPT = Path(__file__).with_name("browser.py")


def program(folder: Path, name: str, body: str) -> Path:
    """Write a shell script that stands in for a program."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def run(path: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the script with nothing but the folder in PATH."""
    env = {"PATH": str(path), **environ}
    return subprocess.run(
        [sys.executable, SCRIPT], env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_usual_name_is_found(tmp_path: Path, name: str) -> None:
    browser = program(tmp_path, name, "exit 0")
    assert find({"PATH": str(tmp_path)}) == str(browser)


def test_a_stub_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path, "chromium-browser", "echo install the snap; exit 1")
    browser = program(tmp_path, "google-chrome", "exit 0")
    assert find({"PATH": str(tmp_path)}) == str(browser)


def test_a_wrong_chrome_is_not_replaced_by_another(tmp_path: Path) -> None:
    program(tmp_path, "chromium", "exit 0")
    assert find({"PATH": str(tmp_path), "CHROME": str(tmp_path / "gone")}) is None


def test_root_installs_debians_package(tmp_path: Path) -> None:
    log, browser = tmp_path / "log", tmp_path / "chromium"
    made = f"printf '#!/bin/sh\\n' > {browser}; /bin/chmod +x {browser}"
    program(tmp_path, "apt-get", f'echo "$@" >> {log}; case "$*" in *install*) {made};; esac')
    program(tmp_path, "sudo", 'shift; exec "$@"')
    done = run(tmp_path, CI="true")
    assert (done.returncode, done.stdout) == (0, f"{browser}\n")
    assert [line.split()[1] for line in log.read_text().splitlines()] == [
        "update",
        "--no-install-recommends",
    ]


@pytest.mark.parametrize("apt", [None, "exit 100"])
def test_where_nothing_helps_one_line_says_what_to_install(tmp_path: Path, apt: str | None) -> None:
    if apt:
        program(tmp_path, "apt-get", apt)
        program(tmp_path, "sudo", 'shift; exec "$@"')
    done = run(tmp_path, CI="true")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", MISSING + "\n")


def test_without_leave_nothing_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "apt-get", f"touch {tmp_path / 'called'}")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not install({"PATH": str(tmp_path)}, root=False)
    assert not install({"PATH": str(tmp_path), "CHROME": "wrong"}, root=True)
    assert not (tmp_path / "called").exists()
