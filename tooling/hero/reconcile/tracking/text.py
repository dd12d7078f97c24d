"""The text of a tracking issue, and the posts that tell of moves."""

from functools import cached_property
from urllib.parse import quote

from hero.process.deadlines import Deadlines
from hero.process.turn import Turn, turn
from hero.reconcile.inert import rendered, said, titled
from hero.reconcile.labels import Label, idea_label, stage_label, waits_label
from hero.reconcile.threads import MARK
from hero.reconcile.tracking import sentences
from hero.registry.idea import Decision
from hero.registry.registry import Registry
from hero.registry.secrets import masked
from hero.registry.summary import summary_of

#: In our text on an issue that we have closed. Open and with it: a person opened it again.
CLOSED = "<!-- hero: closed -->"
#: On the post that tells of a move: the slug, and the number of the decision from 1.
MOVE = "<!-- hero: move {} {} -->"
#: The playbook's page of commands, and where it is on the site.
COMMANDS, PAGE = "playbooks/process/commands.md", "process/commands.html"
#: So many people are called by name in one post, and a reason is shown up to so many characters.
CALLED, REASON = 8, 20_000


class Words:
    """What is said of the ideas of one registry; its calendars are worked out once."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.site = (registry.network.site or "").rstrip("/")
        self._turns: dict[str, Turn] = {}

    @cached_property
    def _deadlines(self) -> Deadlines:
        return Deadlines(self.registry)

    def turn(self, slug: str) -> Turn:
        """Whose turn it is. No day is looked at, so that it changes only when the idea does."""
        if slug not in self._turns:
            idea = self.registry.ideas[slug]
            dues = self._deadlines.dues(slug)
            self._turns[slug] = turn(idea, self.registry.stage(idea), dues)
        return self._turns[slug]

    def title(self, slug: str) -> str:
        """The title of the issue."""
        return titled(masked(self.registry.ideas[slug].title))

    def text(self, slug: str, own: bool = True, closed: bool = False) -> str:
        """What the issue says of the idea. `own`: in its own text, else in a comment of ours."""
        idea = self.registry.ideas[slug]
        stage = self.registry.stage(idea)
        lines = [
            said(masked(summary_of(idea))),
            f"{self._link(slug)} {sentences.proposed_by(idea)}",
            sentences.standing(stage),
            sentences.whose_turn(self.turn(slug)),
        ]
        if stage.kind != "final":
            lines += [
                sentences.who_helps(idea),
                sentences.how_to_vote(own),
                sentences.commands(self._commands),
            ]
        lines.append(f"<sub>{sentences.kept()}</sub>")
        marks = MARK.format(slug) + (CLOSED if closed else "")
        return "\n\n".join([marks, *(f"<p>{line}</p>" for line in lines)])

    def post(self, slug: str, number: int, decision: Decision) -> str:
        """What is said of a move. Only the last one calls people, and says what comes next."""
        idea = self.registry.ideas[slug]
        last = number == len(idea.decisions)
        calls = idea.proposers[:CALLED] if last else ()
        ends = self._name(decision.from_), self._name(decision.to)
        reason = rendered(decision.because[:REASON])
        blocks = [
            MOVE.format(slug, number),
            f"<p>{sentences.moved(idea, ends, calls)}</p>",
            f"<p>{sentences.decided(decision)}</p>",
            f"<blockquote>\n{reason}\n</blockquote>",
        ]
        if decision.reopen_when is not None:
            blocks.append(f"<p>{sentences.reopening(decision.reopen_when)}</p>")
        if last:
            then = sentences.next_step(self.registry.stage(idea), self.turn(slug), calls)
            blocks.append(f"<p>{then}</p>")
        return "\n\n".join(blocks)

    def labels(self, slug: str) -> dict[str, Label]:
        """The labels of the issue, by name."""
        idea, role = self.registry.ideas[slug], self.turn(slug).role
        found = [idea_label(), stage_label(self.registry.stage(idea))]
        if role is not None:
            found.append(waits_label(role))
        return {label.name: label for label in found}

    def _name(self, stage: str) -> str:
        found = self.registry.pipeline.stage(stage)
        return found.name if found else stage

    def _link(self, slug: str) -> str:
        """To the idea's page, or to its file where there is no site."""
        network = self.registry.network
        where = f"{self.site}/ideas/{slug}.html"
        if not self.site:
            path = f"{quote(network.branch)}/{quote(self.registry.paths[slug])}"
            where = f"{network.forge.rstrip('/')}/{network.repository}/blob/{path}"
        return sentences.read_all(where)

    @cached_property
    def _commands(self) -> str | None:
        there = COMMANDS in self.registry.source.paths("playbooks/process")
        return f"{self.site}/{PAGE}" if there and self.site else None
