"""The scorecard: facts of a registry, checks on them, and how mature the four letters are."""
