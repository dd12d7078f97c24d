"""Repositories, labels and branches as JSON."""

from typing import Any
from urllib.parse import quote

from tests.forge.call import Site
from tests.forge.clock import written
from tests.forge.people import User, at_least
from tests.forge.repository import Label, Repository
from tests.forge.shown.people import user

Json = dict[str, Any]
PLAIN = (
    "events hooks teams merges languages stargazers contributors subscribers subscription "
    "downloads deployments tags forks"
)
OF_ONE = {
    "archive_url": "/{archive_format}{/ref}",
    "assignees_url": "/assignees{/user}",
    "blobs_url": "/git/blobs{/sha}",
    "branches_url": "/branches{/branch}",
    "collaborators_url": "/collaborators{/collaborator}",
    "comments_url": "/comments{/number}",
    "commits_url": "/commits{/sha}",
    "compare_url": "/compare/{base}...{head}",
    "contents_url": "/contents/{+path}",
    "git_commits_url": "/git/commits{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "issue_comment_url": "/issues/comments{/number}",
    "issue_events_url": "/issues/events{/number}",
    "issues_url": "/issues{/number}",
    "keys_url": "/keys{/key_id}",
    "labels_url": "/labels{/name}",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "pulls_url": "/pulls{/number}",
    "releases_url": "/releases{/id}",
    "statuses_url": "/statuses/{sha}",
    "trees_url": "/git/trees{/sha}",
}


def minimal(site: Site, repo: Repository) -> Json:
    """Return a repository as it stands within other answers."""
    url = f"{site.api}/repos/{repo.full_name}"
    return {
        "id": repo.id,
        "node_id": f"R_{repo.id}",
        "name": repo.name,
        "full_name": repo.full_name,
        "private": repo.private,
        "owner": user(site, repo.owner),
        "html_url": f"{site.html}/{repo.full_name}",
        "description": repo.description,
        "fork": repo.parent is not None,
        "url": url,
        **{f"{name}_url": f"{url}/{name}" for name in PLAIN.split()},
        **{key: url + rest for key, rest in OF_ONE.items()},
    }


def repository(site: Site, repo: Repository, reader: User | None = None) -> Json:
    """Return a repository with its settings and what this reader may do in it."""
    page = f"{site.html}/{repo.full_name}"
    host = site.html.split("://")[1]
    counts = ("forks", "stargazers", "watchers", "open_issues")
    shown = {
        **minimal(site, repo),
        "git_url": f"git://{host}/{repo.full_name}.git",
        "ssh_url": f"git@{host}:{repo.full_name}.git",
        "clone_url": f"{page}.git",
        "svn_url": page,
        "mirror_url": None,
        "homepage": None,
        "language": None,
        "size": 1,
        "default_branch": repo.branch,
        **{f"{key}_count": 0 for key in counts},
        "open_issues_count": sum(each.state == "open" for each in repo.issues.values()),
        **dict.fromkeys(("forks", "watchers", "open_issues"), 0),
        **_switches(repo),
        **_times(repo),
        "topics": [],
        "license": None,
        "allow_forking": repo.settings.forking,
        "is_template": False,
        "web_commit_signoff_required": False,
    }
    return {**shown, "permissions": permissions(repo, reader)} if reader else shown


def _switches(repo: Repository) -> Json:
    return {
        "archived": repo.archived,
        "disabled": False,
        "visibility": "private" if repo.private else "public",
        "has_issues": repo.settings.issues,
        "has_projects": False,
        "has_wiki": False,
        "has_pages": repo.settings.pages is not None,
        "has_downloads": False,
        "has_discussions": False,
        "has_pull_requests": True,
        "pull_request_creation_policy": "all",
        "allow_merge_commit": repo.settings.merge_commit,
        "allow_squash_merge": repo.settings.squash_merge,
        "allow_rebase_merge": repo.settings.rebase_merge,
        "allow_auto_merge": False,
        "allow_update_branch": False,
        "delete_branch_on_merge": repo.settings.delete_branch,
    }


def _times(repo: Repository) -> Json:
    return {
        "created_at": written(repo.created),
        "updated_at": written(repo.pushed or repo.created),
        "pushed_at": written(repo.pushed or repo.created),
    }


def permissions(repo: Repository, reader: User) -> dict[str, bool]:
    """Return what somebody may do."""
    role = repo.role(reader)
    names = {"admin": "admin", "maintain": "maintain", "push": "write", "triage": "triage"}
    return {**{key: at_least(role, name) for key, name in names.items()}, "pull": role is not None}


def label(site: Site, repo: Repository, one: Label) -> Json:
    """Return a label."""
    return {
        "id": one.id,
        "node_id": f"LA_{one.id}",
        "url": f"{site.api}/repos/{repo.full_name}/labels/{quote(one.name)}",
        "name": one.name,
        "color": one.color,
        "default": False,
        "description": one.description,
    }
