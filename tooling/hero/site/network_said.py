"""What the network says, as plain values for sentences."""

from hero.culture.ties.brokers import Brokers
from hero.culture.ties.brokers import pieces as parts_of
from hero.culture.ties.concentration import concentration
from hero.culture.ties.net import Net
from hero.culture.ties.reach import UnitReach, reach
from hero.culture.ties.thin import ThinTheme, silent_units, themes
from hero.site.window import Window


def thin_of(window: Window) -> tuple[ThinTheme, ...]:
    """Every theme with who knows it."""
    return themes(window.registry, window.edition.as_of)


def said(
    window: Window, found: Net, chosen: Brokers, units: tuple[UnitReach, ...]
) -> dict[str, object]:
    """What the picture says; a share with what it rests on and what it leaves out."""
    far, spread = reach(found), concentration(found)
    sizes = parts_of(found)
    return {
        "share": None if far.share is None else round(100 * far.share),
        "ties": far.across + far.within,
        "left_out": far.unknown,
        "busiest": None if spread.busiest_tenth is None else round(100 * spread.busiest_tenth),
        "people": len(found.members),
        "largest": sizes[0] if sizes else 0,
        "apart": sizes[1:],
        "isolated": [each.unit for each in units if each.isolated and each.people],
        "silent": silent_units(found),
        "brokers": [found.members[key].login for key in chosen.keys],
        "only_way": [found.members[key].login for key in chosen.keys if key in chosen.only_way],
        "sampled": chosen.sampled,
        "thin": [each for each in window.derived(thin_of) if each.alone or not each.advocates],
        "crowds": found.crowds,
    }
