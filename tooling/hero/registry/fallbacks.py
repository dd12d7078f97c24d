"""Stand-ins for policies that are missing or broken, so that ideas can still be read and shown."""

from collections.abc import Mapping
from typing import Any

from hero.registry.lived import Answers, Recognition, Signatures
from hero.registry.pipeline import Move, Pipeline, Stage
from hero.registry.policies import Network, People, Roster, Themes

_PROPOSED = Stage(
    id="proposed",
    name="Proposed",
    kind="active",
    means="Recorded. This registry has no readable pipeline, so nothing more can be said.",
)
_DECLINED = Stage(
    id="declined", name="Declined", kind="final", outcome="ended", means="Ended, with a reason."
)

FALLBACKS: Mapping[str, Any] = {
    "pipeline": Pipeline(
        stages=(_PROPOSED, _DECLINED),
        moves=(Move(from_=("proposed",), to="declined", who=("advocate",)),),
    ),
    "themes": Themes.model_construct(themes=()),
    "roster": Roster(advocates=()),
    "people": People(people={}),
    "recognition": Recognition(kinds=()),
    "answers": Answers(answers=()),
    "signatures": Signatures(signatures=()),
    "network": Network(
        name="Unnamed network", organisation="Unnamed organisation", repository="owner/name"
    ),
}
