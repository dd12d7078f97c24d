"""Each right of a job is needed, and they are enough: the stand-in refuses what none allows."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from hero.reconcile.forge import ForgeRefused
from hero.technology.github.connect import RIGHTS
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.reconcile.land import Land
from tests.reconcile.town import IDEA, NOW
from tests.workflows.shipped import jobs

ALL = {job.name: {k.replace("-", "_"): v for k, v in job.rights.items()} for job in jobs()}
RECONCILE = ALL["reconcile.yml/token"]


@contextmanager
def landed(folder: Path, job: Mapping[str, str]) -> Iterator[Land]:
    with Forge(folder / "forge", Clock(NOW)) as forge:
        land = Land(forge, folder, job)
        land.open(IDEA)
        yield land


def refused(land: Land) -> list[str]:
    """What was refused on the way from the first look to what follows the merge."""
    words = []
    for login in ("", "example-linus", ""):
        if login:
            land.review(login)
        try:
            words += [each.words for each in land.run() if each.fate == "refused"]
        except ForgeRefused as wrong:
            words.append(wrong.words)
    return words


def test_what_the_job_declares_is_enough(tmp_path: Path) -> None:
    with landed(tmp_path, RECONCILE) as land:
        assert refused(land) == []
        assert land.pull["merged"] is True


@pytest.mark.parametrize("right", RECONCILE)
def test_without_any_one_of_its_rights_something_is_refused(tmp_path: Path, right: str) -> None:
    with landed(tmp_path, {key: RECONCILE[key] for key in RECONCILE if key != right}) as land:
        assert any("may not do this" in each for each in refused(land))


def test_the_sweep_and_the_app_have_the_same_rights_but_to_start_a_workflow() -> None:
    assert ALL["schedule.yml/token"] == RECONCILE
    assert {**RIGHTS, "actions": "write"} == RECONCILE
