"""The README's ten minutes, followed to the letter against the stand-in."""

import datetime as dt
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forge.forge import Forge
from tests.forge.repository import Repository
from tests.init.conftest import ROOT, git

TITLE = "## Your own in ten minutes"
#: What leaves something for the reader to do, and says so by its code.
MAY_SAY_ONE = ".venv/bin/hero doctor"

PYTHON = """\
#!/bin/sh
# A Python that sets up at once: its `hero` is the one under test.
case "$1 $2" in
  "-c "*) exit 0 ;;
  "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" &&
    printf '#!/bin/sh\\nexec "%s" -m hero "$@"\\n' "$REAL_PYTHON" > "$3/bin/hero" &&
    chmod +x "$3/bin/hero" ;;
esac
"""
GH = """\
#!/bin/sh
# As gh does: it knows a token, and opens a pull from the branch that is checked out.
case "$1 $2" in
  "auth token") echo token-ada ;;
  "pr create") exec "$REAL_PYTHON" "$GH_PULL" \\
    "$(git branch --show-current)" "$(git log -1 --format=%s)" ;;
esac
"""
PULL = """\
import json, os, sys, urllib.request
body = json.dumps({"head": sys.argv[1], "title": sys.argv[2], "base": "main"}).encode()
url = os.environ["GITHUB_API_URL"] + "/repos/acme/ideas/pulls"
held = {"Authorization": "token token-ada", "Content-Type": "application/json"}
try:
    answer = urllib.request.urlopen(urllib.request.Request(url, body, held))
except urllib.error.HTTPError as refused:
    sys.exit(refused.read().decode())
print(json.load(answer)["html_url"])
"""


def commands() -> list[str]:
    """The section's commands, in order; one that goes on over lines is one."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split(f"{TITLE}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    return [line for block in blocks for line in block.replace("\\\n", " ").splitlines() if line]


@pytest.fixture
def acme(forge: Forge) -> Repository:
    """What “Use this template” makes, now: one commit with all the files, owned by ada."""
    lag = dt.datetime.now(dt.UTC) - forge.world.now()
    forge.world.clock.advance(seconds=lag.total_seconds())
    paths = git(ROOT, "ls-files", "-z").split("\0")
    files = {
        path: (ROOT / path).read_bytes()
        for path in paths
        if path and not path.startswith("tests/") and (ROOT / path).is_file()
    }
    repo = forge.repository("acme/ideas", files, ada="admin", grace="write")
    repo.settings.pages = {"html_url": "https://acme.github.io/ideas/"}
    repo.settings.protected = set()
    repo.settings.code_owners = True
    return repo


@pytest.fixture
def shell(forge: Forge, tmp_path: Path) -> dict[str, str]:
    """The environment of somebody's terminal, in which GitHub is the stand-in."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, text in {"python3": PYTHON, "gh": GH, "pull.py": PULL}.items():
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    for name in ("git", "make"):
        found = shutil.which(name)
        assert found
        (tools / name).symlink_to(found)
    host = forge.url.removeprefix("http://")
    (tmp_path / ".gitconfig").write_text(
        f'[url "http://ada:token-ada@{host}/"]\n\tinsteadOf = https://github.com/\n'
        "[user]\n\tname = Ada\n\temail = ada@users.noreply.github.com\n[github]\n\tuser = ada\n"
    )
    return {
        "PATH": f"{tools}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GITHUB_API_URL": forge.url,
        "REAL_PYTHON": sys.executable,
        "GH_PULL": str(tools / "pull.py"),
    }


def follow(folder: Path, shell: dict[str, str]) -> list[tuple[str, int, str]]:
    """Type each command into one shell that stays; what each said, and its code."""
    script = []
    for number, command in enumerate(commands()):
        script += [f"echo '== {number}'", f"{{ {command} ; }} 2>&1", 'echo "== = $?"']
    done = subprocess.run(
        ["bash", "-c", "\n".join(script)],
        cwd=folder,
        env=shell,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )
    parts = re.findall(r"== (\d+)\n(.*?)== = (\d+)\n", done.stdout, re.DOTALL)
    assert len(parts) == len(commands()), done.stdout + done.stderr
    return [(commands()[int(number)], int(code), said) for number, said, code in parts]


def test_from_the_template_to_the_first_idea_by_the_letter(
    forge: Forge, acme: Repository, shell: dict[str, str], tmp_path: Path
) -> None:
    forge.user("tim")
    said = follow(tmp_path, shell)
    for command, code, words in said:
        assert code == 0 or (command.startswith(MAY_SAY_ONE) and code == 1), (command, words)
    root = tmp_path / "ideas"

    checks = [words for command, _, words in said if command == ".venv/bin/hero check"]
    assert checks[0].startswith("No diagnostics in 0 ideas.")
    assert checks[1].startswith("No diagnostics in 1 idea.")
    (doctor,) = (words for command, _, words in said if command.startswith(MAY_SAY_ONE))
    assert "done: make the label “idea”" in doctor
    assert "main asks for no pull" in doctor
    assert re.search(r"\d+ fine, 1 to mend, 1 mended\.", doctor), doctor

    assert forge.ask("ada", "GET", "/repos/acme/ideas/contents/playbooks/technology/network.yml")
    pulls = forge.ask("ada", "GET", "/repos/acme/ideas/pulls")
    assert [each["title"] for each in pulls] == ["Propose names on dashboards"]
    files = forge.ask("ada", "GET", f"/repos/acme/ideas/pulls/{pulls[0]['number']}/files")
    (idea,) = files
    assert re.fullmatch(r"ideas/\d{4}/name-who-is-on-call-.*\.yml", idea["filename"])
    assert "proposers: [ada]" in idea["patch"]

    environment = {**shell, "GITHUB_TOKEN": "token-ada"}
    git(root, "checkout", "--quiet", "main")
    done = subprocess.run(
        [root / ".venv/bin/hero", "reconcile", "--all", "--apply"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "done: " in done.stdout, done.stdout + done.stderr
    comments = forge.ask("ada", "GET", f"/repos/acme/ideas/issues/{pulls[0]['number']}/comments")
    assert len(comments) == 1
    assert "@grace" in comments[0]["body"] or "grace" in comments[0]["body"]


def test_the_readme_says_how_many_things_doctor_looks_at() -> None:
    from hero.reconcile.doctor.examine import CHECKS

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"looks at {len(CHECKS)} things" in text
