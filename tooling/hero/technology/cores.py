"""Work spread over all cores by fork, so that nothing but results is handed over."""

import gc
import os
import pickle
import selectors
import struct
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from hero.registry.source import serially

In = TypeVar("In")
Out = TypeVar("Out")

#: Below this many values a second process costs more than it brings (measured: 5 ms a fork).
WORTH_IT = 200
#: So many values' results are handed over at once.
BATCH = 50
_LENGTH = struct.Struct("!Q")


def spread(function: Callable[[In], Out], values: Iterable[In]) -> list[Out]:
    """Apply the function to each value, in order, on all cores. An exception is raised here."""
    items = list(values)
    results: list[Any] = [None] * len(items)
    for start, part in streamed(function, items):
        results[start : start + len(part)] = part
    return results


def streamed(
    function: Callable[[In], Out], items: list[In], least: int = WORTH_IT
) -> Generator[tuple[int, list[Out]], None, None]:
    """Apply the function to each item, and yield results while workers make more.

    Yields where in the list some results belong, and the results; in any order. Where the machine
    cannot fork or has one core, or for fewer than `least` items, it is all done here. A worker
    waits once it is a few batches ahead, so that results do not pile up.
    """
    cores = available()
    if cores < 2 or len(items) < least or not hasattr(os, "fork"):
        for start in range(0, len(items), BATCH):
            yield start, serially(function, items[start : start + BATCH])
        return
    starts = range(0, len(items), BATCH)
    workers = [_fork(function, items, starts[which::cores]) for which in range(cores)]
    statuses: list[int] = []
    try:
        yield from _gathered(workers)
    finally:
        # All pipes first: a worker that waits for room in one of them must see that it is closed,
        # and those forked after it hold it open as well.
        for _, reader in workers:
            os.close(reader)
        statuses.extend(os.waitpid(process, 0)[1] for process, _ in workers)
    if any(statuses):
        raise RuntimeError("a worker process ended before its work was done")


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


def _fork(function: Callable[[In], Out], items: list[In], starts: Iterable[int]) -> tuple[int, int]:
    """Start a worker; returns its process id and the pipe its results come by."""
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return process, reader
    # The worker never returns from here; whatever happens, nothing of the parent's runs again.
    code = 1
    try:
        os.close(reader)
        gc.disable()
        with suppress(BrokenPipeError), os.fdopen(writer, "wb") as pipe:
            for start in starts:
                try:
                    answer: tuple[Any, Any] = (
                        start,
                        serially(function, items[start : start + BATCH]),
                    )
                except Exception as error:
                    answer = None, error
                raw = pickle.dumps(answer, protocol=5)
                pipe.write(_LENGTH.pack(len(raw)) + raw)
                pipe.flush()
            code = 0
    finally:
        os._exit(code)


def _gathered(workers: list[tuple[int, int]]) -> Iterator[tuple[int, list[Any]]]:
    """The workers' answers as they come; the first exception among them is raised."""
    with selectors.DefaultSelector() as ready:
        for _, reader in workers:
            ready.register(reader, selectors.EVENT_READ)
        while ready.get_map():
            for key, _ in ready.select():
                head = _exactly(key.fd, _LENGTH.size)
                if not head:
                    ready.unregister(key.fd)
                    continue
                raw = _exactly(key.fd, _LENGTH.unpack(head)[0])
                # What is read here was written by our own child a moment ago.
                start, answer = pickle.loads(raw)  # noqa: S301 (because: our own child's bytes)
                if start is None:
                    raise answer
                yield start, answer


def _exactly(reader: int, count: int) -> bytes:
    """So many bytes, or none at the end of the stream. Raises where it ends in the middle."""
    parts = bytearray()
    while len(parts) < count:
        part = os.read(reader, count - len(parts))
        if not part:
            if parts:
                raise RuntimeError("a worker process ended in the middle of its work")
            return b""
        parts += part
    return bytes(parts)
