"""Each hazard of PyGithub and of GitHub's answers, once, against a server that answers by script.

PyGithub 2.10 by itself repeats POST after a 5xx, never repeats PATCH, takes a 307 for success and
a page of HTML for objects full of nothing, and sleeps for as long as it is told.
"""

from typing import Any

import pytest

from hero.reconcile.forge import CheckText, ForgeRefused
from hero.technology.github import calls
from hero.technology.github.forge import GitHub
from tests.github.scripted import HTML, Said, Script, scripted

MARK = "<!-- hero -->"
BODY = f"Thank you. {MARK}"
NONE = Said(200, [])
OURS = Said(200, [{"id": 5, "body": BODY, "user": {"id": 9, "login": "hero[bot]"}}])
MADE = Said(201, {"id": 5})
COMMENTS = "GET /repos/example/ideas/issues/7/comments?page=1&per_page=100"
WRITE = "POST /repos/example/ideas/issues/7/comments"


def comment(forge: GitHub) -> int:
    return forge.comment(7, BODY, MARK)


def refused(script: Script, **bounds: Any) -> ForgeRefused:
    with pytest.raises(ForgeRefused) as caught:
        comment(script.forge(**bounds))
    return caught.value


@pytest.mark.parametrize(
    "unclear",
    [
        Said(500, {"message": "Server Error"}),
        Said(502, HTML),
        Said(504, HTML),
        Said(201, {"id": 5}, fate="cut"),
        Said(201, {"id": 5}, fate="dropped"),
        Said(200, HTML),
        Said(201, {}),
        Said(201, None),
    ],
    ids=["500", "502", "504", "cut", "dropped", "html", "empty-object", "empty"],
)
def test_a_comment_of_unknown_fate_is_looked_for(unclear: Said) -> None:
    with scripted(NONE, unclear, OURS) as script:
        assert comment(script.forge()) == 5
    assert script.operations == [COMMENTS, WRITE, COMMENTS]


def test_a_comment_that_was_not_made_is_made_again() -> None:
    with scripted(NONE, Said(500, {}), NONE, NONE, MADE) as script:
        assert comment(script.forge()) == 5
    assert script.operations == [COMMENTS, WRITE, COMMENTS, COMMENTS, WRITE]


def test_a_read_that_lags_behind_is_asked_twice() -> None:
    with scripted(NONE, Said(500, {}), NONE, OURS) as script:
        assert comment(script.forge()) == 5
    assert script.operations.count(WRITE) == 1


def test_a_comment_that_is_there_is_not_written() -> None:
    with scripted(OURS) as script:
        assert comment(script.forge()) == 5
    assert script.operations == [COMMENTS]


def test_a_stranger_who_copies_the_marker_is_not_us() -> None:
    theirs = Said(200, [{"id": 3, "body": MARK, "user": {"id": 4, "login": "eve"}}])
    with scripted(theirs, MADE) as script:
        assert comment(script.forge()) == 5


def test_after_a_pause_that_is_asked_for_it_is_written() -> None:
    pause = Said(429, {"message": "Slow down"}, {"Retry-After": "7"})
    with scripted(NONE, pause, MADE) as script:
        assert comment(script.forge(gap=0)) == 5
    assert script.slept == [7]


def test_a_429_that_names_no_time_is_a_limit_too() -> None:
    with scripted(NONE, Said(429, {"message": "Too many"}), MADE) as script:
        assert comment(script.forge(gap=0)) == 5
    assert script.slept == [60]


@pytest.mark.parametrize(
    "words",
    [
        "You have exceeded a secondary rate limit.",
        "You have triggered an abuse detection mechanism. Please retry your request again later.",
        "You have been temporarily blocked from content creation.",
    ],
)
def test_a_secondary_limit_is_waited_for(words: str) -> None:
    with scripted(NONE, Said(403, {"message": words}), MADE) as script:
        assert comment(script.forge(gap=0)) == 5
    assert script.slept == [60]


def test_a_secondary_limit_longer_than_the_run_may_wait_ends_it() -> None:
    with scripted(NONE, Said(403, {"message": "secondary rate limit"})) as script:
        found = refused(script, waiting=5)
    assert (found.kind, found.wait, script.slept) == ("rate", 60, [])


def test_the_hours_limit_is_not_slept_through() -> None:
    spent = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1003600"}
    with scripted(Said(403, {"message": "API rate limit exceeded for x"}, spent)) as script:
        found = refused(script)
    assert (found.kind, found.wait, script.slept) == ("rate", 3601, [])


def test_a_last_request_is_not_followed_by_one_that_would_be_refused() -> None:
    spent = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1003600"}
    with scripted(Said(200, [], spent)) as script:
        assert refused(script).kind == "rate"
    assert script.operations == [COMMENTS]


