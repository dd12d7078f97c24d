"""Ideas made of topics that were written by hand, and the same ideas said again by others.

`topics.yml` says every trouble and every remedy in several ways. An idea takes one of them; who has
the same idea takes another, and writes it down as people do: other words of the same sense, other
spelling, slips of the finger, sentences left out or in another order. All chance comes from the
seed. Fields are title, summary, problem and proposal, as in an idea.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Texts = dict[str, str]

TOPICS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("topics.yml").read_text(encoding="utf-8")
)

#: What is proposed for any topic at all: these share all words of a topic and are other ideas.
ANYWHERE = (
    ("Measure {}", "We count it for a month and put the number where all can see it."),
    ("A working group on {}", "Five people from five teams meet every second week and report."),
    ("A training about {}", "Two afternoons with exercises, given by those who know it best."),
    ("Ask an outside firm about {}", "A consultant looks at it for ten days and advises us."),
)
#: What people of one field write whatever they propose: distractors share these words.
ASIDES = {
    "delivery": (
        "Our pipeline runs on shared agents.",
        "Each merge to main is deployed to staging.",
    ),
    "developer-experience": ("Engineers in all teams are affected.", "The tools differ per team."),
    "reliability": (
        "The service level of the shop is at stake.",
        "On-call teams would be grateful.",
    ),
    "security": ("The auditors have asked about this.", "The vault and the login are in place."),
    "data": ("The warehouse is loaded each night.", "Analysts and product teams read reports."),
    "cost-and-energy": ("Finance would like to see less spending.", "The power bill has doubled."),
    "depots-and-devices": ("Couriers leave the depot at seven.", "Parcels triple in December."),
    "working-together": ("Teams sit in four offices.", "We talked about it at the last retro."),
}
#: Words of the same sense that people choose at will, in any topic.
SENSES = (
    ("colleagues", "coworkers"), ("engineers", "developers"), ("people", "folks"), ("job", "task"),
    ("every", "each"), ("database", "DB"), ("repository", "repo"), ("documentation", "docs"),
    ("nobody", "no one"), ("customers", "clients"), ("fast", "quick"), ("delete", "remove"),
    ("show", "display"), ("wrong", "incorrect"), ("old", "ancient"), ("start", "begin"),
    ("laptop", "notebook"), ("mail", "email"), ("teams", "squads"), ("broken", "faulty"),
    ("environment", "env"), ("configuration", "config"), ("automatically", "on its own"),
    ("a month", "four weeks"), ("half", "50 %"), ("large", "big"), ("list", "register"),
)  # fmt: skip
#: How an idea is said again: one of its three parts alike and the others anew, all parts anew, or
#: a title alone, all anew, as one types it into a search.
KINDS = ("near", "far", "short")
SPELLINGS = (("our", "or"), ("ise", "ize"), ("ll", "l"), ("centre", "center"), ("-", " "))


@dataclass(frozen=True)
class Case:
    """A query and the number of the idea that it repeats; None where nobody had it yet."""

    query: Texts
    repeats: int | None
    kind: str


@dataclass(frozen=True)
class Labelled:
    """The ideas of a registry, and queries to hold against it."""

    ideas: list[Texts]
    cases: list[Case]


def labelled(seed: int) -> Labelled:
    """A registry without a sixth of the topics, and queries about all topics.

    Whoever asks about a missing topic must be shown nothing.
    """
    chance = random.Random(seed)
    topics = chance.sample(TOPICS, k=len(TOPICS))
    missing = len(topics) // 6
    ideas: list[Texts] = []
    cases: list[Case] = []
    for topic in topics[missing:]:
        for remedy in (0, 1):
            cases += [Case(again(chance, topic, remedy, kind), len(ideas), kind) for kind in KINDS]
            ideas.append(told(chance, topic, remedy))
        ideas += list(_others(topic, chance))
    for topic in topics[:missing]:
        cases += [
            Case(again(chance, topic, remedy, kind), None, kind)
            for remedy in (0, 1)
            for kind in KINDS
        ]
    return Labelled(ideas, cases)


def told(chance: random.Random, topic: dict[str, Any], remedy: int, anew: str = "") -> Texts:
    """An idea, with what `anew` lists (title, problem, proposal) in another way of saying it."""
    what = topic["remedies"][remedy]
    trouble = topic["troubles"][chance.choice((1, 2)) if "problem" in anew else 0]
    asides = chance.sample(ASIDES[topic["theme"]], k=1)
    return {
        "title": what["titles"]["title" in anew],
        "summary": "",
        "problem": " ".join([trouble, *asides]),
        "proposal": what["proposals"]["proposal" in anew],
    }


def again(chance: random.Random, topic: dict[str, Any], remedy: int, kind: str) -> Texts:
    """The same idea by somebody else, in one of the KINDS."""
    anew = chance.sample(("title", "problem", "proposal"), k=2 if kind == "near" else 3)
    said = told(chance, topic, remedy, " ".join(anew))
    if kind == "short":
        said |= {"problem": "", "proposal": ""}
        if chance.random() < 0.5:
            said["title"] += " because of " + chance.choice(topic["names"])
    else:
        said["problem"] = _rearranged(chance, said["problem"])
    return {name: _slipped(chance, _in_own_words(chance, text)) for name, text in said.items()}


def _others(topic: dict[str, Any], chance: random.Random) -> Iterator[Texts]:
    """Other ideas on the same topic, and so in nearly the same words."""
    for title, proposal in chance.sample(ANYWHERE, k=3):
        yield {
            "title": title.format(chance.choice(topic["names"])),
            "summary": "",
            "problem": " ".join([chance.choice(topic["troubles"]), *ASIDES[topic["theme"]]]),
            "proposal": proposal,
        }


def _rearranged(chance: random.Random, text: str) -> str:
    """The sentences in another order, one of them perhaps left out."""
    sentences = re.split(r"(?<=[.?]) ", text)
    chance.shuffle(sentences)
    return " ".join(sentences[: max(1, len(sentences) - chance.choice((0, 0, 1)))])


def _in_own_words(chance: random.Random, text: str) -> str:
    for pair in SENSES:
        for one, other in (pair, pair[::-1]):
            if re.search(rf"\b{re.escape(one)}\b", text) and chance.random() < 0.5:
                text = re.sub(rf"\b{re.escape(one)}\b", other, text)
                break
    for one, other in SPELLINGS:
        if chance.random() < 0.15:
            text = re.sub(rf"(?<=[a-z]){one}(?=[a-z])", other, text)
    return text


def _slipped(chance: random.Random, text: str) -> str:
    """One long word in twenty-five with two letters swapped, one left out or one doubled."""

    def slip(match: re.Match[str]) -> str:
        word = match.group()
        if chance.random() > 0.04:
            return word
        at = chance.randrange(1, len(word) - 2)
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return chance.choice((swapped, word[:at] + word[at + 1 :], word[: at + 1] + word[at:]))

    return re.sub(r"[a-z]{6,}", slip, text)
