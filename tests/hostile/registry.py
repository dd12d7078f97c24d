"""Registries whose every text is an attack, or, for comparison, honest words."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from hero.registry.idea import Reopening, Title
from hero.registry.idea_file import Unwritable, idea_text
from hero.registry.lived import Act, Question
from hero.registry.render import inline
from hero.registry.signals import Proposed, Signals, Talk, signals_text
from hero.registry.words import Figure, Line, Link, Login, Prose, Slug
from hero.site.directives import DIRECTIVES
from tests.hostile.attacks import SHORT, Attack

#: Ways to bring a text into a field that takes lines alone.
_CUTS = (None, 300, 80, 39)
#: A long attack stands whole in one field; a file of it in all would be too large to be read.
_LONGEST = 2000
#: What would reopen an idea is one or two sentences.
_SHORT = 500
_DAY = dt.date(2026, 1, 5)
#: So many stages have an attack for a name; every page of an idea shows all of them.
_STAGES = 8
#: As many as it takes for pictures to be drawn of what goes on and of what has ended.
_WORDS = ("Some words.", "b-2", "3", "Four words are these.", "e-5", "6")
HONEST = tuple(Attack(f"honest {n}", text) for n, text in enumerate(_WORDS))
#: Everything that one network has one of.
NETWORK = "\"'></title><script>alert(1)</script>{{ 7*7 }}{% raw %}<!-- hero: themes --> ::error::x"


def fitted(kind: Any, text: str, other: Any) -> Any:
    """The text as this kind of field takes it, cut if it must be; else the other value."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    for cut in _CUTS:
        words = text if cut is None else " ".join(text.split("\n")).replace("\r", " ")[:cut]
        try:
            return adapter.validate_python(words, strict=True)
        except ValidationError:
            continue
    return other


def idea(text: str, number: int) -> dict[str, Any]:
    """An idea with the text in every field that takes it."""
    short = text[:_LONGEST]
    line, prose = fitted(Line, text, "A line."), fitted(Prose, short, "Words.")
    slug, login = fitted(Slug, text, "some-slug"), fitted(Login, text, "example-ada")
    figure, link = fitted(Figure, text, 4), fitted(Link, text, "https://a.example/x")
    return {
        "title": fitted(Title, text, "A title"),
        "theme": f"t-{number}",
        "problem": fitted(Prose, text, "Words."),
        "proposal": prose,
        "benefit": prose,
        "proposers": list(dict.fromkeys([login, f"p-{number}"])),
        "summary": line,
        "first_step": prose,
        "tags": [slug],
        "challenge": f"c-{number}",
        "builder": login,
        "sponsor": login,
        "evidence": [
            {
                "metric": line,
                "hypothesis": line,
                "baseline": figure,
                "target": figure,
                "result": figure,
                "link": link,
            }
        ],
        "links": {"implementation": [link], "relates_to": [f"a-{number // 2}", slug]},
        # Every second one has ended: its page says what would reopen it.
        "stage": "exploring" if number % 2 else "ended",
        "advocates": [login],
        "evaluations": [
            {"by": login, "date": _DAY, "value": 3, "effort": 2, "confidence": 5, "note": line}
        ],
        "decisions": [
            {
                "date": _DAY,
                "from": "proposed",
                "to": "exploring" if number % 2 else "ended",
                "by": login,
                "because": prose,
                "reopen_when": fitted(Reopening, text[:_SHORT], "Words."),
                "imported": line,
            }
        ],
    }


def refused(text: str) -> str:
    """A file with the text wherever the schema wants something else."""
    keys = ("builder", "sponsor", "challenge", "stage", "submitted_by", "revisit_on", "links")
    pairs = [(key, text) for key in keys] + [(text[:200], text)]
    lists: list[tuple[str, Any]] = [
        ("tags", [text] * 2),
        ("advocates", [{text[:200]: text}]),
        ("evidence", [{"metric": [text], "link": text, text[:200]: 1}]),
        ("decisions", [{"date": text, "from": text, "to": text, "by": text, "because": {}}]),
        ("evaluations", text),
    ]
    said = "title: A title\ntheme: t-0\nproblem: P.\nproposal: Q.\nbenefit: B.\nproposers: [p-0]\n"
    return said + "".join(f"{inline(key)}: {inline(value)}\n" for key, value in [*pairs, *lists])


def files(attacks: Sequence[Attack]) -> dict[str, bytes]:
    """A registry with these texts: an idea for each, a file at fault for each, and policies."""
    found: dict[str, str] = {}
    for number, (_, text) in enumerate(attacks):
        try:
            found[f"ideas/2026/a-{number}.yml"] = idea_text(idea(text, number), 1)
        except Unwritable:
            found[f"ideas/2026/a-{number}.yml"] = f"title: {text}\n"
    return {path: text.encode(errors="replace") for path, text in found.items()} | policies(attacks)


def at_fault(attacks: Sequence[Attack]) -> dict[str, bytes]:
    """Files that are wrong: with the text in the wrong places, and with nothing else in them."""
    found = {}
    for number, (_, text) in enumerate(attacks):
        found[f"ideas/wrong/w-{number}.yml"] = refused(text[:_LONGEST])
        found[f"ideas/raw/r-{number}.yml"] = text
    return {path: text.encode(errors="replace") for path, text in found.items()}


