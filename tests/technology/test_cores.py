"""Work on all cores gives what one core would give, and no worker is left behind."""

import os
import signal
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.technology import cores


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "available", lambda: 2)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The workers that the test starts; other tests may have children of their own, a browser."""
    started: list[int] = []
    fork = os.fork

    def noted() -> int:
        process = fork()
        started.append(process)
        return process

    monkeypatch.setattr(os, "fork", noted)
    return started


def none_is_left(started: list[int]) -> bool:
    for process in started:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
    return bool(started)


@given(st.integers(0, 2000))
def test_results_come_in_order(count: int) -> None:
    assert cores.spread(str, range(count)) == [str(number) for number in range(count)]


def test_large_results_come_whole() -> None:
    sizes = [100_000] * 400
    assert [len(each) for each in cores.spread(bytes, sizes)] == sizes


def test_an_exception_is_raised_here(started: list[int]) -> None:
    def refuses(number: int) -> int:
        if number == 777:
            raise ValueError("no sevens")
        return number

    with pytest.raises(ValueError, match="no sevens"):
        cores.spread(refuses, range(1000))
    assert none_is_left(started)


def test_a_worker_that_dies_is_told(started: list[int]) -> None:
    here = os.getpid()

    def dies(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.001)
        return number

    with pytest.raises(RuntimeError, match="worker process ended"):
        cores.spread(dies, range(1000))
    assert none_is_left(started)


def test_the_values_of_a_batch_are_made_by_one_worker() -> None:
    batches = [range(1 + number % 7) for number in range(1000)]

    def told(number: int) -> tuple[int, int]:
        time.sleep(0.0001)
        return number, os.getpid()

    made = cores.by_batch(told, batches)
    begin, by = 0, set()
    for batch in batches:
        some = made[begin : begin + len(batch)]
        assert [number for number, _ in some] == list(batch)
        assert len({process for _, process in some}) <= 1
        by |= {process for _, process in some}
        begin += len(batch)
    assert begin == len(made)
    assert made[0][1] == os.getpid()
    assert len(by) == 2


def test_one_core_does_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "available", lambda: 1)
    monkeypatch.setattr(os, "fork", None)
    assert cores.spread(str, range(1000))[-1] == "999"