@pytest.mark.parametrize(
    ("said", "headers", "kind", "words"),
    [
        ("Resource not accessible by integration", {}, "permission", "may not do this"),
        ("Resource protected by organization SAML enforcement", {}, "permission", "sign-on"),
        ("Forbidden", {"X-GitHub-SSO": "required; url=https://x"}, "permission", "sign-on"),
        ("the organization has an IP allow list enabled", {}, "permission", "addresses"),
        ("Must have admin rights", {}, "permission", "admin rights"),
        ("Repository was archived so is read-only.", {}, "closed", "archived"),
        ("Unable to create comment because issue is locked.", {}, "closed", "locked"),
    ],
)
def test_the_other_meanings_of_403(
    said: str, headers: dict[str, str], kind: str, words: str
) -> None:
    with scripted(NONE, Said(403, {"message": said}, headers)) as script:
        found = refused(script)
    assert (found.kind, words in found.words) == (kind, True)
    assert script.operations == [COMMENTS, WRITE]


def test_which_permission_is_missing_is_said() -> None:
    needs = {"X-Accepted-GitHub-Permissions": "issues=write"}
    said = {"message": "Resource not accessible by integration"}
    with scripted(NONE, Said(403, said, needs)) as script:
        assert "it needs issues: write" in refused(script).words


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (401, "permission", "does not know this token"),
        (404, "gone", "not there, or not for this token"),
        (410, "closed", "disabled"),
        (422, "invalid", "disabled"),
        (409, "conflict", "disabled"),
    ],
)
def test_other_refusals_are_said_plainly(status: int, kind: str, words: str) -> None:
    with scripted(NONE, Said(status, {"message": "Issues are disabled"})) as script:
        found = refused(script)
    assert (found.kind, words in found.words) == (kind, True)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirection_of_a_write_is_no_success(status: int) -> None:
    away = Said(status, {"message": "Moved"}, {"Location": "ADDRESS/repositories/1/issues/7"})
    with scripted(NONE, away) as script:
        assert refused(script).kind == "moved"
    assert script.operations == [COMMENTS, WRITE]


def test_a_redirection_of_a_read_is_not_followed_without_its_query() -> None:
    away = Said(301, {"message": "Moved"}, {"Location": "ADDRESS/repositories/1/issues/7"})
    with scripted(away) as script:
        assert refused(script).kind == "moved"
    assert script.operations == [COMMENTS]


@pytest.mark.parametrize("page", [Said(200, HTML), Said(200, {"not": "a list"}), Said(200, None)])
def test_a_page_of_html_is_no_list_of_nothings(page: Said) -> None:
    with scripted(*[page] * 9) as script:
        assert refused(script).kind == "broken"
    assert WRITE not in script.operations


def test_a_proxys_403_is_not_githubs() -> None:
    with scripted(Said(403, HTML), *[Said(403, HTML)] * 9) as script:
        found = refused(script)
    assert (found.kind, "not GitHub" in found.words) == ("broken", True)


@pytest.mark.parametrize("fault", [Said(502, HTML), Said(200, "{}", fate="cut"), Said(202, {})])
def test_a_read_is_asked_again(fault: Said) -> None:
    with scripted(fault, OURS) as script:
        assert comment(script.forge()) == 5
    assert script.operations == [COMMENTS, COMMENTS]


@pytest.mark.parametrize("fault", [Said(502, HTML), Said(403, {"message": "secondary rate limit"})])
def test_a_patch_is_repeated(fault: Said) -> None:
    with scripted(fault, Said(200, {"id": 5})) as script:
        script.forge().edit_comment(5, "x")
    assert script.operations == ["PATCH /repos/example/ideas/issues/comments/5"] * 2


def test_what_is_gone_already_needs_no_removing() -> None:
    with scripted(Said(404, {"message": "Not Found"})) as script:
        script.forge().delete_comment(5)
    assert script.operations == ["DELETE /repos/example/ideas/issues/comments/5"]


MERGED = {"merged": True, "merge_commit_sha": "c" * 40, "head": {"sha": "a" * 40}}
OPEN = {**MERGED, "merged": False, "merge_commit_sha": None}


@pytest.mark.parametrize(
    "lines",
    [
        [Said(502, HTML), Said(200, MERGED)],
        [Said(405, {"message": "Pull Request is not mergeable"}), Said(200, MERGED)],
        [Said(502, HTML), Said(200, OPEN), Said(200, OPEN), Said(405, {}), Said(200, MERGED)],
        [Said(502, HTML), Said(200, OPEN), Said(200, OPEN), Said(200, {"sha": "c" * 40})],
    ],
)
def test_a_merge_of_unknown_fate_is_looked_at(lines: list[Said]) -> None:
    with scripted(*lines) as script:
        assert script.forge().merge(7, "a" * 40, "t", "x") == "c" * 40
    assert script.lines == []


