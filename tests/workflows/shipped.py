"""The shipped workflows and actions, read as GitHub reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTIONS = sorted((ROOT / ".github/actions").glob("*/action.yml"))
NAMES = [path.name for path in WORKFLOWS]


@dataclass(frozen=True)
class Job:
    """A job in a workflow, and the steps that it takes, those of our own actions among them."""

    workflow: str
    id: str
    says: dict[str, Any]

    @property
    def name(self) -> str:
        """The workflow and the job."""
        return f"{self.workflow}/{self.id}"

    @property
    def rights(self) -> dict[str, str]:
        """What its token may do."""
        found: dict[str, str] = self.says["permissions"]
        return found

    @property
    def writes(self) -> bool:
        """Whether it holds anything worth stealing: a right to write, or the App's key."""
        return "write" in self.rights.values() or "environment" in self.says

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Its steps; a step that is an action of ours is followed by that action's."""
        return list(_steps(self.says.get("steps", [])))


def _steps(steps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for step in steps:
        yield step
        if step.get("uses", "").startswith("./"):
            inner = yaml.safe_load((ROOT / step["uses"] / "action.yml").read_text())
            yield from _steps(inner["runs"]["steps"])


def workflow(name: str) -> dict[str, Any]:
    """A workflow by its file's name. YAML 1.1 reads the key `on` as true; it is put right."""
    held: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows" / name).read_text())
    held["on"] = held.pop(True)
    return held


def jobs() -> list[Job]:
    """Every job of every workflow."""
    return [Job(name, id, says) for name in NAMES for id, says in workflow(name)["jobs"].items()]
