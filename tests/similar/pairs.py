"""Pairs of real proposals of which one takes the place of the other, found by rule.

Three ways lead to a pair: the text of one says so and names the other; both have the same title
but for a version; or the header of a published Python Enhancement Proposal names its successor
(`Superseded-By`, which the corpus does not hold).
"""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

Texts = dict[str, str]
Pair = frozenset[str]

_SAYS = re.compile(
    r"(?:supersed\w+|replac(?:es|ed by|ing)|successor (?:to|of)|obsoleted? by|alternative to"
    r"|simplif(?:y|ies)|revision of|reworks?)[^.:;]{0,40}?(?:EIP|ERC|PEP)[- #:]*`?(\d+)",
    re.IGNORECASE,
)
_VERSION = re.compile(r"[\s,(-]*\b(?:v(?:ersion)?\s*)?\d+(?:[.^]\d+)*\)?|\b2010\b|\b2014\b", re.I)
#: More proposals of one title than these are a series (a schedule for each release).
SERIES = 5
#: `Superseded-By` in the headers of published PEPs.
HEADERS = (
    (102, 101), (215, 292), (216, 287), (241, 314), (248, 249), (314, 345), (333, 3333),
    (340, 343), (344, 3134), (345, 566), (346, 343), (354, 435), (367, 3135), (382, 420),
    (386, 440), (402, 420), (409, 415), (426, 566), (431, 615), (433, 446), (438, 470), (439, 453),
    (472, 637), (509, 699), (513, 600), (554, 734), (563, 649), (571, 600), (599, 600), (622, 634),
    (631, 621), (3153, 3156),
)  # fmt: skip


def proposals(folder: Path, name: str) -> dict[str, Texts]:
    """The proposals of one corpus by key, with an idea's fields."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["key"]: _texts(row) for row in map(json.loads, lines)}


def pairs(folder: Path, name: str) -> set[Pair]:
    """All pairs of one corpus."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    keys = {row["key"] for row in rows}
    width = 4 if name == "pep" else 0
    found = {
        frozenset((row["key"], f"{name}-{number.zfill(width)}"))
        for row in rows
        for number in _SAYS.findall(" ".join(map(str, row.values())))
    }
    if name == "pep":
        found |= {frozenset((f"pep-{one:04}", f"pep-{two:04}")) for one, two in HEADERS}
    found |= _same_title(rows)
    return {pair for pair in found if len(pair) == 2 and pair <= keys}


def _same_title(rows: list[dict[str, Any]]) -> set[Pair]:
    titles: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        plain = " ".join(re.findall(r"[a-z]+", _VERSION.sub(" ", row["title"]).lower()))
        titles[plain].append(row["key"])
    return {
        frozenset((one, two))
        for keys in titles.values()
        if 2 <= len(keys) <= SERIES
        for one in keys
        for two in keys
    }


def _texts(row: dict[str, Any]) -> Texts:
    proposal = "\n".join(filter(None, (row["abstract"], row.get("specification"))))
    return {
        "title": row["title"],
        "summary": row.get("description", ""),
        "problem": row["motivation"],
        "proposal": proposal,
    }
