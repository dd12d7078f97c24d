"""How much each reason counts, and where the numbers come from."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights in milli-units of score, shares in milli-units, times in days.

    The first group is what a term can cost or bring; multiplying all of it by one number changes
    no choice. The second says how expertise adds up, the third how fast things are forgotten.

    They are round numbers from the middle of a plateau, found with `hero assign --backtest` on
    381 Kubernetes enhancement proposals until 2021, whole and in shorter stretches, slowed down and
    thinned out: there, moving any one by a quarter changes little, and ten people hold no more of
    the seats than they do by people's own choice. What cannot be tried there is set by hand:
    `declared` (two helped ideas) and `bridge` (above all else, so that it decides wherever the
    roster allows).
    """

    expertise: int = 10_000
    bridge: int = 100_000
    continuity: int = 2_000
    load: int = 8_000
    fairness: int = 1_000
    repetition: int = 100

    declared: int = 2_000
    history: int = 1_000
    authored: int = 500
    text: int = 1_000
    enough: int = 2_000

    expertise_fades: int = 365
    fairness_fades: int = 365
    repetition_for: int = 180

    def times(self, factor: int) -> "Weights":
        """The same with every term's weight multiplied."""
        terms = {name: getattr(self, name) * factor for name in TERMS}
        rest = {each.name: getattr(self, each.name) for each in fields(self)}
        return Weights(**(rest | terms))


#: The terms of a score, in the order in which they are told.
TERMS = ("expertise", "bridge", "continuity", "load", "fairness", "repetition")

#: The weights Hero is shipped with.
SHIPPED = Weights()
