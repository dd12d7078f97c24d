"""The form that writes a new idea's file in the browser, with all that its script has to know.

The limits are those of the JSON Schema, the questions those of the issue form, so that a field
cannot be one thing here and another there.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from hero.process.turn import a_role, turn
from hero.registry.form import questions
from hero.registry.idea import Idea
from hero.registry.json_schema import schema
from hero.registry.secrets import TOKENS
from hero.rules.template_text import EXAMPLES, PLACE
from hero.rules.template_text import LONGEST as TEMPLATE
from hero.rules.text_link import HARMFUL
from hero.rules.text_template import LOGINS
from hero.site import address
from hero.site.assets import PROPOSE, sealed
from hero.site.idea import stepper
from hero.site.pieces import Pieces
from hero.site.propose import FORM, PAGE, PLAYBOOK, new_idea_address
from hero.site.propose_letters import letters
from hero.site.propose_similar import PATH
from hero.site.stepper import steps
from hero.site.templates import render
from hero.site.ways_in import LONGEST, WaysIn, form, ways_in
from hero.site.window import Window

#: The fields of the form, in its order: those of the file's first lines, and who proposes it.
FIELDS = ("title", "theme", "problem", "proposal", "benefit", "first_step", "challenge")
#: The limits of a field that a script can hold a text against.
_LIMITS = ("maxLength", "minLength", "pattern", "enum")


def propose(pieces: Pieces) -> Markup:
    """The button that leads to the form, or to the forge where no page has the form."""
    window = pieces.window
    if PLAYBOOK in window.registry.source.paths("playbooks/process"):
        return render("propose", link=f"{pieces.root}{PAGE}#{FORM}")
    return render("propose", link=None if window.example else new_idea_address(window))


def propose_form(pieces: Pieces) -> Markup:
    """The form. It is hidden until its script runs, since it does nothing without."""
    window = pieces.window
    asked = {each.name: each for each in questions(window.registry)}
    return render(
        "propose_form",
        settings=json.dumps(settings(window), ensure_ascii=False),
        similar=f"{pieces.root}{PATH}",
        ideas=f"{pieces.root}ideas/",
        script=f"{pieces.root}{sealed(PROPOSE)}",
        choices={name: each.choices for name, each in asked.items()},
        words={name: each.about for name, each in asked.items()},
        example=window.example,
        ways=ways_in(window.registry.network, window.signals),
        form=form(window.registry.network),
        **_preview(pieces),
    )


def _preview(pieces: Pieces) -> dict[str, Any]:
    """What an idea's page says of its stage on the day on which it is proposed."""
    pipeline = pieces.window.registry.pipeline
    stage, some = pipeline.initial, "-"
    idea = Idea(
        title=some, theme="unsure", problem=some, proposal=some, benefit=some, proposers=("x",)
    )
    now = turn(idea, stage)
    whose = "Nobody" if now.role is None else now.role.capitalize()
    return {
        "stage": stage,
        "chip": pieces.chip(stage.id),
        "steps": stepper(tuple(steps(idea, stage, pipeline))),
        "turn": now,
        "whose": f"Looking for {a_role(now.role)}" if now.role and now.vacant else whose,
    }


def settings(window: Window) -> Mapping[str, Any]:
    """What the script knows of this registry: limits of fields, and where it leads in the end.

    `folder` is where the forge begins a new file, without its year; None where no file can be
    begun. `form` likewise.
    """
    network, about = window.registry.network, schema("idea", window.registry)
    ways: WaysIn = ways_in(network, window.signals)
    folder = f"{address.repository(network)}/new/{quote(network.branch)}/ideas"
    fields = about["properties"]
    return {
        "fields": {name: _limits(fields[name]) for name in FIELDS},
        "required": about["required"],
        "login": _limits(fields["proposers"]["items"]),
        "slug": _limits(fields["tags"]["items"]),
        "letters": letters(),
        **_refused(),
        "folder": folder if ways.new_file else None,
        "form": form(network) if ways.form else None,
        "longest": LONGEST,
        "year": window.edition.as_of.year,
        "example": network.example,
        "key": f"hero-draft:{network.repository}",
    }


def _refused() -> Mapping[str, Any]:
    """What the check refuses in texts and is cheap to look for, out of its rules themselves."""
    # The two languages do not agree on what is a letter.
    place = PLACE.pattern.replace(r"[\W_]", r"[^\p{L}\p{N}]")
    return {
        "schemes": sorted(HARMFUL),
        "secrets": TOKENS,
        "left": {
            "logins": sorted(LOGINS),
            "place": place,
            "texts": sorted(EXAMPLES),
            "longest": TEMPLATE,
        },
    }


def _limits(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """The limits of a field; of one that may be left out, those of its value."""
    given = [each for each in field.get("anyOf", ()) if each.get("type") == "string"]
    whole = {**field, **(given[0] if given else {})}
    return {name: whole[name] for name in _LIMITS if name in whole}
