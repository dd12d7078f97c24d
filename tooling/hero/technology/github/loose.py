"""Reading JSON in which things may be missing: missing is nothing, odd is still refused."""

from typing import Any

from hero.technology.github.calls import Calls
from hero.technology.github.shape import broken


def facts(calls: Calls, asks: str, where: str, **query: str | int) -> dict[str, Any]:
    """What stands at a path, which has to be an object. Raises ForgeRefused."""
    found = calls.read(asks, where, **query)
    if not isinstance(found, dict):
        raise broken(where)
    return found


def part(value: Any, key: str) -> dict[str, Any]:
    """The object under a key; empty where there is none. Raises ForgeRefused for anything else."""
    found = value.get(key) if isinstance(value, dict) else value
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise broken(key)
    return found


def rows(value: Any, key: str) -> list[dict[str, Any]]:
    """The list of objects under a key; empty where there is none. Raises ForgeRefused."""
    found = value.get(key) if isinstance(value, dict) else value
    if found is None:
        return []
    if not isinstance(found, list) or any(not isinstance(each, dict) for each in found):
        raise broken(key)
    return found


def maybe(value: Any, key: str) -> str | None:
    """The words under a key, if there are any. Raises ForgeRefused for anything else."""
    found = value.get(key) if isinstance(value, dict) else value
    if found is not None and not isinstance(found, str):
        raise broken(key)
    return found
