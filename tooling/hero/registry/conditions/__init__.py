"""What a move may ask for: one small class for each condition.

A class says which fields the pipeline's file gives it, what it asks in words (for the playbook,
the site and the command line), and how a case is judged. A new one joins the union below, and
nothing else needs to change.
"""

from typing import Annotated

from hero.registry.conditions.approvals import Approvals
from hero.registry.conditions.challenge_open import ChallengeOpen
from hero.registry.conditions.evaluations import Evaluations
from hero.registry.conditions.evidence import EvidenceFields
from hero.registry.conditions.fields import IdeaFields
from hero.registry.conditions.links import LinkKinds
from hero.registry.conditions.not_ahead import NotAhead
from hero.registry.conditions.people import People
from hero.registry.conditions.time_in_stage import TimeInStage
from hero.registry.words import Field

Condition = Annotated[
    Approvals
    | ChallengeOpen
    | Evaluations
    | EvidenceFields
    | IdeaFields
    | LinkKinds
    | NotAhead
    | People
    | TimeInStage,
    Field(discriminator="needs"),
]

__all__ = ["Condition", "People"]
