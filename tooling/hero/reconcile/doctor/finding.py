"""What a check says of a registry's health, and what would mend it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from hero.reconcile.doctor.health import Health, Unseen
from hero.reconcile.labels import Label
from hero.registry.rewriting import Rewriting


@dataclass(frozen=True, slots=True)
class Enable:
    """Switch a workflow on again, by its file's name."""

    workflow: str


#: What doctor does itself when told to: on the forge, or to a file here.
Deed = Label | Enable | Rewriting
State = Literal["fine", "mend", "unseen"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Fine, or not: what is so, what to do about it, at which settings page, and what we can do.

    `mend` is a whole sentence or a command; `page` is below the repository's address.
    """

    fine: bool
    says: str
    mend: str = ""
    page: str = ""
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at. `local` needs no forge; `why` says what hangs on it."""

    id: str
    title: str
    why: str
    look: Callable[[Health], Verdict | Unseen | None]
    local: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    title: str
    state: State
    says: str
    why: str
    mend: str = ""
    page: str = ""
    deeds: tuple[Deed, ...] = ()


def fine(says: str) -> Verdict:
    """All is well."""
    return Verdict(True, says)


def amiss(says: str, mend: str, page: str = "", *deeds: Deed) -> Verdict:
    """Something is to mend."""
    return Verdict(False, says, mend, page, deeds)


def found(check: Check, health: Health) -> Finding | None:
    """What a check finds; None where it does not apply here."""
    verdict = check.look(health)
    if verdict is None:
        return None
    if isinstance(verdict, Unseen):
        return Finding(check.id, check.title, "unseen", verdict.why, check.why)
    state: State = "fine" if verdict.fine else "mend"
    told = (verdict.says, check.why, verdict.mend, verdict.page, verdict.deeds)
    return Finding(check.id, check.title, state, *told)
