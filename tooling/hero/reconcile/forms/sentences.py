"""What is said to somebody who came by the form; the words of others are made inert."""

from collections.abc import Iterable, Iterator

from hero.reconcile.inert import said
from hero.registry.phrases import counted


def thanks(login: str, title: str) -> str:
    """The first line, to whoever filled the form in."""
    return (
        f"Thank you, {said(login)}, for “{said(title)}”." if title else f"Thank you, {said(login)}."
    )


def to_mend(count: int, pull: int | None) -> str:
    """How much is to be changed first."""
    few = counted(count, "thing")
    if pull is not None:
        return f"Your last change is in #{pull}, and {few} there {_has(count)} to be mended first:"
    return f"{few.capitalize()} {_has(count)} to be mended before it can be recorded:"


def how_to_mend() -> str:
    """What to do, without a file."""
    return (
        "Choose <b>Edit</b> in the menu at the top of this issue and change it there. Every change "
        "is read again, and this comment follows. If you get stuck, say so below: somebody helps."
    )


def in_pull(pull: str) -> str:
    """Where the idea is now. `pull` is a reference."""
    return (
        f"Your idea is in {pull}, which names you as its author. An advocate reads it there, and "
        "every answer comes with its reason."
    )


def then(days: int) -> str:
    """What happens next."""
    return (
        f"Once an advocate finds it clear, or after {days} working days if nobody objects, it is "
        "recorded: everyone can find it, vote for it and talk about it, here in this issue. "
        "Recorded is not approved; what is decided about it is told here as well."
    )


def to_change() -> str:
    """How to change it until then."""
    return (
        "Until then you can change your words at any time: choose <b>Edit</b> in the menu at the "
        "top of this issue. To take the idea back, close the issue."
    )


def by_hand(address: str) -> str:
    """Where we may not open pulls: a person does it with one click."""
    return (
        "Your idea is written down, and the last step takes a person who may write here: this "
        "repository does not let its bot open pull requests. "
        f'<a href="{said(address)}">Open it with one click</a>.'
    )


def others() -> str:
    """Somebody has changed the file of the pull itself."""
    return (
        "Somebody has changed the idea in the pull request itself, so changes of this issue are no "
        "longer taken over. What you would change, say it there."
    )


def closed(pull: int) -> str:
    """The pull was closed by a person, and nothing was recorded."""
    return (
        f"#{pull} was closed, and the idea was not recorded. What was said there should tell why. "
        "If it does not, or if it was a mistake, say so below."
    )


def about_pull(issue: int, login: str) -> Iterator[str]:
    """What the pull says of itself."""
    yield f"{said(login)} proposes this in #{issue}, by the form."
    yield f"To change the words, edit #{issue}: this pull request follows. Talk is welcome in both."


def withdrawn(issue: int) -> str:
    """Why a pull of ours is closed."""
    return (
        f"#{issue} was closed, so this is closed too. Nothing is lost: whoever opens that issue "
        "again gets a new pull request from it."
    )


def items(lines: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Faults with their help, as a list in HTML."""
    return "".join(f"<li>{said(words)}{_more(helps)}</li>" for words, helps in lines)


def _more(helps: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{said(line)}</li>' for line in helps)}</ul>" if helps else ""


def _has(count: int) -> str:
    return "has" if count == 1 else "have"
