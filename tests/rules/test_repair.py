"""What somebody probably meant is offered where it is plain, and nowhere else."""

import pytest

from hero.registry.registry import Registry
from hero.rules import check
from tests.rules.memory import FILES, Memory

KNOWN = FILES["ideas/2026/quarantine-flaky-tests.yml"].decode()


def offered(field: str, value: str) -> str | None:
    """What the help says to write instead of a value, if it does."""
    lines = [line for line in KNOWN.splitlines() if not line.startswith(f"{field}:")]
    text = "\n".join([*lines, f"{field}: {value}", ""])
    found = check(Registry.read(Memory(FILES | {"ideas/b.yml": text.encode()})))
    assert len(found) == 1
    means = [words for words in found[0].help if words.startswith("did you mean")]
    return means[0].removeprefix("did you mean `").removesuffix("`?") if means else None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026/10/02", "2026-10-02"),
        ("2026-1-2", "2026-01-02"),
        ('"2026-10-02"', "2026-10-02"),
        ("2026-10-02 12:30", "2026-10-02"),
        ("28.9.2027", "2027-09-28"),
        ("2.9.2027", "2027-09-02"),
        ("12.12.2027", "2027-12-12"),
        ("28/9/2027", "2027-09-28"),
        ("13/1/2027", "2027-01-13"),
        ("9/28/2027", "2027-09-28"),
        ("1/13/2027", "2027-01-13"),
        ("9/8/2027", None),
        ("12/12/2027", None),
        ("9.28.2027", "2027-09-28"),
        ("28.9.27", None),
        ("32.9.2027", None),
        ("31.2.2027", None),
        ("13/13/2027", None),
        ("9.2027", None),
        ("12026-10-02", None),
        ("Q3", None),
    ],
)
def test_dates(written: str, meant: str | None) -> None:
    assert offered("revisit_on", written) == (meant and f"revisit_on: {meant}")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'@example-ada'", "example-ada"),
        ("https://github.com/example-ada", "example-ada"),
        ("github.com/example-ada/", "example-ada"),
        ("www.github.com/Example", "Example"),
        ("Ada Lovelace", None),
        ("'@ada lovelace'", None),
        ("ada@example.org", None),
    ],
)
def test_logins(written: str, meant: str | None) -> None:
    assert offered("builder", written) == (meant and f"builder: {meant}")


@pytest.mark.parametrize(
    ("field", "written", "meant"),
    [
        ("theme", "Über uns!", "theme: uber-uns"),
        ("theme", "'???'", None),
        ("tags", "a, b ,,c", "tags: [a, b, c]"),
        ("tags", "12", None),
        ("title", "4.5", 'title: "4.5"'),
        ("proposers", "'@example-ada, example-grace'", "proposers: [example-ada, example-grace]"),
        ("evidence", "none", None),
        ("links", "{implementation: [example.org/a]}", "https://example.org/a"),
        ("links", "{implementation: [ftp://example.org/a]}", None),
    ],
)
def test_other_values(field: str, written: str, meant: str | None) -> None:
    assert offered(field, written) == meant
