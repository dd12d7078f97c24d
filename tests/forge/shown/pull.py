"""Pulls and reviews as JSON."""

from typing import Any

from tests.forge import differing, merging
from tests.forge.call import Site
from tests.forge.clock import written
from tests.forge.issue import Issue, Pull, Review
from tests.forge.repository import Repository
from tests.forge.shown.issue import association, issue, page_of
from tests.forge.shown.people import user, user_or_ghost, user_or_none
from tests.forge.shown.repository import repository
from tests.forge.world import World

Json = dict[str, Any]
SHARED = (
    "number state title body labels assignee assignees milestone locked active_lock_reason "
    "created_at updated_at closed_at author_association"
)


def of(one: Issue) -> Pull:
    """Return what makes an issue a pull; it has to be one."""
    if one.pull is None:
        raise ValueError(f"#{one.number} is no pull")
    return one.pull


def simple(world: World, site: Site, repo: Repository, one: Issue) -> Json:
    """Return a pull as lists show it."""
    pull, root = of(one), f"{site.api}/repos/{repo.full_name}"
    url, html = f"{root}/pulls/{one.number}", page_of(site, repo, one)
    seen = issue(world, site, repo, one)
    asked = [user(site, each) for each in pull.requested if not each.gone]
    return {
        "url": url,
        "id": pull.id,
        "node_id": f"PR_{pull.id}",
        "html_url": html,
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
        "issue_url": f"{root}/issues/{one.number}",
        **_addresses(root, url, one, pull),
        **{key: seen[key] for key in SHARED.split()},
        "user": user_or_ghost(world, site, one.by),
        "merged_at": written(pull.merged),
        "merge_commit_sha": pull.merge_commit or merging.trial_commit(world, repo, one),
        "requested_reviewers": asked,
        "requested_teams": [],
        "head": _side(world, site, pull.source, pull.head_ref, pull.head, pull),
        "base": _side(world, site, repo.id, pull.base_ref, pull.base, pull),
        "_links": _links(root, url, html, one, pull),
        "auto_merge": None,
        "draft": pull.draft,
    }


def _addresses(root: str, url: str, one: Issue, pull: Pull) -> Json:
    return {
        "commits_url": f"{url}/commits",
        "review_comments_url": f"{url}/comments",
        "review_comment_url": f"{root}/pulls/comments{{/number}}",
        "comments_url": f"{root}/issues/{one.number}/comments",
        "statuses_url": f"{root}/statuses/{pull.head}",
    }


def _links(root: str, url: str, html: str, one: Issue, pull: Pull) -> Json:
    found = _addresses(root, url, one, pull)
    below = {key.removesuffix("_url"): {"href": value} for key, value in found.items()}
    self = {"self": {"href": url}, "html": {"href": html}}
    return {**self, "issue": {"href": f"{root}/issues/{one.number}"}, **below}


def _side(world: World, site: Site, where: int | None, ref: str, sha: str, pull: Pull) -> Json:
    repo = world.repositories.get(where) if where else None
    owner = repo.owner if repo else pull.owner
    return {
        "label": f"{owner.login}:{ref}",
        "ref": ref,
        "sha": sha,
        "user": user_or_ghost(world, site, owner),
        "repo": repository(site, repo) if repo else None,
    }


def whole(world: World, site: Site, repo: Repository, one: Issue) -> Json:
    """Return a pull with what takes work to find out."""
    pull = of(one)
    base = repo.store.merge_base(pull.base, pull.head)
    changes = differing.changes(repo.store, base, pull.head)
    mergeable = merging.mergeable(world, repo, one)
    return {
        **simple(world, site, repo, one),
        "merged": pull.merged is not None,
        "mergeable": mergeable,
        "rebaseable": mergeable,
        "mergeable_state": merging.state(world, repo, one, mergeable),
        "merged_by": user_or_none(site, pull.merged_by),
        "comments": len(one.comments),
        "review_comments": sum(len(each.comments) for each in pull.reviews),
        "maintainer_can_modify": pull.maintainers_may_push,
        "commits": len(differing.between(repo.store, pull.base, pull.head)),
        "additions": sum(each.additions for each in changes),
        "deletions": sum(each.deletions for each in changes),
        "changed_files": len(changes),
    }


def review(site: Site, repo: Repository, one: Issue, given: Review) -> Json:
    """Return a review. One that is pending has no date yet."""
    html = f"{page_of(site, repo, one)}#pullrequestreview-{given.id}"
    url = f"{site.api}/repos/{repo.full_name}/pulls/{one.number}"
    shown: Json = {
        "id": given.id,
        "node_id": f"PRR_{given.id}",
        "user": user_or_none(site, given.by),
        "body": given.body,
        "state": given.state,
        "html_url": html,
        "pull_request_url": url,
        "author_association": association(repo, given.by),
        "_links": {"html": {"href": html}, "pull_request": {"href": url}},
        "commit_id": given.commit,
    }
    return {**shown, "submitted_at": written(given.on)} if given.on else shown
