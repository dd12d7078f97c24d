"""Work spread over all cores by fork, so that nothing but results is handed over."""

import gc
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from hero.registry.source import serially

In = TypeVar("In")
Out = TypeVar("Out")

#: Below this many values a second process costs more than it brings (measured: 5 ms a fork).
WORTH_IT = 200


def spread(function: Callable[[In], Out], values: Iterable[In]) -> list[Out]:
    """Apply the function to each value, in order, each core taking a part.

    Where the machine cannot fork, or there is little to do, one core does it all. A worker's
    exception is raised here.
    """
    items = list(values)
    cores = min(available(), len(items) // (WORTH_IT // 2))
    if cores < 2 or not hasattr(os, "fork"):
        return serially(function, items)
    size = -(-len(items) // cores)
    parts = [items[start : start + size] for start in range(0, len(items), size)]
    readers = [_fork(function, part) for part in parts[1:]]
    with uncollected():
        results = serially(function, parts[0])
        for reader in readers:
            results.extend(_collect(reader))
    return results


def available() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector: it would walk all ideas again and again to free nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _fork(function: Callable[[In], Out], part: list[In]) -> tuple[int, int]:
    """Start a worker for one part; returns its process id and the pipe its results come by."""
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return process, reader
    code = 1
    try:
        os.close(reader)
        gc.disable()
        answer: tuple[bool, Any]
        try:
            answer = (True, serially(function, part))
        except Exception as error:
            answer = (False, error)
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(answer, pipe, protocol=5)
        code = 0
    finally:
        os._exit(code)


def _collect(worker: tuple[int, int]) -> list[Any]:
    process, reader = worker
    with os.fdopen(reader, "rb") as pipe:
        raw = pipe.read()
    _, status = os.waitpid(process, 0)
    if status or not raw:
        raise RuntimeError(f"a worker process ended with status {status}")
    # What is read here was written by our own child a moment ago.
    well, answer = pickle.loads(raw)  # noqa: S301 (because: our own child's bytes)
    if not well:
        raise answer
    return list(answer)
