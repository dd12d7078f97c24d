"""The stand-in's world at a moment: kept, gone back to, and seen as reconcile answers for it."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.forge.forge import Forge
from tests.forge.issue import Issue, Pull
from tests.forge.world import World
from tests.reconcile.machine_world import Stage


@dataclass(frozen=True)
class Moment:
    """All that the stand-in holds at one time; git's objects never change, so refs are enough."""

    world: World
    refs: Mapping[int, Mapping[str, str]]


def keep(forge: Forge) -> Moment:
    """The world as it is now."""
    refs = {number: repo.store.refs() for number, repo in forge.world.repositories.items()}
    return Moment(copy.deepcopy(forge.world), refs)


def back(forge: Forge, moment: Moment) -> None:
    """Go back to what was kept; it can be gone back to again."""
    forge.world = forge.entry.world = copy.deepcopy(moment.world)
    forge.entry.past = None
    for number, refs in moment.refs.items():
        store = forge.world.repositories[number].store
        lines = [f"delete {name}" for name in store.refs() if name not in refs]
        lines += [f"update {name} {sha}" for name, sha in refs.items()]
        store.run("update-ref", "--stdin", data="".join(f"{n}\n" for n in lines).encode())


def seen(stage: Stage) -> dict[str, Any]:
    """All that reconcile is answerable for, without numbers and times that differ by chance."""
    repo = stage.repo
    found: dict[str, Any] = {
        "labels": sorted((each.name, each.color) for each in repo.labels),
        "started": sum(run.event == "workflow_dispatch" for run in repo.runs),
        "files": repo.store.text("ls-tree", "-r", "main"),
    }
    for one in repo.pulls():
        if one.pull is not None:
            found[f"#{one.number}"] = _of_pull(stage, one, one.pull)
    return found


def _of_pull(stage: Stage, one: Issue, pull: Pull) -> dict[str, Any]:
    ours = [each for each in stage.repo.checks if each.sha == pull.head]
    given = [each for each in stage.repo.statuses if each.sha == pull.head]
    return {
        "state": "merged" if pull.merged else one.state,
        "head": pull.head,
        "labels": sorted(one.labels),
        "asked": sorted(each.login for each in pull.requested),
        "assigned": sorted(each.login for each in one.assignees),
        "said": [each.body for each in stage.ours(one)],
        "check": [(each.conclusion, each.external_id) for each in ours][-1:],
        "status": [(each.state, each.description) for each in given][-1:],
    }
