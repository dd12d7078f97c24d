"""Every exception that the tools are granted says why."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "pyproject.toml").read_text()
LINT = tomllib.loads(TEXT)["tool"]["ruff"]["lint"]
GRANTED = sorted(
    {*LINT["ignore"], *(code for each in LINT["per-file-ignores"].values() for code in each)}
)


@pytest.mark.parametrize("code", GRANTED)
def test_every_ignored_lint_has_its_reason(code: str) -> None:
    stated = [line for line in TEXT.splitlines() if f'"{code}"' in line]
    assert stated
    for line in stated:
        assert re.fullmatch(rf' *"{code}", *# \w.{{15,}}', line), line


def test_every_ignored_warning_has_its_reason() -> None:
    warnings = tomllib.loads(TEXT)["tool"]["pytest"]["filterwarnings"]
    assert warnings[0] == "error"
    for warning in warnings[1:]:
        assert re.search(rf"^ *'{re.escape(warning)}', *# \w.{{15,}}", TEXT, re.M), warning
