"""Issues, comments, reactions and timelines as JSON."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tests.forge.call import Site
from tests.forge.clock import written
from tests.forge.issue import Comment, Issue, Reaction, Step
from tests.forge.people import User
from tests.forge.repository import Repository
from tests.forge.shown.people import app, user, user_or_none
from tests.forge.shown.repository import label
from tests.forge.world import World

Json = dict[str, Any]
FACES = ("+1", "-1", "laugh", "confused", "heart", "hooray", "eyes", "rocket")


def association(repo: Repository, one: User) -> str:
    """Return what GitHub calls somebody's tie to a repository; it grants nothing."""
    if one.id == repo.owner.id:
        return "OWNER"
    if one.id in repo.roles:
        return "COLLABORATOR"
    merged = [each for each in repo.pulls() if each.by is one and each.pull and each.pull.merged]
    return "CONTRIBUTOR" if merged else "NONE"


def reactions(url: str, given: Sequence[Reaction]) -> Json:
    """Return how often each reaction was given."""
    counted = Counter(each.content for each in given)
    shown = {face: counted[face] for face in FACES}
    return {"url": f"{url}/reactions", "total_count": len(given), **shown}


def reaction(site: Site, one: Reaction) -> Json:
    """Return one reaction."""
    return {
        "id": one.id,
        "node_id": f"REA_{one.id}",
        "user": user_or_none(site, one.by),
        "content": one.content,
        "created_at": written(one.on),
    }


def page_of(site: Site, repo: Repository, issue: Issue) -> str:
    """Return the address of an issue's page for people."""
    kind = "pull" if issue.pull else "issues"
    return f"{site.html}/{repo.full_name}/{kind}/{issue.number}"


def comment(world: World, site: Site, repo: Repository, issue: Issue, one: Comment) -> Json:
    """Return a comment."""
    root = f"{site.api}/repos/{repo.full_name}/issues"
    by = world.apps.get(one.app) if one.app else None
    return {
        "id": one.id,
        "node_id": f"IC_{one.id}",
        "url": f"{root}/comments/{one.id}",
        "html_url": f"{page_of(site, repo, issue)}#issuecomment-{one.id}",
        "issue_url": f"{root}/{issue.number}",
        "body": one.body,
        "user": user_or_none(site, one.by),
        "created_at": written(one.created),
        "updated_at": written(one.updated),
        "author_association": association(repo, one.by),
        "performed_via_github_app": app(site, by) if by else None,
        "reactions": reactions(f"{root}/comments/{one.id}", one.reactions),
    }


def labels(site: Site, repo: Repository, issue: Issue) -> list[Json]:
    """Return the labels of an issue."""
    found = (repo.label(name) for name in issue.labels)
    return [label(site, repo, each) for each in found if each]


def issue(world: World, site: Site, repo: Repository, one: Issue) -> Json:
    """Return an issue; a pull seen as an issue too."""
    root = f"{site.api}/repos/{repo.full_name}"
    url = f"{root}/issues/{one.number}"
    people = [user(site, each) for each in one.assignees if not each.gone]
    by = world.apps.get(one.app) if one.app else None
    shown = {
        "id": one.id,
        "node_id": f"I_{one.id}",
        "url": url,
        "repository_url": root,
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments",
        "events_url": f"{url}/events",
        "timeline_url": f"{url}/timeline",
        "html_url": page_of(site, repo, one),
        "number": one.number,
        "state": one.state,
        "state_reason": one.reason,
        "title": one.title,
        "body": one.body,
        "user": user_or_none(site, one.by),
        "labels": labels(site, repo, one),
        "assignee": people[0] if people else None,
        "assignees": people,
        "milestone": None,
        "locked": one.locked,
        "active_lock_reason": one.lock_reason,
        "comments": len(one.comments),
        "closed_at": written(one.closed),
        "closed_by": user_or_none(site, one.closed_by),
        "created_at": written(one.created),
        "updated_at": written(one.updated),
        "author_association": association(repo, one.by),
        "performed_via_github_app": app(site, by) if by else None,
        "reactions": reactions(url, one.reactions),
    }
    return {**shown, **_as_pull(root, site, repo, one)}


def _as_pull(root: str, site: Site, repo: Repository, one: Issue) -> Json:
    if one.pull is None:
        return {}
    url, html = f"{root}/pulls/{one.number}", page_of(site, repo, one)
    links = {"url": url, "html_url": html, "diff_url": f"{html}.diff", "patch_url": f"{html}.patch"}
    return {
        "draft": one.pull.draft,
        "pull_request": {**links, "merged_at": written(one.pull.merged)},
    }


def step(site: Site, repo: Repository, one: Step) -> Json:
    """Return one line of a timeline."""
    shown: Json = {
        "id": one.id,
        "node_id": f"EV_{one.id}",
        "url": f"{site.api}/repos/{repo.full_name}/issues/events/{one.id}",
        "actor": user_or_none(site, one.by),
        "event": one.event,
        "commit_id": one.sha,
        "commit_url": None,
        "created_at": written(one.on),
        "performed_via_github_app": None,
    }
    if one.event.startswith("review_request"):
        asked = {"review_requester": user(site, one.by)}
        return {**shown, **asked, "requested_reviewer": user_or_none(site, one.subject)}
    if one.label is not None:
        known = repo.label(one.label)
        color = known.color if known else "ededed"
        return {**shown, "label": {"name": one.label, "color": color}}
    if one.subject is not None:
        return {**shown, "assignee": user(site, one.subject), "assigner": user(site, one.by)}
    return shown
