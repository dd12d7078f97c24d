"""The two processes of a pass, read side by side: neither waits for the other to end."""

import os
import selectors
from contextlib import suppress

from hero.process.audit.ledger import Standing
from hero.process.witness import Step
from hero.registry.failure import Failed
from hero.technology.history_blobs import Blobs
from hero.technology.history_git import Repository, Running
from hero.technology.history_line import steps
from hero.technology.history_log import WORDS, Log

#: So many bytes are taken at once, where the system lets a pipe hold as many.
BLOCK = 1 << 20


def read_steps(found: Repository, after: str | None, begin: Standing) -> tuple[list[Step], Blobs]:
    """The steps of the line, oldest first, and the versions that they speak of.

    Raises OffTheLine where the line does not come by `after`, Failed where git fails.
    """
    blobs = Blobs(begin.policies.values(), begin.left.get)
    bounds = (found.head, "--not", after) if after else (found.head,)
    log = found.start(*WORDS, *bounds, "--")
    try:
        contents = found.start("cat-file", "--batch", "--buffer")
    except BaseException:
        log.kill()
        raise
    try:
        _side_by_side(log, contents, Log(found.prefix), blobs)
    except BrokenPipeError as error:
        log.kill()
        contents.close()
        raise Failed("git cat-file ended before its work was done") from error
    except BaseException:
        log.kill()
        contents.kill()
        raise
    log.close()
    contents.close()
    return steps(blobs.commits, found.head, after), blobs


def _side_by_side(log: Running, contents: Running, names: Log, blobs: Blobs) -> None:
    """Read both to their end, and ask the second for what the first one names."""
    log.input.close()
    asking, pending = contents.input.fileno(), bytearray()
    named = False
    os.set_blocking(asking, False)
    with selectors.DefaultSelector() as ready:
        for running in (log, contents):
            running.widen(BLOCK)
            ready.register(running.output, selectors.EVENT_READ)
        while ready.get_map():
            for key, _ in ready.select():
                if key.fd == asking:
                    with suppress(BlockingIOError):
                        del pending[: os.write(asking, pending)]
                    if not pending:
                        ready.unregister(contents.input)
                        if named:
                            contents.input.close()
                    continue
                block = os.read(key.fd, BLOCK)
                if not block:
                    ready.unregister(key.fileobj)
                if key.fileobj is contents.output:
                    blobs.take(block)
                    continue
                waiting = bool(pending)
                pending += blobs.wanted(names.take(block))
                named = not block
                if pending and not waiting:
                    ready.register(contents.input, selectors.EVENT_WRITE)
                elif named and not pending:
                    contents.input.close()
