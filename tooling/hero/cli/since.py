"""`--since DATE` and `--date DATE`, for the verbs that look back or stand at another day."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


def since_option(function: Function) -> Function:
    """Add `--since DATE`; the verb is given a date, or None."""
    return click.option(
        "--since",
        metavar="DATE",
        callback=lambda _ctx, _param, value: None if value is None else day(value),
        help="Only what happened on this day or later.",
    )(function)


def date_option(function: Function) -> Function:
    """Add `--date DATE`: the day at which a verb stands; the verb is given a date, or None."""
    return click.option(
        "--date",
        metavar="DATE",
        callback=lambda _ctx, _param, value: None if value is None else day(value),
        help="As if it were this day; else today, or the day at which an example stands.",
    )(function)


def day(word: str) -> dt.date:
    """The day that somebody typed, as the files write days. Raises a usage error for none."""
    try:
        return dt.datetime.strptime(word, "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(f"{word!r} is no date; write one like 2026-11-20.") from error
