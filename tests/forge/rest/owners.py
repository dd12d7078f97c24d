"""What is wrong with a repository's CODEOWNERS."""

import re
from collections.abc import Iterator
from typing import Any

from tests.forge import objects
from tests.forge.call import Call
from tests.forge.people import User, at_least
from tests.forge.router import route
from tests.forge.wrongs import gone

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


@route("GET", "/repos/{owner}/{repo}/codeowners/errors", scope="contents")
def errors(call: Call) -> Any:
    """List the lines that name somebody who does not exist or may not write."""
    repo = call.repo
    sha = repo.store.resolve(call.query.get("ref") or repo.branch)
    for path in PLACES:
        entry = objects.at(repo.store, sha, path) if sha else None
        if entry is not None:
            text = objects.blob(repo.store, entry.sha).decode()
            return {"errors": list(_wrong(call, path, text))}
    raise gone()


def _wrong(call: Call, path: str, text: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        for found in re.finditer(r"(?<=\s)@(\S+)", line.split("#")[0]):
            who = call.world.find(found[1])
            if who is None or not _may_write(call, who):
                yield {
                    "line": number,
                    "column": found.start() + 1,
                    "source": line,
                    "kind": "Unknown owner",
                    "suggestion": f"make sure @{found[1]} exists and has write access",
                    "message": f"Unknown owner on line {number}",
                    "path": path,
                }


def _may_write(call: Call, who: User) -> bool:
    return at_least(call.repo.role(who), "write")
