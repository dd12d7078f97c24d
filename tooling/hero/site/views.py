"""The ways to look at all ideas at once; each of these pages leads to the others."""

from hero.site import address

#: Section, name and address of each view.
VIEWS = (
    ("ideas", "Table", address.listing()),
    ("board", "Board", address.board()),
    ("moves", "What moved", address.moves()),
    ("decisions", "Decisions", address.decisions()),
    ("pulse", "Pulse", address.pulse()),
    ("follow", "Follow", address.follow()),
)
