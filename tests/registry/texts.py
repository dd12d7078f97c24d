"""YAML as it comes: texts that a program wrote in any style, and texts that went wrong."""

import datetime as dt
from typing import Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st

#: The same examples each time, so that a run says the same twice.
CALM = settings(derandomize=True, max_examples=150, deadline=None)

IDEA = """\
# yaml-language-server: $schema=../schema.json
title: "CI: faster builds"   # why
theme: 'developer-experience'
problem: |
  A build takes 40 minutes.

  - on a good day
proposal: >-
  Build only
  what changed.
benefit: Everybody
  who waits.
proposers: [example-ada, "example-grace",]
tags:
- ci
-   build
evidence:
  - {metric: Minutes, baseline: 40, target: 4.5, date: 2026-10-02}
links: {depends_on: [quarantine-flaky-tests], relates_to: []}
stage: exploring
decisions:
  - date: 2026-10-02
    from: proposed
    to: exploring
    by: example-grace
    because: &why Worth a look.
summary: *why
"""

WORDS = st.one_of(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff")
    ),
    st.sampled_from(
        ["", "no", "on", "~", "null", "true", "1", "1.5", "2026-10-02", "12:30", "0x1F"]
    ),
    st.sampled_from(
        ["a: b", "- a", "# a", "a\nb\n", "\n a\n", "'", '"', "@a", "*a", "&a", "!a", "|"]
    ),
)
VALUES = st.one_of(
    WORDS,
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(dt.date(1000, 1, 1)),
)
DATA: st.SearchStrategy[Any] = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@st.composite
def written(draw: st.DrawFn, data: st.SearchStrategy[Any] = DATA) -> tuple[Any, str]:
    """Data, and a text that says it: YAML's own writer in one of its styles."""
    value = draw(data)
    text = yaml.safe_dump(
        value,
        default_flow_style=draw(st.sampled_from([True, False, None])),
        allow_unicode=True,
        indent=draw(st.sampled_from([2, 4])),
        width=draw(st.sampled_from([20, 80, 1000])),
        explicit_start=draw(st.booleans()),
        sort_keys=False,
    )
    return value, text


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """An idea in which somebody has overwritten, cut out or inserted something."""
    raw = IDEA.encode()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 12)))
        raw = raw[:start] + draw(PIECES) + raw[end:]
    return raw


PIECES = st.one_of(
    st.binary(max_size=6),
    st.text(max_size=6).map(lambda text: text.encode(errors="surrogatepass")),
    st.sampled_from([*"{}[],'\"@%`\t\n\r", "\r\n", "\n  ", ": ", "- ", "# ", "---\n"]).map(
        str.encode
    ),
    st.sampled_from(["&a ", "*a", "*why", "!!x ", "? ", "<<: ", "|\n", "...", "\\"]).map(
        str.encode
    ),
    st.sampled_from(["\x00", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\U0001f600"]).map(str.encode),
)
RAW = st.one_of(spoilt(), st.binary(max_size=60), st.lists(PIECES, max_size=20).map(b"".join))
