"""How remarks name what they are about: in few words, on one line, without secrets."""

from typing import Any

from hero.registry.secrets import masked

#: So many characters of a value are told.
LONGEST = 60


def named(decision: Any) -> str:
    """A decision in a few words."""
    if not isinstance(decision, dict):
        return f"the decision {short(decision)}"
    start, end, day = (decision.get(name) for name in ("from", "to", "date"))
    return f"the decision of {short(day)} ({short(start)} to {short(end)})"


def was(before: Any, after: Any) -> str:
    """What a value was and became; of long ones, where they begin to differ."""
    old, new = _line(before), _line(after)
    same = next((n for n, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), 0)
    if max(len(old), len(new)) <= LONGEST:
        same = 0
    return f"was {_excerpt(old, same)} and became {_excerpt(new, same)}"


def _excerpt(line: str, same: int) -> str:
    """A stretch of a long line, from shortly before a place on."""
    start = max(0, line.rfind(" ", 0, max(0, same - 15)) + 1) if same > 15 else 0
    end = start + LONGEST
    return f"“{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}”"


def _line(value: Any) -> str:
    """A value on one line, without secrets."""
    return masked(" ".join(str(value).split())) if value is not None else "nothing"


def short(value: Any) -> str:
    """A value in few words."""
    line = _line(value)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
