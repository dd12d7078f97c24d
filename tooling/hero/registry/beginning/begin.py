"""All that changes when a copy of the example becomes somebody's own registry."""

from collections.abc import Iterator, Mapping

from hero.registry.beginning.own import Own
from hero.registry.beginning.policies import policies
from hero.registry.beginning.prose import own_owners, own_prose, readdressed
from hero.registry.policies import Network
from hero.registry.rewriting import Rewriting

CHALLENGES = "playbooks/culture/challenges/"
#: What people of one network answer and sign, and so is never another's: what the lists are called.
SAID = {
    "playbooks/culture/answers.yml": "answers",
    "playbooks/culture/signatures.yml": "signatures",
}
OWNERS = ".github/CODEOWNERS"
PUBLISH = ".github/workflows/publish.yml"
OWN_TESTS = ".github/workflows/test.yml"


def begin(files: Mapping[str, bytes], example: Network, own: Own) -> list[Rewriting]:
    """What is to be written, changed and removed, by path. Nothing that stays is named.

    `files` are those below `ideas`, `playbooks` and `.github`.
    """
    made = {each.path: each for each in _all(files, example, own)}
    return [made[path] for path in sorted(made) if made[path].before != made[path].after]


def _all(files: Mapping[str, bytes], example: Network, own: Own) -> Iterator[Rewriting]:
    gone = {path: about for path in files if (about := _leaves(path))}
    yield from (Rewriting(path, files[path], None, about) for path, about in gone.items())
    for path, text in policies(own).items():
        yield Rewriting(path, files.get(path), text.encode(), "your own facts")
    addresses = _addresses(example, own)
    themes = [each.id for each in own.themes]
    for path, raw in files.items():
        text = raw.decode(errors="surrogateescape")
        if path in gone:
            continue
        if path.endswith(".md") and path.startswith(("playbooks/", "ideas/")):
            text, about = own_prose(path, text, addresses, gone, themes), "without the example"
        elif path in SAID:
            text, about = _unsaid(text, SAID[path]), "nobody has answered or signed yet"
        elif path == OWNERS:
            owner = example.repository.partition("/")[0]
            text, about = own_owners(text, owner, own.owners), "your own people"
        elif path == PUBLISH and own.branch != example.branch:
            text, about = _rebranched(text, example.branch, own.branch), "your own branch"
        elif path.startswith(".github/ISSUE_TEMPLATE/"):
            text, about = readdressed(text, addresses), "your own address"
        else:
            continue
        yield Rewriting(path, raw, text.encode(errors="surrogateescape"), about)


def _leaves(path: str) -> str:
    """Why a file goes; empty for one that stays."""
    if path.startswith("ideas/") and path.endswith((".yml", ".yaml")):
        return "the ideas of the example"
    if path.startswith(CHALLENGES) and path.endswith(".yml"):
        return "the challenges of the example"
    if path == OWN_TESTS:
        return "it tests the tooling against the example"
    return ""


def _unsaid(text: str, name: str) -> str:
    """A list without its entries; what the file says of itself stays."""
    head = [line for line in text.splitlines() if line.startswith("#")]
    return "\n".join([*head, f"{name}: []", ""])


def _rebranched(text: str, old: str, new: str) -> str:
    """A workflow that starts on pushes to one branch, for another."""
    return text.replace(f"[{old}]", f"[{new}]").replace(f"refs/heads/{old}", f"refs/heads/{new}")


def _addresses(example: Network, own: Own) -> dict[str, str]:
    old = f"{example.forge}/{example.repository}"
    made = {old: f"{own.forge}/{own.repository}"}
    if example.site:
        made[example.site] = own.site
    return made
