"""Work spread over all cores by fork, so that nothing but results is handed over."""

import gc
import math
import os
import pickle
import selectors
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from typing import Any, TypeVar

from hero.registry.source import serially

In = TypeVar("In")
Out = TypeVar("Out")

#: Below this many values a second process costs more than it brings (measured: 5 ms a fork).
WORTH_IT = 200
#: So many values' results are handed over at once.
BATCH = 50
#: So many tickets at most fit into the smallest pipe that Linux gives, 4096 bytes (pipe(7)).
TICKETS = 250
#: The most bytes that Linux gives a pipe of anybody's (pipe(7)).
ROOM = 1 << 20
_TICKET = struct.Struct("!QQ")
_LENGTH = struct.Struct("!Q")


def spread(function: Callable[[In], Out], values: Iterable[In]) -> list[Out]:
    """Apply the function to each value, in order, on all cores. An exception is raised here."""
    items = list(values)
    if len(items) < WORTH_IT:
        return serially(function, items)
    return by_batch(function, [items[at : at + BATCH] for at in range(0, len(items), BATCH)])


def by_batch(function: Callable[[In], Out], batches: Sequence[Sequence[In]]) -> list[Out]:
    """Apply the function to each value of each batch, in order, on all cores.

    Values of one batch are made in one process, one after another, and batches are begun in their
    order: the first in this process, which works like the others, so that it keeps what is worked
    out there. Where the machine cannot fork or has one core, it is all done here.
    """
    cores = min(available(), len(batches))
    if cores < 2 or not hasattr(os, "fork"):
        return serially(function, chain.from_iterable(batches))
    tickets = _tickets(len(batches))
    numbers = _taken(tickets)
    first = next(numbers)
    workers = [_fork(function, batches, tickets) for _ in range(cores - 1)]
    made: dict[int, list[Out]] = {}
    statuses: list[int] = []
    try:
        with selectors.DefaultSelector() as ready:
            for _, reader in workers:
                ready.register(reader, selectors.EVENT_READ)
            for number in chain([first], numbers):
                made[number] = serially(function, batches[number])
                made.update(_arrived(ready, 0))
            while ready.get_map():
                made.update(_arrived(ready, None))
    finally:
        # All pipes first: a worker that waits for room in one of them must see that it is closed,
        # and those forked after it hold it open as well.
        for opened in (tickets, *(reader for _, reader in workers)):
            os.close(opened)
        statuses.extend(os.waitpid(process, 0)[1] for process, _ in workers)
    if any(statuses):
        raise RuntimeError("a worker process ended before its work was done")
    return [each for number in range(len(batches)) for each in made[number]]


def _tickets(count: int) -> int:
    """A pipe with tickets for some batches in a row each: whichever worker is free takes the next.

    There is room for all of them, and nobody writes to it again: a worker that finds none is done.
    """
    step = math.ceil(count / TICKETS)
    starts = range(0, count, step)
    reader, writer = os.pipe()
    os.write(writer, b"".join(_TICKET.pack(start, min(start + step, count)) for start in starts))
    os.close(writer)
    return reader


def _taken(tickets: int) -> Iterator[int]:
    """The numbers of batches that nobody else has taken, each taken when it is asked for."""
    while ticket := os.read(tickets, _TICKET.size):
        yield from range(*_TICKET.unpack(ticket))


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


def _fork(
    function: Callable[[In], Out], batches: Sequence[Sequence[In]], tickets: int
) -> tuple[int, int]:
    """Start a worker; returns its process id and the pipe its results come by."""
    reader, writer = os.pipe()
    _widen(writer)
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
            for number in _taken(tickets):
                raw = pickle.dumps(_answer(function, number, batches[number]), protocol=5)
                pipe.write(_LENGTH.pack(len(raw)) + raw)
                pipe.flush()
            code = 0
    finally:
        os._exit(code)


def _widen(pipe: int) -> None:
    """Make room for what a worker makes while this process is busy. Less will do, but slower."""
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, ROOM)
    except (ImportError, AttributeError, OSError):
        return  # Not Linux, or there are too many pipes.


def _answer(function: Callable[[In], Out], number: int, batch: Sequence[In]) -> tuple[Any, Any]:
    """The batch's number and results, or nothing and what went wrong."""
    try:
        return number, serially(function, batch)
    except Exception as error:
        return None, error


def _arrived(
    ready: selectors.BaseSelector, seconds: float | None
) -> Iterator[tuple[int, list[Any]]]:
    """The answers that are there, waiting for one at most so long; an exception is raised.

    A worker that has no more is forgotten.
    """
    for key, _ in ready.select(seconds):
        head = _exactly(key.fd, _LENGTH.size)
        if not head:
            ready.unregister(key.fd)
            continue
        raw = _exactly(key.fd, _LENGTH.unpack(head)[0])
        # What is read here was written by our own child a moment ago.
        number, answer = pickle.loads(raw)  # noqa: S301 (because: our own child's bytes)
        if number is None:
            raise answer
        yield number, answer


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
