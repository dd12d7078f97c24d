"""What ideas can be sifted by: the facets, and their values, each written once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hero.site.window import Window

#: The facets in the order in which readers see them: their name, and what none of them is called.
FACETS: Mapping[str, tuple[str, str]] = {
    "stage": ("Stage", "Any stage"),
    "theme": ("Theme", "Any theme"),
    "unit": ("Unit of a proposer", "Any unit"),
    "challenge": ("Challenge", "Any challenge"),
    "advocate": ("Advocate", "Any advocate"),
    "turn": ("Waits on", "Anybody"),
    "seeks": ("Looks for", "Anything"),
    "age": ("In its stage for", "Any time"),
}

#: How long an idea has been where it is: id, name, and up to how many days; None: any more.
AGES: tuple[tuple[str, str, int | None], ...] = (
    ("week", "Up to 7 days", 7),
    ("month", "8 to 30 days", 30),
    ("quarter", "31 to 90 days", 90),
    ("year", "91 days to a year", 365),
    ("longer", "More than a year", None),
)

ROLES: Mapping[str, str] = {
    "proposer": "Its proposer",
    "advocate": "An advocate",
    "builder": "A builder",
    "sponsor": "A sponsor",
    "registry": "The registry",
}


@dataclass
class Values:
    """The values of one column: each once, by the order in which it was first needed."""

    names: dict[str, str]
    places: dict[str, int]

    @classmethod
    def of(cls, names: Mapping[str, str]) -> "Values":
        """Values that are known before, in their own order."""
        return cls(dict(names), {each: place for place, each in enumerate(names)})

    def place(self, value: str) -> int:
        """The number of a value; one that nobody knew is added."""
        if value not in self.places:
            self.places[value] = len(self.places)
            self.names[value] = value
        return self.places[value]

    def name(self, naming: Callable[[str], str]) -> None:
        """Give every value the name that readers know."""
        self.names = {each: naming(each) for each in self.names}


def values_of(window: Window) -> dict[str, Values]:
    """The values that a registry has before its ideas are looked at."""
    themes = {each.id: each.name for each in window.themes.values()}
    return {
        "stage": Values.of({each.id: each.name for each in window.stages.values()}),
        "theme": Values.of(themes | ({} if "unsure" in themes else {"unsure": "Theme not set"})),
        "unit": Values.of({}),
        "challenge": Values.of({s: each.title for s, each in window.registry.challenges.items()}),
        "advocate": Values.of({}),
        "turn": Values.of({}),
        "seeks": Values.of({}),
        "age": Values.of({each: name for each, name, _ in AGES}),
        "people": Values.of({}),
        "tag": Values.of({}),
    }


def name_all(window: Window, values: Mapping[str, Values]) -> None:
    """Give people, roles and units the names that the site uses."""
    for column in ("advocate", "people"):
        values[column].name(lambda login: window.names.get(login, login))
    for column in ("turn", "seeks"):
        values[column].name(lambda role: ROLES.get(role, role))
    values["unit"].name(lambda unit: unit.replace("-", " ").capitalize())
