"""The form is the model's: kept equal, valid as GitHub reads it, and read back as it was asked."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from hero.reconcile.forms.answers import sections
from hero.registry.form import CHOOSER, FORM, LABELS, chooser_text, form_text, questions
from hero.registry.idea import KEPT_FIELDS, Idea
from hero.registry.policies import Theme, Themes
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.rules.layers import SHARED

ROOT = Path(__file__).parents[3]


def test_the_shipped_form_is_what_the_model_says() -> None:
    shipped = Registry.read(Folder(ROOT))
    assert (ROOT / FORM).read_text(encoding="utf-8") == form_text(shipped)
    assert (ROOT / CHOOSER).read_text(encoding="utf-8") == chooser_text(shipped)


@pytest.mark.parametrize(
    ("path", "schema"), [(FORM, "github-issue-forms"), (CHOOSER, "github-issue-config")]
)
def test_github_takes_it(path: str, schema: str) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*check, str(ROOT / path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_it_asks_for_what_the_model_asks_for_and_for_nothing_that_the_registry_keeps() -> None:
    needed = {name for name, field in Idea.model_fields.items() if field.is_required()}
    assert needed - {"title", "proposers"} <= set(LABELS)
    assert not set(LABELS) & set(KEPT_FIELDS)
    asked = {each.name: each for each in questions(Registry.read(Folder(SHARED)))}
    assert {name for name, each in asked.items() if each.required} == needed - {
        "title",
        "proposers",
    }


def test_odd_names_stay_names_and_are_told_apart() -> None:
    names = ("no", "None", "Data", "data", 'Say "when": #1', "yes")
    rows = tuple(Theme(id=f"t-{n}", name=name, about="x") for n, name in enumerate(names))
    registry = replace(Registry.read(Folder(SHARED)), themes=Themes(themes=rows))
    form = yaml.safe_load(form_text(registry))
    (theme,) = [each for each in form["body"] if each.get("id") == "theme"]
    options = theme["attributes"]["options"]
    wanted = ["Not sure", "no", "None (t-1)", "Data (t-2)", "data (t-3)", names[4], "yes"]
    assert options == wanted
    assert theme["attributes"]["default"] == 0


def test_what_the_form_asks_is_what_is_read_back() -> None:
    form = yaml.safe_load((ROOT / FORM).read_text(encoding="utf-8"))
    labels = [each["attributes"]["label"] for each in form["body"] if "id" in each]
    body = "\n\n".join(f"### {label}\n\nAnswer to {label}" for label in labels)
    assert [f"Answer to {label}" for label in labels] == list(sections(body).values())
