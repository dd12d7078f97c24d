"""The last line of a check: what to do now."""

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

from hero.registry.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Asked:
    """What the check was asked for: these files and folders (all if none), and to mend them."""

    paths: Sequence[str] = ()
    fixing: bool = False


ALL = Asked()


def next_step(diagnostics: Sequence[Diagnostic], asked: Asked) -> str:
    """What to do now, in one line; nothing where there is nothing to do."""
    names = " ".join(map(_typed, asked.paths))
    command = f"hero check {names}".strip()
    if not diagnostics:
        return f"Next: `git add {names}`, commit, and open a pull request." if names else ""
    mendable = sum(each.fix is not None and each.fix.safe for each in diagnostics)
    if mendable and not asked.fixing:
        every = len(diagnostics)
        many = f"{mendable:,} of {every:,}" if mendable < every else f"all {every:,}"
        many = "this" if every == 1 else many
        return f"Next: `{command.replace('check', 'check --fix', 1)}` mends {many} for you."
    if all(each.severity is not Severity.ERROR for each in diagnostics):
        return "Next: nothing has to change; see whether the advice above helps."
    return f"Next: change what the help lines say, then run `{command}` again."


def _typed(path: str) -> str:
    """A path as one types it in a shell; nothing in it may command the terminal."""
    return quote("".join(char if char.isprintable() else "?" for char in path))
