"""The stand-in as a program: it explains itself, serves, and refuses what it cannot read."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.forge.__main__ import arguments, made

ROOT = Path(__file__).parents[2]
WORDS = [sys.executable, "-m", "tests.forge"]


def test_it_explains_itself() -> None:
    done = subprocess.run([*WORDS, "--help"], capture_output=True, text=True, check=True, cwd=ROOT)
    for word in ("--port", "--repo OWNER/NAME", "LOGIN:TOKEN[:role]", "GITHUB_API_URL", "member"):
        assert word in done.stdout


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "ideas").mkdir()
    (tmp_path / "ideas" / "a.yml").write_text("a: 1\n")
    asked = ["--repo", "octo/ideas", "--user", "ada:secret:write", "--from", str(tmp_path)]
    with subprocess.Popen([*WORDS, *asked], stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout
        url = program.stdout.readline().split()[0]
        held = {"Authorization": "token secret", "Accept": "application/vnd.github.raw"}
        path = f"{url}/repos/octo/ideas/contents/ideas/a.yml"
        assert requests.get(path, headers=held, timeout=10).text == "a: 1\n"
        prefixed = requests.get(f"{url}/api/v3/repos/octo/ideas", headers=held, timeout=10).json()
        assert prefixed["url"] == f"{url}/api/v3/repos/octo/ideas"
        program.send_signal(signal.SIGINT)
        assert program.wait(10) == 130


def test_its_people_have_their_roles_and_tokens(tmp_path: Path) -> None:
    words = ["--repo", "octo/ideas", "--private", "--user", "ada:s1:write", "--user", "eve:s2"]
    forge = made(tmp_path, arguments(words))
    forge.server.server_close()
    repo = forge.world.named("octo/ideas")
    assert repo
    roles = {text: repo.role(forge.world.tokens[text].user) for text in ("s1", "s2")}
    assert roles == {"s1": "write", "s2": None}


@pytest.mark.parametrize(
    "words",
    [
        ["--repo", "ideas"],
        ["--repo", "octo/"],
        ["--repo", "octo/ideas", "--user", "ada"],
        ["--repo", "octo/ideas", "--user", "ada:s:king"],
        ["--repo", "octo/ideas", "--user", "ada:s", "--user", "eve:s"],
        ["--repo", "octo/ideas", "--port", "70000"],
        ["--repo", "octo/ideas", "--from", "no/such/folder"],
        ["--repo", "octo/ideas", "--folder", str(ROOT)],
        [],
    ],
)
def test_what_cannot_be_read_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        arguments(words)
    assert stopped.value.code == 2
    assert "--repo" in capsys.readouterr().err


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        words = [*WORDS, "--repo", "octo/ideas", "--port", port]
        done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 3
    assert done.stderr.startswith(f"Cannot serve on port {port}: ")
