"""What the check beside a pull says, sentence by sentence."""


def at_its_line() -> str:
    """Where each fault is shown."""
    return "Each stands at its line, below and under **Files changed**."


def mended_by() -> str:
    """Where it says how to mend them."""
    return "The comment on the pull says how to mend it."


def merged_next() -> str:
    """Nothing is left for people to do."""
    return "The bot merges the pull."


def first_of(shown: int, every: int) -> str:
    """More was found than fits."""
    return f"The first {shown} of {every} remarks are shown here."
