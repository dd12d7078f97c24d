"""The workflows with a schedule: which there are in a checkout, and when GitHub last ran them."""

from pathlib import Path
from typing import Any

from hero.reconcile.watch import Scheduled
from hero.technology.github.calls import Calls, path
from hero.technology.github.shape import broken, many, when, word

FOLDER = ".github/workflows"


def with_schedule(root: Path) -> list[str]:
    """The names of the workflow files in a checkout that have a schedule, sorted."""
    found = sorted(Path(root, FOLDER).glob("*.y*ml"))
    return [file.name for file in found if "schedule" in _events(file)]


def _events(file: Path) -> Any:
    """What starts a workflow. YAML 1.1 reads its key `on` as true."""
    import yaml

    try:
        held = yaml.safe_load(file.read_bytes())
    except (yaml.YAMLError, ValueError):
        return ()
    events = held.get("on", held.get(True)) if isinstance(held, dict) else ()
    return events if isinstance(events, (dict, list, str)) else ()


def scheduled(calls: Calls, repository: str, name: str) -> Scheduled:
    """When GitHub last started a workflow by its schedule. Raises ForgeRefused."""
    where = path("repos", *repository.split("/"), "actions", "workflows", name)
    about = calls.read(f"looking at the workflow {name}", where)
    asked = f"looking at the runs of {name}"
    runs = many(calls.read(asked, f"{where}/runs", event="schedule", per_page=1), "workflow_runs")
    if not all(isinstance(each, dict) for each in runs):
        raise broken("workflow_runs")
    last = when(runs[0], "created_at") if runs else None
    return Scheduled(name, word(about, "state"), when(about, "created_at"), last)


def enable(calls: Calls, repository: str, name: str) -> None:
    """Switch a workflow on again. Raises ForgeRefused."""
    where = path("repos", *repository.split("/"), "actions", "workflows", name, "enable")
    calls.change(f"switching {name} on", "PUT", where)
