"""`hero serve` says where the site is once it is there, and never where it is not."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]


@contextmanager
def serving(port: int) -> Iterator["subprocess.Popen[str]"]:
    words = [sys.executable, "-m", "hero", "serve", "--root", str(ROOT), "--port", str(port)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)  # MkDocs deletes its folder then.


def free() -> socket.socket:
    """A port that is taken until the socket is closed."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    return taken


def test_the_site_is_there_once_it_is_said_to_be() -> None:
    with free() as taken:
        port = taken.getsockname()[1]
    with serving(port) as process:
        assert process.stderr
        said = next(line for line in process.stderr if line.startswith("Serving "))
        found = re.fullmatch(rf"Serving (http://127\.0\.0\.1:{port}/\S*) until Ctrl\+C\.\n", said)
        assert found
        with urlopen(found[1]) as answer:  # noqa: S310 - this machine's own
            assert "Ideas" in answer.read().decode()


def test_a_port_that_is_taken_is_not_said_to_serve() -> None:
    with free() as taken, serving(taken.getsockname()[1]) as process:
        assert process.stderr
        said = process.stderr.read()
        assert "Serving" not in said
        assert "try another port" in said
        assert process.wait() == 3
