"""What happens to issues and pulls alike: comments, labels, people, and the telling of it."""

from typing import Any

from tests.forge import pulls
from tests.forge.call import Call
from tests.forge.issue import Comment, Issue
from tests.forge.people import User, at_least
from tests.forge.repository import Label
from tests.forge.shown import issue as shown
from tests.forge.shown.people import user
from tests.forge.shown.repository import label as label_shown
from tests.forge.telling import tell, tell_pull
from tests.forge.wrongs import Refused, gone, invalid

LONGEST = 65_536
MOST_ASSIGNED = 10


def tell_issue(call: Call, one: Issue, action: str, **more: Any) -> None:
    """Record what happened to an issue, or to a pull under its own name."""
    if one.pull:
        tell_pull(call, call.repo, one, action, **more)
        return
    seen = shown.issue(call.world, call.site, call.repo, one)
    tell(call, "issues", call.repo, {"action": action, "issue": seen, **more})


def tell_comment(call: Call, one: Issue, comment: Comment, action: str, **more: Any) -> None:
    """Record what happened to a comment."""
    seen = shown.issue(call.world, call.site, call.repo, one)
    said = shown.comment(call.world, call.site, call.repo, one, comment)
    payload = {"action": action, "issue": seen, "comment": said, **more}
    tell(call, "issue_comment", call.repo, payload)


def text(call: Call, resource: str) -> str:
    """Return the body of a comment, or refuse it as GitHub does."""
    found = call.asked.get("body")
    if not isinstance(found, str) or not found.strip():
        raise invalid(resource, "body", "missing_field")
    if len(found) > LONGEST:
        words = f"body is too long (maximum is {LONGEST} characters)"
        raise invalid(resource, "body", "unprocessable", words)
    return found


def may_speak(call: Call, one: Issue) -> None:
    """Refuse who may not speak where the talk is locked."""
    if one.locked and not at_least(call.repo.role(call.user), "write"):
        raise Refused(403, "Unable to create comment because issue is locked.")


def number_of(call: Call, key: str = "issue_number") -> Issue:
    """Return the issue or pull that the path names; 410 where issues are switched off."""
    one = call.repo.issues.get(call.number(key))
    if one is None:
        raise gone()
    if one.pull is None and not call.repo.settings.issues:
        raise Refused(410, "Issues are disabled for this repo")
    return one


def comment_of(call: Call) -> tuple[Issue, Comment]:
    """Return the comment that the path names, with its issue."""
    wanted = call.number("comment_id")
    for one in call.repo.issues.values():
        for each in one.comments:
            if each.id == wanted:
                return one, each
    raise gone()


def add_label(call: Call, one: Issue, name: str) -> bool:
    """Put a label on; one that does not exist is made, as GitHub does. Whether it was new."""
    known = call.repo.label(name)
    if known is None:
        known = Label(call.world.number(), name, "ededed")
        call.repo.labels.append(known)
    if known.name in one.labels:
        return False
    one.labels.append(known.name)
    pulls.note(call.world, one, call.user, "labeled", label=known.name)
    tell_issue(call, one, "labeled", label=label_shown(call.site, call.repo, known))
    return True


def remove_label(call: Call, one: Issue, name: str) -> None:
    """Take a label off; 404 where it is not on."""
    known = call.repo.label(name)
    if known is None or known.name not in one.labels:
        raise Refused(404, "Label does not exist")
    one.labels.remove(known.name)
    pulls.note(call.world, one, call.user, "unlabeled", label=known.name)
    tell_issue(call, one, "unlabeled", label=label_shown(call.site, call.repo, known))


def may_be_assigned(call: Call, one: Issue, who: User) -> bool:
    """Say whether somebody may be assigned here: also who wrote it or spoke in it."""
    spoke = who is one.by or any(each.by is who for each in one.comments)
    return call.repo.assignable(who) or (spoke and not who.gone)


def assign(call: Call, one: Issue, names: list[str]) -> int:
    """Assign those who may be, in silence about the others; how many were new."""
    new = 0
    for name in names:
        who = call.world.find(name)
        full = len(one.assignees) >= MOST_ASSIGNED
        if who is None or full or who in one.assignees or not may_be_assigned(call, one, who):
            continue
        one.assignees.append(who)
        new += 1
        pulls.note(call.world, one, call.user, "assigned", subject=who)
        tell_issue(call, one, "assigned", assignee=user(call.site, who))
    return new


def unassign(call: Call, one: Issue, names: list[str]) -> int:
    """Take assignments back; how many there were."""
    wanted = {name.casefold() for name in names}
    taken = [each for each in one.assignees if each.login.casefold() in wanted]
    for who in taken:
        one.assignees.remove(who)
        pulls.note(call.world, one, call.user, "unassigned", subject=who)
        tell_issue(call, one, "unassigned", assignee=user(call.site, who))
    return len(taken)
