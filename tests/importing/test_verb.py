"""`hero import` as a user runs it: what it prints, what it writes, what it leaves alone."""

import json
from pathlib import Path

import pytest

from hero.cli import run
from tests.importing.verb import ROWS, files, imports


def test_rows_are_written_and_accounted_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(root)
    assert imports(root) == 1
    said = capsys.readouterr()
    assert "Refused (1)\n  row 4: it has no key: `id` is empty\n" in said.out
    assert said.out.endswith("jobs.csv: 3 rows read = 2 written, 0 unchanged, 1 refused\n")
    assert said.err == ""
    new = {path for path in files(root) if path not in before}
    assert new == {"registry/ideas/2024/job-1.yml", "registry/ideas/2024/job-2.yml"}
    assert all(files(root)[path] == raw for path, raw in before.items())
    assert run(["check", "--root", str(root / "registry")]) == 0


def test_a_second_run_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "jobs.csv").write_text(ROWS.replace(",Nobody's,,,,\n", ""), encoding="utf-8")
    assert imports(root) == 0
    first = files(root)
    capsys.readouterr()
    assert imports(root) == 0
    assert "2 rows read = 0 written, 2 unchanged, 0 refused" in capsys.readouterr().out
    assert files(root) == first


def test_a_file_with_other_words_is_kept_unless_asked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imports(root)
    one = root / "registry/ideas/2024/job-1.yml"
    other = one.read_text(encoding="utf-8").replace("Quieter", "Louder")
    one.write_text(other, encoding="utf-8")
    capsys.readouterr()
    assert imports(root) == 1
    assert "2024/job-1.yml: it is there with other content" in capsys.readouterr().out
    assert one.read_text(encoding="utf-8") == other
    imports(root, "--replace")
    assert "1 written, 1 unchanged, 1 refused" in capsys.readouterr().out
    assert "Quieter" in one.read_text(encoding="utf-8")


def test_a_file_that_says_the_same_in_another_form_is_unchanged(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imports(root)
    one = root / "registry/ideas/2024/job-1.yml"
    raw = one.read_bytes().replace(b"\n", b"\r\n") + b"# a remark\r\n"
    one.write_bytes(raw)
    capsys.readouterr()
    imports(root)
    assert "0 written, 2 unchanged, 1 refused" in capsys.readouterr().out
    assert one.read_bytes() == raw


def test_the_account_as_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imports(root, "--format", "json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["counts"] == {"read": 3, "written": 2, "unchanged": 0, "refused": 1}
    assert [(row["row"], row["key"], row["became"]) for row in said["rows"]] == [
        (2, '"1"', "written"),
        (3, '"2"', "written"),
        (4, '""', "refused"),
    ]
    assert said["rows"][1]["notes"][0] == {
        "kind": "default",
        "field": "theme",
        "detail": "unsure",
    }


def test_an_idea_elsewhere_in_the_registry_keeps_its_name(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imports(root)
    capsys.readouterr()
    assert imports(root, out="registry/ideas/again") == 1
    said = capsys.readouterr().out
    assert "`job-1` is the id of an idea already (ideas/2024/job-1.yml)" in said
    assert not list((root / "registry/ideas").glob("again/*"))


def test_a_folder_below_ideas_knows_how_deep_it_is(root: Path) -> None:
    imports(root, out="registry/ideas/from/jobs")
    text = (root / "registry/ideas/from/jobs/2024/job-1.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../schema.json\n")


def test_outside_a_registry_the_shipped_stages_are_taken(root: Path) -> None:
    assert imports(root, out="somewhere") == 1
    assert (root / "somewhere/2024/job-1.yml").is_file()


def test_links_are_not_followed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ideas, outside = root / "registry/ideas", root / "outside"
    outside.mkdir()
    ideas.mkdir()
    (ideas / "2024").symlink_to(outside)
    assert imports(root, "--replace") == 1
    assert "`2024` is no folder, and links are not followed" in capsys.readouterr().out
    (ideas / "2024").unlink()
    (ideas / "2024").mkdir()
    (ideas / "2024/job-1.yml").symlink_to(outside / "made.yml")
    assert imports(root, "--replace") == 1
    assert "2024/job-1.yml: a link or something unreadable is there" in capsys.readouterr().out
    assert list(outside.iterdir()) == []


def test_what_stands_in_the_way_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "registry/ideas/2024/job-1.yml").mkdir(parents=True)
    (root / "registry/ideas/2023").touch()
    assert imports(root) == 1
    assert "3 rows read = 1 written, 0 unchanged, 2 refused" in capsys.readouterr().out
    assert imports(root, out="jobs.csv") == 2
