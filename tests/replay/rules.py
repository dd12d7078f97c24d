"""Other rules to replay decisions under: the test pipeline, changed."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from hero.registry.pipeline import Pipeline
from tests.metrics.made import BASE, WAYS

#: Conditions that a gate can ask for.
ASKED: tuple[dict[str, Any], ...] = (
    {"needs": "approvals", "count": 1},
    {"needs": "approvals", "count": 2},
    {"needs": "people", "roles": ["builder"]},
    {"needs": "evidence", "fields": ["result"]},
    {"needs": "evaluations", "count": 1},
    {"needs": "time_in_stage", "days": 30},
    {"needs": "fields", "fields": ["revisit_on"]},
    {"needs": "links", "kinds": ["implementation"]},
    {"needs": "not_ahead"},
)


def pipeline(
    gates: dict[tuple[str, str], Sequence[dict[str, Any]]],
    limits: dict[str, int] | None = None,
    days: int = 10,
) -> Pipeline:
    """The stages of the test registry, with these ways and what they ask for."""
    plain = BASE.pipeline.model_dump(mode="json", by_alias=True, exclude_none=True)
    for stage in plain["stages"]:
        stage |= {"limit": limits[stage["id"]]} if limits and stage["id"] in limits else {}
        for deadline in stage.get("deadlines", []):
            if deadline["what"] == "first decision":
                deadline["working_days"] = days
    plain["moves"] = [
        {"from": [start], "to": end, "who": ["proposer", "advocate"], "gate": list(gate)}
        for (start, end), gate in gates.items()
    ]
    return Pipeline.model_validate_json(
        Pipeline.model_validate(plain).model_dump_json(by_alias=True)
    )


def every_way(*gate: dict[str, Any]) -> dict[tuple[str, str], Sequence[dict[str, Any]]]:
    """Every way that test histories take, with the same gate."""
    return {(start, end): gate for start, ends in WAYS.items() for end in ends}


def gates() -> st.SearchStrategy[dict[tuple[str, str], Sequence[dict[str, Any]]]]:
    """Some of the ways, each asking for something."""
    ways = list(every_way())
    return st.dictionaries(
        st.sampled_from(ways), st.lists(st.sampled_from(ASKED), max_size=2), min_size=1
    )


def pipelines() -> st.SearchStrategy[Pipeline]:
    """Any rules over the same stages."""
    limits = st.dictionaries(st.sampled_from(["trying", "used"]), st.integers(1, 3))
    return st.builds(pipeline, gates(), limits, st.integers(1, 40))
