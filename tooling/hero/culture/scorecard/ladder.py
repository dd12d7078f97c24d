"""The ladder: what each letter of PACT has to show for each level, as checks.

Five levels a letter: 0 absent, 1 begun, 2 defined, 3 measured, 4 improving. The letters are
Forrester's (How to develop a social innovation network, 2010); levels and checks are our own,
after common maturity ladders. A letter stands on the highest level up to which everything holds.
"""

from collections.abc import Mapping

from hero.culture.scorecard.check import Check, parse
from hero.culture.scorecard.fact import Letter

#: Level to its name and what it means, in a few words.
LEVELS: tuple[tuple[str, str], ...] = (
    ("absent", "nothing to see yet"),
    ("begun", "it happens"),
    ("defined", "it is promised, and everybody can read how"),
    ("measured", "it is held against the promise"),
    ("improving", "it gets better, or says where it does not"),
)

_WRITTEN: Mapping[Letter, tuple[tuple[str, ...], ...]] = {
    "process": (
        ("process.decided >= 1",),
        ("process.reason_coverage >= 100%", "process.stages_with_deadline >= 100%"),
        ("process.promises_kept >= 80%", "process.in_use_measured >= 80%"),
        (
            "process.outcome_checked >= 80%",
            "process.over_limit <= 0",
            "process.promises_change >= 0%",
        ),
    ),
    "advocates": (
        ("advocates.serving >= 2",),
        ("advocates.every_theme_has >= 2", "advocates.every_unit_has >= 1"),
        (
            "advocates.accompanied >= 100%",
            "advocates.within_capacity >= 100%",
            "advocates.manager_agreements",
        ),
        ("advocates.across_units >= 80%", "advocates.learning >= 1"),
    ),
    "culture": (
        ("culture.units_proposing >= 50%",),
        ("culture.sides_signed >= 3", "culture.kinds_of_help >= 4"),
        (
            "culture.repeat_after_decline >= 20%",
            "culture.ended_with_learning >= 50%",
            "culture.time_for_ideas",
        ),
        (
            "culture.isolated_units <= 0",
            "culture.busiest_tenth <= 40%",
            "culture.safety_pulse",
            "culture.senior_declined",
        ),
    ),
    "technology": (
        ("technology.faulty_files <= 0",),
        ("technology.channels >= 2", "technology.audited"),
        ("technology.schedule_alive", "technology.rebuilt_from_clone"),
        ("technology.screen_reader_tried",),
    ),
}

#: Letter to the checks of its levels from 1 on.
LADDER: Mapping[Letter, tuple[tuple[Check, ...], ...]] = {
    letter: tuple(tuple(map(parse, rung)) for rung in rungs) for letter, rungs in _WRITTEN.items()
}