def test_a_merge_that_is_refused_is_refused() -> None:
    with scripted(Said(405, {"message": "2 approvals are missing"}), Said(200, OPEN)) as script:
        with pytest.raises(ForgeRefused, match="approvals are missing") as caught:
            script.forge().merge(7, "a" * 40, "t", "x")
        assert caught.value.kind == "conflict"


@pytest.mark.parametrize("status", [404, 422])
def test_a_workflow_that_does_not_start_is_no_success(status: int) -> None:
    runs = Said(200, {"workflow_runs": []})
    no = Said(status, {"message": "No trigger"})
    with scripted(runs, no) as script, pytest.raises(ForgeRefused):
        script.forge().dispatch("publish.yml", "main", {})


def test_a_workflow_of_unknown_fate_is_looked_for() -> None:
    before, after = [{"id": 1}], [{"id": 2}, {"id": 1}]
    lines = [before, None, after]
    said = [Said(200, {"workflow_runs": each}) if each else Said(502, HTML) for each in lines]
    with scripted(*said) as script:
        script.forge().dispatch("publish.yml", "main", {})
    assert script.lines == []


def test_nobody_answers() -> None:
    with scripted() as script:
        forge = script.forge()
    with pytest.raises(ForgeRefused, match="no answer") as caught:
        forge.place()
    assert caught.value.kind == "broken"


def test_writes_end_before_they_are_used_up() -> None:
    with scripted(*[Said(200, {"id": 5})] * 9) as script:
        forge = script.forge(writes=2)
        forge.edit_comment(5, "x")
        forge.edit_comment(5, "y")
        with pytest.raises(ForgeRefused, match="all of its 2 writes") as caught:
            forge.edit_comment(5, "z")
    assert (caught.value.kind, len(script.heard)) == ("rate", 2)
    assert script.slept == [pytest.approx(1)]


def test_requests_end_before_they_are_used_up() -> None:
    with scripted(*[NONE] * 9) as script:
        assert "all of its 2 requests" in refused(script, requests=2).words


def test_a_list_is_read_to_its_last_page() -> None:
    rows = [{"id": n, "body": "x", "user": None} for n in range(100)]
    link = {"Link": '<ADDRESS/repositories/1/issues/7/comments?page=2&per_page=100>; rel="next"'}
    with scripted(Said(200, rows, link), Said(200, rows), OURS) as script:
        assert comment(script.forge()) == 5
    assert [each.path[-19:] for each in script.heard] == [
        f"?page={n}&per_page=100"[-19:] for n in (1, 2, 3)
    ]


def test_a_list_that_does_not_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "PAGES", 5)
    link = {"Link": '<ADDRESS/x?page=1>; rel="next"'}
    with scripted(*[Said(200, [], link)] * 6) as script:
        assert "does not end" in refused(script).words


def test_a_half_written_check_is_finished_and_not_doubled() -> None:
    text = CheckText("failure", "t", "s", (), "d1")
    found = Said(200, {"check_runs": [{"id": 4, "app": {"slug": "hero"}, "external_id": "d1"}]})
    empty = Said(200, {"check_runs": []})
    with scripted(empty, Said(502, HTML), found) as script:
        script.forge().check("a" * 40, "registry/idea", text)
    assert sum(each.verb == "POST" for each in script.heard) == 1


def test_one_who_cannot_be_asked_does_not_keep_the_others_from_it() -> None:
    no = Said(422, {"message": "Reviews may only be requested from collaborators."})
    yes = Said(201, {"requested_reviewers": [{"login": "Grace"}]})
    with scripted(no, yes, no) as script:
        assert script.forge().request(7, ["grace", "linus"]) == ("grace",)


def test_requests_for_review_go_out_in_batches() -> None:
    logins = [f"example-{n}" for n in range(20)]
    rows = [{"login": login} for login in logins]
    with scripted(*[Said(201, {"requested_reviewers": rows})] * 2) as script:
        assert script.forge().request(7, logins) == tuple(logins)
    assert [len(each.body["reviewers"]) for each in script.heard] == [15, 5]


def test_a_renamed_repository_is_called_by_its_name() -> None:
    with scripted(Said(200, {"id": 5})) as script:
        forge = script.forge()
        forge.repository = "example/old-name"
        forge.edit_comment(5, "x")
    assert script.operations == ["PATCH /repos/example/ideas/issues/comments/5"]
