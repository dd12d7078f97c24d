"""What upkeep does in one run. Only a run with a whole clone does any of it: the schedule's."""

from collections.abc import Iterator

from hero.reconcile.actions import Action
from hero.reconcile.scene import Scene
from hero.reconcile.upkeep.facts import kept
from hero.reconcile.upkeep.on_facts import on_facts
from hero.reconcile.upkeep.seated import seated


def on_upkeep(scene: Scene) -> Iterator[Action]:
    """The facts that the files lack; nothing where git was not asked."""
    base, observed, today = scene.base, scene.observed, scene.today
    if observed.witness is None:
        return
    facts = kept(base, observed, today, seated(base, observed, today))
    yield from on_facts(facts, observed, base.network)
