"""Real git repositories, written commit by commit; nothing of the machine's settings is in them."""

import datetime as dt
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

#: A day with no clock change anywhere near it.
NOON = dt.time(12, tzinfo=dt.UTC)

Person = tuple[str, str]
ADA: Person = ("Ada Nkemelu", "1+example-ada@users.noreply.github.com")
GRACE: Person = ("Grace Whitfield", "2+example-grace@users.noreply.github.com")
TEO: Person = ("Teo Marchetti", "teo@example.org")

#: A file's mode and bytes by its path: one whole tree.
Tree = Mapping[str, tuple[str, bytes]]


def alone(home: Path) -> dict[str, str]:
    """An environment in which no setting but the repository's own counts."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(home)}
    return {"PATH": os.environ["PATH"], "LC_ALL": "C"} | settings


def git(root: Path, *words: str, stdin: bytes | None = None) -> str:
    """Run git, and return what it says without the last line end."""
    done = subprocess.run(
        ["git", *words], cwd=root, env=alone(root), input=stdin, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode(errors="surrogateescape").removesuffix("\n")


class Writer:
    """Writes commits into a repository: each has a whole tree, any parents, and two times."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        git(root, "init", "-q", "-b", "main")
        self.marks: list[str] = []
        self._stream: list[bytes] = []

    def commit(
        self,
        tree: Tree,
        parents: tuple[int, ...],
        who: Person,
        written: dt.datetime,
        arrived: dt.datetime | None = None,
        message: str = "Change",
    ) -> int:
        """Add a commit, and return its number from 1; 0 is nothing."""
        number = len(self.marks) + 1
        self.marks.append("")
        name, email = who
        times = [f"{int(each.timestamp())} +0000" for each in (written, arrived or written)]
        said = message.encode()
        lines = [
            f"reset refs/heads/at-{number}\n",
            f"commit refs/heads/at-{number}\nmark :{number}\n",
            f"author {name} <{email}> {times[0]}\n",
            f"committer Forge <noreply@example.org> {times[1]}\n",
            f"data {len(said)}\n",
        ]
        raw = "".join(lines).encode() + said + b"\n"
        words = ("from", *("merge" for _ in parents))
        for word, parent in zip(words, parents, strict=False):
            raw += f"{word} :{parent}\n".encode()
        raw += b"deleteall\n"
        for path, (mode, held) in sorted(tree.items()):
            raw += f'M {mode} inline "{_quoted(path)}"\ndata {len(held)}\n'.encode() + held + b"\n"
        self._stream.append(raw + b"\n")
        return number

    def done(self, head: int, branch: str = "main") -> list[str]:
        """Write all of it, and return the commits' names by their numbers, from 1 on."""
        marks = self.root / ".git" / "marks"
        words = ["fast-import", "--quiet", "--force", f"--export-marks={marks}"]
        kept = [f"--import-marks-if-exists={marks}"]
        git(self.root, *words, *kept, stdin=b"".join(self._stream))
        self._stream = []
        for line in marks.read_text().splitlines():
            mark, name = line.split()
            self.marks[int(mark[1:]) - 1] = name
        git(self.root, "update-ref", f"refs/heads/{branch}", self.marks[head - 1])
        return ["", *self.marks]


def _quoted(path: str) -> str:
    return path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def plain(files: Mapping[str, str]) -> dict[str, tuple[str, bytes]]:
    """A tree of plain files."""
    return {path: ("100644", text.encode()) for path, text in files.items()}


def at(day: str, hour: int = 12) -> dt.datetime:
    """An hour of a day, in UTC."""
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour), dt.UTC)