def policies(attacks: Sequence[Attack]) -> dict[str, bytes]:
    """The files that govern a registry, with each text in each list that takes it."""
    texts = [fitted(Line, text, "A line.") for _, text in attacks]
    themes = [
        {"id": f"t-{number}", "name": text, "about": text} for number, text in enumerate(texts)
    ]
    people = {f"p-{number}": {"name": text} for number, text in enumerate(texts)}
    data: dict[str, Any] = {
        "process/themes.yml": {"themes": themes},
        "culture/people.yml": {"people": people},
        **_lived(texts),
        "process/pipeline.yml": {"stages": list(_stages(texts)), "moves": list(_moves(texts))},
        "technology/network.yml": {
            "name": NETWORK if attacks is not HONEST else "Test",
            "organisation": NETWORK if attacks is not HONEST else "Test",
            "repository": "test-org/ideas",
            "site": "https://site.example/hero/",
            "channels": [{"kind": "feed", "name": text} for text in texts],
        },
        "advocates/roster.yml": {
            "advocates": [
                {
                    "login": "example-ada",
                    "id": 1,
                    "unit": "core",
                    "expertise": ["t-0"],
                    "time_zone": texts[0],
                    "since": _DAY,
                }
            ]
        },
    }
    data = data | {
        f"culture/challenges/c-{n}.yml": _challenge(a.text, n) for n, a in enumerate(attacks)
    }
    made = {path: _lines(each) for path, each in data.items()} | _PAGES
    return {f"playbooks/{path}": text.encode(errors="replace") for path, text in made.items()}


#: Pages of ours: the form for a new idea with all that its script knows, and what policies say.
_PAGES = {
    "process/propose.md": "# Propose\n\n<!-- hero: propose-form -->\n",
    "process/policies.md": "# Policies\n\n"
    + "".join(f"<!-- hero: {each} -->\n\n" for each in DIRECTIVES if each != "propose-form"),
}


def signals(attacks: Sequence[Attack]) -> str:
    """What was counted on the forge, with each text as what an open pull is called."""
    day = dt.date(2026, 11, 20)
    talks = {}
    for number, (_, text) in enumerate(attacks):
        title = fitted(Line, text, "A line.")
        pull = Proposed(number=3, url="https://forge.example/pull/3", title=title)
        talks[f"a-{number}"] = Talk(issue=1, url="https://forge.example/issues/1", pulls=(pull,))
    return signals_text(
        Signals(repository="test-org/ideas", read_on=day, private=False, issues=True, ideas=talks)
    )


def _lived(texts: Sequence[str]) -> dict[str, Any]:
    """The files of culture that have texts of their own: thanks, answers, signatures."""
    acts, questions = get_args(Act), get_args(Question)
    kinds = [
        {"id": f"k-{n}", "name": text, "acts": [acts[n % len(acts)]], "thanks": text}
        for n, text in enumerate(texts)
    ]
    answers = [
        {"question": each, "holds": True, "date": _DAY, "by": "example-ada", "because": text}
        for each, text in zip(questions, reversed(texts), strict=False)
    ]
    signed = [{"login": "example-ada", "side": "it", "date": _DAY}]
    return {
        "culture/recognition.yml": {"kinds": kinds},
        "culture/answers.yml": {"answers": answers},
        "culture/signatures.yml": {"signatures": signed},
    }


def _lines(data: Mapping[str, Any]) -> str:
    return "".join(f"{key}: {inline(value)}\n" for key, value in data.items())


def _challenge(text: str, number: int) -> dict[str, Any]:
    line = fitted(Line, text, "A line.")
    prose = fitted(Prose, text[:_LONGEST], "Words.")
    return {
        "title": line,
        "question": prose,
        "sponsor": fitted(Login, text, "example-ada"),
        # It is still open, or opens one day, so that the calendar has it.
        "opens": dt.date(2998, 1, 5) if number % 2 == 0 else _DAY,
        "closes": dt.date(2999, 1, 5),
        "criteria": [line],
        "results": prose,
    }


def _stages(texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    waits = {"kind": "active", "waits_on": "advocate"}
    for number, id_ in enumerate(("proposed", "exploring")):
        text = texts[number % len(texts)]
        late = [{"what": text, "waits_on": "advocate", "working_days": 2}]
        yield {"id": id_, "name": text, "means": text, "deadlines": late} | waits
    for number in range(_STAGES):
        text = texts[-1 - number % len(texts)]
        yield {"id": f"s-{number}", "name": text, "means": text} | waits
    yield {"id": "ended", "name": texts[0], "means": texts[0], "kind": "final", "outcome": "ended"}


_WAY = ["proposed", "exploring", *(f"s-{number}" for number in range(_STAGES)), "ended"]


def _moves(texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    gate = [{"needs": "approvals", "count": 1}]
    for number, (before, after) in enumerate(pairwise(_WAY)):
        note = texts[number % len(texts)]
        yield {"from": [before], "to": after, "who": ["advocate"], "gate": gate, "note": note}


ALL = Attack("all of them", "\n\n".join(text for _, text in SHORT))
