"""Issues of the form, each with a pull of ours until its idea is recorded. Pure.

The issue is followed for as long as nobody else has written to our branch. A pull that a person has
closed is not opened again; one that we closed, as its issue was closed, is.
"""

from collections.abc import Iterator, Mapping

from hero.reconcile.actions import Action, Unsay
from hero.reconcile.forms import answer, sentences
from hero.reconcile.forms.answers import is_form
from hero.reconcile.forms.candidate import DIGEST, Candidate, candidate, slug_for
from hero.reconcile.forms.memory import RETIRED, STICKY, Memory, branch_of, issue_of, memory
from hero.reconcile.forms.submit import Submit
from hero.reconcile.forms.ties import pulls_of, tied
from hero.reconcile.issue_actions import Reply
from hero.reconcile.overlay import is_idea
from hero.reconcile.own_pulls import Put, Retire, Reword
from hero.reconcile.scene import Scene
from hero.reconcile.seen import IssueSeen, PullSeen
from hero.reconcile.threads import slug_of_issue
from hero.registry.slug import slug_of


def on_forms(scene: Scene) -> Iterator[Action]:
    """Answers and pulls for those who wait, in the order in which they came; then what is left."""
    place = scene.observed.place
    if not place.issues:
        return
    forms = list(_forms(scene))
    pulls = pulls_of(scene.observed)
    taken = _taken(scene, forms)
    for issue in forms:
        known, pull = memory(issue, place.me), pulls.get(issue.number)
        slug = slug_for(scene, issue, known, pull, taken - {known.slug or ""})
        taken.add(slug)
        if issue.locked:
            continue
        yield from _of(scene, candidate(scene, issue, slug), known, pull)
        for copy in known.copies:
            yield Unsay(issue.number, copy.id)
    yield from _left(scene, pulls, {issue.number for issue in forms})


def _forms(scene: Scene) -> Iterator[IssueSeen]:
    """The issues of the form whose idea is not recorded yet, the oldest first."""
    recorded = {issue.number for issue, _, _ in tied(scene.base, scene.observed)}
    for issue in sorted(scene.observed.issues, key=lambda each: each.number):
        if slug_of_issue(issue, scene.observed.place.me) or issue.number in recorded:
            continue
        if is_form(issue):
            yield issue


def _taken(scene: Scene, forms: list[IssueSeen]) -> set[str]:
    """Slugs that open pulls would add, and those that other issues were given."""
    pulls = (pull for pull in scene.observed.pulls if pull.state == "open")
    own = {branch_of(issue.number) for issue in forms}
    files = (file for pull in pulls if pull.branch not in own for file in pull.files)
    found = {slug_of(file.path) for file in files if is_idea(file.path)}
    kept = (memory(issue, scene.observed.place.me).slug for issue in forms)
    return found | {slug for slug in kept if slug}


def _of(scene: Scene, made: Candidate, known: Memory, pull: PullSeen | None) -> Iterator[Action]:
    branch = scene.observed.place.branches.get(branch_of(made.issue.number))
    ours = branch is not None and DIGEST in branch.message
    fresh = branch is not None and branch.message == made.message
    if pull is not None:
        if ours and (not fresh or pull.mergeable is False):
            yield _put(scene, made, pull.number)
        yield from _reworded(scene, made, pull)
        others = branch is not None and not ours
        yield from _says(made, known, answer.in_pull(made, pull.number, others))
    elif known.pull is not None:
        yield from _past(scene, made, known, known.pull)
    elif made.read.errors:
        yield from _says(made, known, answer.unmended(made))
    elif known.slug is None or not fresh:
        yield _submit(scene, made, known)


def _past(scene: Scene, made: Candidate, known: Memory, number: int) -> Iterator[Action]:
    """Its pull is open no more. Merged, and not here yet: the next run sees it."""
    me = scene.observed.place.me
    past = next((each for each in scene.observed.pulls if each.number == number), None)
    if past is None or past.state != "closed":
        return
    if not any(each.by.id == me.id and RETIRED in each.body for each in past.comments):
        yield from _says(made, known, answer.closed(made, known.slug or made.slug, number))
    elif made.read.errors:
        yield from _says(made, known, answer.unmended(made))
    else:
        yield _submit(scene, made, known)


def _submit(scene: Scene, made: Candidate, known: Memory) -> Submit:
    return Submit(
        put=_put(scene, made),
        title=answer.pull_title(made),
        body=answer.pull_body(made),
        issue=made.issue.number,
        told=answer.in_pull(made, None),
        by_hand=answer.by_hand(made),
        marker=STICKY,
        comment=known.comment.id if known.comment else None,
    )


def _put(scene: Scene, made: Candidate, pull: int | None = None) -> Put:
    branch, tip = branch_of(made.issue.number), scene.observed.place.tip
    return Put(branch, tip, {made.path: made.text}, made.message, pull)


def _reworded(scene: Scene, made: Candidate, pull: PullSeen) -> Iterator[Reword]:
    title, body = answer.pull_title(made), answer.pull_body(made)
    is_ours = pull.author.id == scene.observed.place.me.id
    if is_ours and (pull.title, pull.body.replace("\r\n", "\n").strip()) != (title, body):
        yield Reword(pull.number, title, body)


def _says(made: Candidate, known: Memory, body: str) -> Iterator[Reply]:
    had = known.comment
    if had is None or had.body.replace("\r\n", "\n").strip() != body.strip():
        about = "answer the form"
        yield Reply(made.issue.number, body, STICKY, about, had.id if had else None)


def _left(scene: Scene, pulls: Mapping[int, PullSeen], forms: set[int]) -> Iterator[Action]:
    """Branches that nothing is left of: the idea is recorded, or the issue was closed."""
    open_ = {issue.number for issue in scene.observed.issues}
    for name, branch in sorted(scene.observed.place.branches.items()):
        number = issue_of(name)
        if number is None or number in forms:
            continue
        pull = pulls.get(number)
        if pull is None:
            yield Retire(name)
        elif number not in open_ and DIGEST in branch.message:
            body = f"{RETIRED}\n\n<p>{sentences.withdrawn(number)}</p>"
            yield Reply(pull.number, body, RETIRED, "say why it is closed")
            yield Retire(name, pull.number)
