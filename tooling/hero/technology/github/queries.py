"""What is asked of GraphQL. A test holds every document here against GitHub's own description."""

from collections.abc import Iterable

#: How many pulls one answer holds. GitHub gives up after ten seconds, so fewer are asked for then.
PULLS_AT_ONCE = (25, 10, 3, 1)
#: What one page of a pull's lists holds at most.
PAGE = 100

_PAGE_INFO = "pageInfo { hasNextPage endCursor }"

WHO = """
fragment Who on Actor {
  __typename
  login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
}"""

#: A pull's lists that may go on: arguments beside the page's, and what is asked of each.
LISTS = {
    "reviews": (
        "states: [APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED]",
        "fullDatabaseId state submittedAt lastEditedAt body author { ...Who } commit { oid }",
    ),
    "comments": ("", "fullDatabaseId body createdAt lastEditedAt author { ...Who }"),
    "commits": (
        "",
        "commit { authors(first: 25) { nodes { user { ...Who } } } committer { user { ...Who } } }",
    ),
    "labels": ("", "name"),
    "reviewRequests": ("", "requestedReviewer { __typename ...Who }"),
    "assignees": ("", "...Who"),
    "timelineItems": (
        "itemTypes: [REVIEW_REQUEST_REMOVED_EVENT]",
        "... on ReviewRequestRemovedEvent "
        "{ actor { ...Who } requestedReviewer { __typename ...Who } }",
    ),
}

#: First pages: each list costs by how many lists are within it, so few commits are asked for.
_FIRST = {"commits": 20, "labels": 50, "reviewRequests": 50, "assignees": 20, "timelineItems": 50}


def _list(name: str, first: int, after: str = "") -> str:
    arguments, fields = LISTS[name]
    held = ", ".join(each for each in (f"first: {first}", after, arguments) if each)
    return f"{name}({held}) {{ {_PAGE_INFO} nodes {{ {fields} }} }}"


PULL = f"""
fragment Pull on PullRequest {{
  number title body createdAt state isDraft locked mergeable
  headRefOid headRefName baseRefName
  headRepository {{ nameWithOwner }}
  author {{ ...Who }}
  files(first: {PAGE}) {{ totalCount nodes {{ path changeType }} }}
  {" ".join(_list(name, _FIRST.get(name, PAGE)) for name in LISTS)}
  tip: commits(last: 1) {{ nodes {{ commit {{
    oid
    status @include(if: $plain) {{ context(name: $check) {{ context state description }} }}
    ours: checkSuites(first: 20, filterBy: {{checkName: $check}}) {{ nodes {{
      app {{ slug }}
      checkRuns(first: 20, filterBy: {{checkName: $check, checkType: LATEST}}) {{
        nodes {{ databaseId name conclusion externalId }}
      }}
    }} }}
    suites: checkSuites(first: 50) {{ nodes {{
      conclusion app {{ slug }} checkRuns(first: 1) {{ totalCount }}
    }} }}
  }} }} }}
}}"""

_REPOSITORY = "repository(owner: $owner, name: $name)"

PLACE = f"""
query Place($owner: String!, $name: String!, $after: String, $branch: String) {{
  viewer {{ login databaseId }}
  {_REPOSITORY} {{
    nameWithOwner isPrivate isArchived hasIssuesEnabled
    refs(refPrefix: "refs/heads/hero/", first: {PAGE}, after: $branch) {{ {_PAGE_INFO} nodes {{
      prefix name target {{ oid ... on Commit {{ message }} }}
    }} }}
    squashMergeAllowed mergeCommitAllowed rebaseMergeAllowed
    defaultBranchRef {{ name target {{ oid }} }}
    labels(first: {PAGE}, after: $after) {{ {_PAGE_INFO} nodes {{ name }} }}
  }}
}}"""

OPEN_PULLS = f"""
query OpenPulls(
  $owner: String!, $name: String!, $check: String!, $plain: Boolean!
  $first: Int!, $after: String
) {{
  {_REPOSITORY} {{
    pullRequests(
      first: $first, after: $after, states: OPEN, orderBy: {{field: CREATED_AT, direction: ASC}}
    ) {{ {_PAGE_INFO} nodes {{ ...Pull }} }}
  }}
}}{PULL}{WHO}"""

_COMMENTS = _list("comments", PAGE)

ISSUES = f"""
query Issues(
  $owner: String!, $name: String!, $label: String!, $state: IssueState!
  $first: Int!, $after: String
) {{
  {_REPOSITORY} {{
    issues(
      first: $first, after: $after, labels: [$label], states: [$state]
      orderBy: {{field: CREATED_AT, direction: ASC}}
    ) {{ {_PAGE_INFO} nodes {{
      number title body createdAt lastEditedAt closedAt state locked
      author {{ ...Who }}
      labels(first: 50) {{ nodes {{ name }} }}
      assignees(first: 20) {{ nodes {{ ...Who }} }}
      reactions(content: THUMBS_UP) {{ totalCount }}
      {_COMMENTS}
    }} }}
  }}
}}{WHO}"""

MORE_COMMENTS = f"""
query MoreComments($owner: String!, $name: String!, $number: Int!, $after: String!) {{
  {_REPOSITORY} {{ issue(number: $number) {{ {_list("comments", PAGE, "after: $after")} }} }}
}}{WHO}"""


def these_pulls(numbers: Iterable[int]) -> str:
    """A query for pulls by their numbers, each under `p` and its number."""
    each = "\n    ".join(
        f"p{number}: pullRequest(number: {number}) {{ ...Pull }}" for number in numbers
    )
    return f"""
query Pulls($owner: String!, $name: String!, $check: String!, $plain: Boolean!) {{
  {_REPOSITORY} {{
    {each}
  }}
}}{PULL}{WHO}"""


def more_of(name: str) -> str:
    """A query for a further page of one of a pull's lists."""
    who = WHO if "...Who" in LISTS[name][1] else ""
    return f"""
query More($owner: String!, $name: String!, $number: Int!, $after: String!) {{
  {_REPOSITORY} {{ pullRequest(number: $number) {{ {_list(name, PAGE, "after: $after")} }} }}
}}{who}"""


def entries(heads: Iterable[int]) -> str:
    """A query for files at commits: for each a variable `c` and one `p`, numbered alike.

    What is found is under `e` and the number.
    """
    numbers = list(heads)
    asked = ", ".join(f"$c{n}: GitObjectID!, $p{n}: String!" for n in numbers)
    each = "\n    ".join(
        f"e{n}: object(oid: $c{n}) {{ ... on Commit {{ file(path: $p{n}) {{ oid mode type }} }} }}"
        for n in numbers
    )
    return f"""
query Entries($owner: String!, $name: String!, {asked}) {{
  {_REPOSITORY} {{
    {each}
  }}
}}"""


def blobs(count: int, fields: str) -> str:
    """A query for fields of so many blobs: variables `b0`, `b1`, and the same names in answer."""
    asked = ", ".join(f"$b{n}: GitObjectID!" for n in range(count))
    each = "\n    ".join(
        f"b{n}: object(oid: $b{n}) {{ ... on Blob {{ {fields} }} }}" for n in range(count)
    )
    return f"""
query Blobs($owner: String!, $name: String!, {asked}) {{
  {_REPOSITORY} {{
    {each}
  }}
}}"""


TIP = f"""
query Tip($owner: String!, $name: String!, $branch: String!) {{
  {_REPOSITORY} {{ ref(qualifiedName: $branch) {{ target {{
    oid ... on Commit {{ message parents(first: 2) {{ nodes {{ oid }} }} }}
  }} }} }}
}}"""

COMMIT = """
mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}"""
