"""`hero import` with a mapping, a source or a use that is at fault."""

from pathlib import Path

import pytest

from hero.cli import run
from tests.importing.small import MAPPING
from tests.importing.verb import imports, remap


def test_a_mapping_with_faults_is_told_with_places(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "map.yml").write_text("key: [id]\nslug: {all_off: [id]}\n", encoding="utf-8")
    assert imports(root) == 2
    said = capsys.readouterr().err
    place = f"{root / 'map.yml'}:2:8"
    assert f"{place}: error[field-unknown]: " in said
    assert "did you mean `all_of`?" in said
    assert "error[field-missing]: the field `title` is missing" in said
    assert "for example `title: {first_of: [title]}`" in said
    assert not (root / "registry/ideas").exists()


def test_words_that_the_registry_lacks_are_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stage = MAPPING["stage"] | {"table": {"New": "propsed"}, "if_empty": "limbo"}
    theme = MAPPING["theme"] | {"if_unlisted": "cooking"}
    remap(root, stage=stage, theme=theme, challenge={"if_empty": "nobody-asked"})
    assert imports(root) == 2
    said = capsys.readouterr().err
    assert "error[stage-unknown]: there is no stage `propsed`" in said
    assert "did you mean `proposed`?" in said
    assert "error[stage-unknown]: there is no stage `limbo`" in said
    assert "error[theme-unknown]: there is no theme `cooking`" in said
    assert "error[challenge-unknown]: there is no challenge `nobody-asked`" in said


@pytest.mark.parametrize(
    ("file", "raw", "words"),
    [
        ("none.csv", None, "No such file or directory"),
        ("rows.xlsx", b"PK", "has to end in .csv"),
        ("rows.csv", b"caf\xe9", "no UTF-8"),
        ("rows.json", b"{}", "has to be a list of objects"),
    ],
)
def test_a_file_that_cannot_be_read(
    root: Path, capsys: pytest.CaptureFixture[str], file: str, raw: bytes | None, words: str
) -> None:
    if raw is not None:
        (root / file).write_bytes(raw)
    assert imports(root, file=file) == 3
    said = capsys.readouterr()
    assert words in said.err
    assert str(root / file) in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


def test_wrong_use(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imports(root, out="registry") == 2
    assert "is a whole registry; its ideas are in" in capsys.readouterr().err
    assert run(["import", str(root / "jobs.csv")]) == 2


def test_fields_that_no_row_has_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    remap(root, benefit={"first_of": ["gian"], "if_empty": "None."})
    imports(root)
    said = capsys.readouterr().out
    assert "The mapping names fields that no row has: name, area, short," in said
    assert " gian," in said
    assert " at," not in said


def test_an_empty_file_of_rows_is_no_fault(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "rows.jsonl").write_bytes(b"")
    assert imports(root, file="rows.jsonl") == 0
    assert capsys.readouterr().out == (
        "rows.jsonl: 0 rows read = 0 written, 0 unchanged, 0 refused\n"
    )
