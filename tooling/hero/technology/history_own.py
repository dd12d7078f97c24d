"""The part of a history that is the example's: all up to where a copy became somebody's own."""

from pathlib import Path

from hero.registry.format import NETWORK
from hero.technology.git import opened, run


def of_the_example(root: Path) -> frozenset[str]:
    """The commits up to the one in which network.yml ceased to say `example: true`.

    None where it never said so. Ideas that were taken out then were never this network's.
    """
    repository = opened(root)
    where = Path(root).resolve().relative_to(Path(repository.working_dir).resolve()) / NETWORK
    said = ("-G", "^example: *true")
    # The newest commit that added or removed that line: where it is gone now, it removed it.
    found = run(repository, "log", "-1", "--format=%H", *said, "--", f":/{where.as_posix()}")
    last = found.decode().strip()
    if not last:
        return frozenset()
    return frozenset(run(repository, "rev-list", last).decode().split())
