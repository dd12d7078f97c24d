"""The issue form: the questions that an idea is asked, made out of the model and the themes.

GitHub's syntax for such forms: https://docs.github.com/en/communities/using-templates-to-encourage-\
useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.template import QUESTIONS

#: Where GitHub looks for the form, and for what stands beside it.
FORM, CHOOSER = ".github/ISSUE_TEMPLATE/idea.yml", ".github/ISSUE_TEMPLATE/config.yml"
#: The label that the form gives. It can only give it where the label is there already.
LABEL = "idea"
#: What each field of the model is called in the form, in the form's order; the title has its own.
LABELS: Mapping[str, str] = {
    "theme": "Theme",
    "problem": "Problem",
    "proposal": "Proposal",
    "benefit": "Benefit",
    "first_step": "First step",
    "challenge": "Challenge",
    "tags": "Tags",
    "proposers": "Also by",
}
#: The theme of somebody who cannot tell.
UNSURE = "Not sure"

_LONG = ("problem", "proposal", "benefit", "first_step")
_ABOUT = {
    "theme": "Where it belongs. An advocate sets it where you are not sure.",
    "challenge": "The question that it answers, if it answers one.",
    "tags": "Words to find it by, with commas between them.",
    "proposers": "Whose idea it is beside yours: their logins, with blanks between them.",
}
_WELCOME = (
    "Write down what is wrong, what you would do about it and who would gain. A few sentences each "
    "are enough; nobody expects a plan. The title above is the idea's: at most 80 characters.\n\n"
    "A bot makes a file of it, in a pull request that names you as its author. You can change your "
    "words here until they are recorded. Everybody who sees this repository can read them."
)


@dataclass(frozen=True, slots=True)
class Question:
    """A field of the form. `choices` are (what people see, what the idea's file says)."""

    name: str
    kind: Literal["dropdown", "textarea", "input"]
    about: str
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    example: str = ""

    @property
    def label(self) -> str:
        """What it is called: the heading above the answer."""
        return LABELS[self.name]


def questions(registry: Registry) -> tuple[Question, ...]:
    """The fields, in order; a challenge is asked for where one has no results yet."""
    asked = (_question(name, registry) for name in LABELS)
    return tuple(each for each in asked if each.kind != "dropdown" or each.choices)


def form_text(registry: Registry) -> str:
    """The form, as the text of its file."""
    lines = [
        "# Made by `hero schema --write`; write it again after a change of themes or challenges.",
        "name: An idea",
        "description: Propose something that would make our work better. Five minutes are enough.",
        f"labels: [{LABEL}]",
        "body:",
        "  - type: markdown",
        "    attributes:",
        f"      value: {_quoted(_WELCOME)}",
    ]
    for each in questions(registry):
        lines += _field(each)
    return "\n".join(lines) + "\n"


def chooser_text(registry: Registry) -> str:
    """What stands beside the form where somebody opens an issue."""
    lines = ["# Made by `hero schema --write`.", "blank_issues_enabled: true"]
    if site := registry.network.site:
        lines += [
            "contact_links:",
            "  - name: How ideas move",
            f"    url: {_quoted(site.rstrip('/') + '/process/index.html')}",
            "    about: What happens to an idea, who decides, and by when.",
        ]
    return "\n".join(lines) + "\n"


def _question(name: str, registry: Registry) -> Question:
    field = Idea.model_fields[name]
    if name in _LONG:
        example = str((field.examples or [""])[0])
        about = f"{QUESTIONS.get(name, field.description)}"
        return Question(name, "textarea", about, field.is_required(), (), example)
    if name == "theme":
        return Question(name, "dropdown", _ABOUT[name], True, _themes(registry))
    if name == "challenge":
        return Question(name, "dropdown", _ABOUT[name], False, _challenges(registry))
    return Question(name, "input", _ABOUT[name])


def _themes(registry: Registry) -> tuple[tuple[str, str], ...]:
    found = [(theme.name, theme.id) for theme in registry.themes.themes]
    return _distinct([(UNSURE, "unsure"), *found])


def _challenges(registry: Registry) -> tuple[tuple[str, str], ...]:
    """No day is looked at, so that the file changes only when the registry does."""
    found = registry.challenges.items()
    return _distinct([(each.title, slug) for slug, each in found if each.results is None])


def _distinct(choices: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """GitHub wants each choice once, and keeps the word None for itself."""
    names = [" ".join(name.split()) for name, _ in choices]
    counts = {name.lower(): [each.lower() for each in names].count(name.lower()) for name in names}
    return tuple(
        (f"{name} ({word})" if counts[name.lower()] > 1 or name.lower() == "none" else name, word)
        for name, (_, word) in zip(names, choices, strict=True)
    )


def _field(each: Question) -> Iterator[str]:
    yield f"  - type: {each.kind}"
    yield f"    id: {each.name}"
    yield "    attributes:"
    yield f"      label: {each.label}"
    yield f"      description: {_quoted(each.about)}"
    if each.example:
        yield f"      placeholder: {_quoted(each.example)}"
    if each.choices:
        yield "      options:"
        yield from (f"        - {_quoted(name)}" for name, _ in each.choices)
    if each.choices and each.required:
        yield "      default: 0"
    yield "    validations:"
    yield f"      required: {'true' if each.required else 'false'}"


def _quoted(text: str) -> str:
    """Always in quotes: GitHub's reader takes a bare `no` or `on` for false and true."""
    return json.dumps(text, ensure_ascii=False)
