"""The shipped workflows run by act, on this machine alone, with stand-ins for what they start."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.workflows.shipped import ROOT, WORKFLOWS

BIN = Path(sys.executable).parent
STAND_INS = Path(__file__).parent / "stand_ins"
OFFLINE = ["unshare", "-n", "--", "sh", "-c", 'ip link set lo up && exec "$@"', "offline"]
#: Notes its words and which secrets it holds; what STAND_IN_REALLY names is done in earnest.
HERO = """#!/bin/sh
held="token=${GITHUB_TOKEN:+yes} app=$HERO_APP_ID key=${HERO_APP_KEY:+yes}"
echo "hero $* $held" >> "$STAND_IN_LOG"
case " $STAND_IN_REALLY " in *" $1 "*) exec "$STAND_IN_REAL" "$@";; esac
"""
MAKE = '#!/bin/sh\necho "make $*" >> "$STAND_IN_LOG"\n'


class Repository:
    """A small registry with the shipped workflows, and a branch `pull` that adds a slip.

    `settings` is what the stand-ins for actions and for `hero` find in their environment.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.root, self.log = folder, folder / "repo", folder / "log"
        self.settings: dict[str, object] = {
            "STAND_IN_ORIGIN": self.root,
            "STAND_IN_LOG": self.log,
            "STAND_IN_HERO": folder / "hero",
            "STAND_IN_REAL": BIN / "hero",
            "STAND_IN_REALLY": "check",
        }
        for name in (".github", "playbooks", "ideas"):
            shutil.copytree(ROOT / name, self.root / name)
        for path in (self.root / ".github/workflows").glob("*.yml"):
            # act's schema does not know the word yet (exceptions.yml); test_starts holds it.
            path.write_text(re.sub(r"^  queue: max\n", "", path.read_text(), flags=re.MULTILINE))
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", "https://github.com/example-org/hero-network.git")
        self.base = self.commit()
        idea = self.root / "ideas/2026/ssh-certificates.yml"
        self.git("switch", "-qc", "pull")
        idea.write_text(re.sub(r"(?m)^theme: .*", "theme: delivry", idea.read_text()))
        self.commit()
        self.git("switch", "-q", "main")
        (folder / "bin").mkdir()
        (folder / "hero").write_text(HERO)
        (folder / "bin/make").write_text(MAKE)
        for program in ("hero", "bin/make"):
            (folder / program).chmod(0o755)

    def git(self, *words: str) -> str:
        """Run git in the repository."""
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        command = ["git", *who, "-C", str(self.root), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def commit(self) -> str:
        """Commit all, and return the commit."""
        self.git("add", "--all")
        self.git("commit", "-qm", "A change")
        return self.git("rev-parse", "HEAD")

    def act(
        self, event: str, workflow: str, payload: Mapping[str, Any], *words: str, default: str = ""
    ) -> tuple[dict[str, str], list[str], list[str]]:
        """Run a workflow; return each job's result, what was called, and what was said."""
        told = {"repository": {"default_branch": "main"}, **payload}
        (self.folder / "event.json").write_text(json.dumps(told))
        self.log.write_text("")
        done = subprocess.run(
            [*self.offline(), *self._command(event, workflow, default or "main"), *words],
            env=self._environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )
        rows = [json.loads(row) for row in done.stdout.splitlines() if row.startswith("{")]
        results = {row["job"]: row["jobResult"] for row in rows if "jobResult" in row}
        failed = any(result != "success" for result in results.values())
        assert (done.returncode != 0) == failed, done.stdout + done.stderr
        return results, self.log.read_text().splitlines(), [str(row.get("msg")) for row in rows]

    def _environment(self) -> dict[str, str]:
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        home = str(self.folder / "home")
        return {"PATH": path, "HOME": home, "XDG_CACHE_HOME": str(self.folder / "cache")}

    def offline(self) -> list[str]:
        """What keeps act from the network."""
        return offline()

    def _command(self, event: str, workflow: str, default: str) -> list[str]:
        settings = {**self.settings, "STAND_IN_DEFAULT": default}
        fixed = "--action-offline-mode --no-cache-server --no-skip-checkout --json"
        return [
            *(str(BIN / "act"), event, "-C", str(self.root)),
            *("-W", str(self.root / ".github/workflows" / workflow)),
            *("-P", "ubuntu-24.04=-self-hosted", "--artifact-server-addr", "127.0.0.1"),
            *fixed.split(),
            *("--env-file", "/dev/null", "--secret-file", "/dev/null"),
            *("-e", str(self.folder / "event.json"), "-s", "GITHUB_TOKEN=ghs_a-long-false-token"),
            *(word for key, value in settings.items() for word in ("--env", f"{key}={value}")),
            *(word for each in _stand_ins() for word in ("--local-repository", each)),
        ]


def _stand_ins() -> list[str]:
    """What stands in for each of GitHub's actions, at the commits that the workflows name."""
    said = "".join(path.read_text() for path in WORKFLOWS)
    used = sorted(set(re.findall(r"uses: (actions/([\w-]+)@\w+)", said)))
    return [f"https://github.com/{action}={STAND_INS / name}" for action, name in used]


def offline() -> list[str]:
    """What keeps a program from the network; nothing where this machine does not let us."""
    try:
        tried = subprocess.run([*OFFLINE, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return []
    return OFFLINE if tried.returncode == 0 else []
