"""One commit of many files on a branch that is still where it was: compare and swap."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hero.reconcile.forge import ForgeRefused
from hero.technology.github import queries
from hero.technology.github.blobs import name_of
from hero.technology.github.calls import Calls, path
from hero.technology.github.once import write_once
from hero.technology.github.pulls import ENTRIES_AT_ONCE, batches
from hero.technology.github.shape import at, broken, many, word

Files = Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class Commits:
    """Committing to a repository (OWNER/NAME)."""

    calls: Calls
    repository: str

    def _names(self, **more: Any) -> dict[str, Any]:
        owner, name = self.repository.split("/")
        return {"owner": owner, "name": name, **more}

    def commit(self, branch: str, expected: str, files: Files, message: str) -> str:
        """The name of the commit. A branch that has moved is the refusal `conflict`.

        GraphQL makes and signs it in one call. A server that does not know that call, as older
        GitHub Enterprise Servers do not, is given blobs, a tree and a commit one after another.
        """
        try:
            return write_once(
                lambda: self._find(branch, expected, files, message),
                lambda: self._create(branch, expected, files, message),
                self.calls.budget,
                before=False,
            )
        except ForgeRefused as refused:
            if refused.kind != "invalid" or "createCommitOnBranch" not in refused.words:
                raise
        return self._by_parts(branch, expected, files, message)

    def put(self, branch: str, onto: str, files: Files, message: str) -> str:
        """Point a branch at one new commit that follows `onto`; its name.

        The commit is made first and the branch moved last, so nobody sees half of it.
        """
        body = {"message": message, "tree": self._tree(onto, files), "parents": [onto]}
        made = self._sha("commits", body)
        if not self._moved(branch, made):
            there = {"ref": f"refs/heads/{branch}", "sha": made}
            try:
                self.calls.change(f"making {branch}", "POST", self._at("refs"), there)
            except ForgeRefused as refused:
                # It is there by now: made by an answer that was lost, or by another run.
                if refused.kind != "invalid" or not self._moved(branch, made):
                    raise
        return made

    def _moved(self, branch: str, made: str) -> bool:
        """Move a branch to a commit; False where there is no such branch."""
        where = self._at("refs", "heads", *branch.split("/"))
        try:
            moved = {"sha": made, "force": True}
            self.calls.change(f"moving {branch}", "PATCH", where, moved)
        except ForgeRefused as refused:
            if not _is_missing(refused):
                raise
            return False
        return True

    def drop(self, branch: str) -> None:
        """Remove a branch."""
        where = self._at("refs", "heads", *branch.split("/"))
        try:
            self.calls.change(f"removing {branch}", "DELETE", where)
        except ForgeRefused as refused:
            if not _is_missing(refused):
                raise

    def _create(self, branch: str, expected: str, files: Files, message: str) -> str:
        headline, _, body = message.partition("\n")
        changes = {
            "additions": [
                {"path": name, "contents": base64.b64encode(data).decode()}
                for name, data in sorted(files.items())
                if data is not None
            ],
            "deletions": [{"path": name} for name in sorted(files) if files[name] is None],
        }
        asked = {
            "branch": {"repositoryNameWithOwner": self.repository, "branchName": branch},
            "expectedHeadOid": expected,
            "message": {"headline": headline, "body": body.strip("\n")},
            "fileChanges": changes,
        }
        found = self.calls.mutate(f"committing to {branch}", queries.COMMIT, {"input": asked})
        return word(found, "createCommitOnBranch", "commit", "oid")

    def _find(self, branch: str, expected: str, files: Files, message: str) -> str | None:
        """Our commit: it follows `expected`, holds our files and is the tip of the branch."""
        found = self.calls.query(
            f"reading {branch}",
            queries.TIP,
            self._names(branch=f"refs/heads/{branch}"),
        )
        ref = at(found, "repository", "ref")
        if ref is None:
            raise ForgeRefused("gone", f"There is no branch {branch}.")
        tip = at(ref, "target")
        if word(tip, "oid") == expected:
            return None
        parents = [word(each, "oid") for each in many(tip, "parents", "nodes")]
        ours = parents == [expected] and word(tip, "message").split() == message.split()
        if ours and self._holds(word(tip, "oid"), files):
            return word(tip, "oid")
        raise ForgeRefused("conflict", f"{branch} has moved since it was read.")

    def _holds(self, commit: str, files: Files) -> bool:
        for batch in batches(sorted(files), ENTRIES_AT_ONCE):
            asked = {f"c{n}": commit for n in range(len(batch))}
            asked |= {f"p{n}": name for n, name in enumerate(batch)}
            document = queries.entries(range(len(batch)))
            found = self.calls.query("reading files", document, self._names(**asked))
            for n, name in enumerate(batch):
                data, entry = files[name], at(found, "repository", f"e{n}", "file")
                there = word(entry, "oid") if entry is not None else None
                if there != (name_of(data, len(commit)) if data is not None else None):
                    return False
        return True

    def _at(self, *parts: str | int) -> str:
        return path("repos", *self.repository.split("/"), "git", *parts)

    def _by_parts(self, branch: str, expected: str, files: Files, message: str) -> str:
        """The same in parts. Only moving the branch shows: what is not on it is as if not made."""
        ref = self._at("ref", *f"heads/{branch}".split("/"))
        if self._tip(branch, ref) != expected:
            raise ForgeRefused("conflict", f"{branch} has moved since it was read.")
        tree = self._tree(expected, files)
        body = {"message": message, "tree": tree, "parents": [expected]}
        made = self._sha("commits", body)
        there = self._at("refs", *f"heads/{branch}".split("/"))
        moved = {"sha": made, "force": False}
        try:
            self.calls.change(f"committing to {branch}", "PATCH", there, moved)
        except ForgeRefused as refused:
            if refused.kind not in ("invalid", "conflict") or self._tip(branch, ref) == expected:
                raise
            if self._tip(branch, ref) != made:
                words = f"{branch} has moved since it was read."
                raise ForgeRefused("conflict", words) from refused
        return made

    def _tip(self, branch: str, ref: str) -> str:
        return word(self.calls.read(f"reading {branch}", ref), "object", "sha")

    def _tree(self, expected: str, files: Files) -> str:
        base = word(
            self.calls.read("reading a commit", self._at("commits", expected)), "tree", "sha"
        )
        rows = [self._row(name, data) for name, data in sorted(files.items())]
        return self._sha("trees", {"base_tree": base, "tree": rows})

    def _row(self, name: str, data: bytes | None) -> dict[str, Any]:
        row = {"path": name, "mode": "100644", "type": "blob"}
        if data is None:
            return {**row, "sha": None}
        text = _text(data)
        if text is not None:
            # Texts go along with the tree: a request for each would use up what a run may write.
            return {**row, "content": text}
        held = {"content": base64.b64encode(data).decode(), "encoding": "base64"}
        sha = self._sha("blobs", held)
        if sha != name_of(data, len(sha)):
            raise broken("sha")
        return {**row, "sha": sha}

    def _sha(self, kind: str, body: dict[str, Any]) -> str:
        found = self.calls.change("making a commit", "POST", self._at(kind), body)
        return word(found, "sha")


def _text(data: bytes) -> str | None:
    """The bytes as a text that comes to the same bytes again; None where they are none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_missing(refused: ForgeRefused) -> bool:
    """Is there no such branch? GitHub calls that a body which it cannot use."""
    unusable = refused.kind == "invalid" and "does not exist" in refused.words
    return refused.kind == "gone" or unusable
