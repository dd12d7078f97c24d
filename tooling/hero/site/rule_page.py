"""What the site has to know of a rule to show it."""

from typing import Protocol


class RuleExample(Protocol):
    """What a rule says of a bad file, and a file that is right; either may be empty."""

    @property
    def bad(self) -> str:
        """What `hero check` prints."""

    @property
    def good(self) -> str:
        """The file."""


class RulePage(Protocol):
    """What the site shows of a rule. `page` is Markdown whose first line is the title."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def group(self) -> str:
        """What it belongs to."""

    @property
    def page(self) -> str:
        """What holds, why, and how to mend it."""

    @property
    def example(self) -> RuleExample | None:
        """A bad and a good case."""
