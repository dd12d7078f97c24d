"""The shipped example in a repository of its own, and a way to run verbs on it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def hero(*words: str, root: Path = ROOT, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        [sys.executable, "-m", "hero", *words, "--root", str(root)],
        capture_output=True,
        encoding="utf-8",
        env=kept | settings,
    )


def committed(root: Path) -> Path:
    """The example with two commits: the second revises the text of one idea."""
    for name in ("ideas", "playbooks"):
        shutil.copytree(ROOT / name, root / name)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "All ideas")
    slug = root / "ideas/2026/who-do-i-ask.yml"
    text = slug.read_text(encoding="utf-8")
    slug.write_text(text.replace("problem: |\n", "problem: |\n  Often.\n", 1), encoding="utf-8")
    git(root, "commit", "-q", "-a", "-m", "Say how often")
    return root


def git(root: Path, *words: str) -> None:
    author = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    environment = {"PATH": os.environ["PATH"], "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *author, *words], cwd=root, check=True, env=environment)
