"""Registries that are broken in one way each: doctor names that way and its mend, nothing else."""

from collections.abc import Callable

import pytest

from tests.doctor.conftest import Place
from tests.forge.repository import Environment

NETWORK = "playbooks/technology/network.yml"
ROSTER = "playbooks/advocates/roster.yml"
OWNERS = ".github/CODEOWNERS"

Break = Callable[[Place], object]
WAYS: dict[str, tuple[str, Break, str, str]] = {}


def way(check: str, says: str, mend: str) -> Callable[[Break], Break]:
    """One way to be broken: the check that names it, words of what is so and of what to do."""

    def keep(function: Break) -> Break:
        WAYS[function.__name__] = (check, function, says, mend)
        return function

    return keep


@way("example", "still says `example: true`", "`hero init`")
def never_begun(place: Place) -> None:
    place.edit(NETWORK, "\nformat: 1", "\nexample: true\nformat: 1")


@way("audit-from", "names no `audit_from`", "add `audit_from: 20")
def no_first_day(place: Place) -> None:
    day = place.forge.world.now().date()
    place.edit(NETWORK, f"audit_from: {day}\n", "")


@way("workflows", "without reconcile.yml, no pull is answered", "into .github/workflows")
def a_workflow_lost(place: Place) -> None:
    (place.root / ".github/workflows/reconcile.yml").unlink()


@way("codeowners", "there is no .github/CODEOWNERS", "write one")
def no_owners(place: Place) -> None:
    (place.root / OWNERS).unlink()


@way("codeowners", "still names teams of the example", "put your own people")
def the_examples_owners(place: Place) -> None:
    place.edit(OWNERS, "@root", "@example-org/hero-maintainers")


@way("repository", "acme/ideas is called acme/thoughts now", "write `repository: acme/thoughts`")
def renamed(place: Place) -> None:
    place.forge.ask("root", "PATCH", "/repos/acme/ideas", {"name": "thoughts"})
    # Pages moves along, and network.yml tells both; the site alone is not this test's.
    place.repo.settings.pages = {"html_url": f"{place.forge.url}/pages/acme/ideas/"}


@way("repository", "its issues are switched off", "switch Issues on")
def no_issues(place: Place) -> None:
    place.repo.settings.issues = False


@way("mode", "no environment registry-bot", "with the secret HERO_APP_KEY")
def an_app_without_its_environment(place: Place) -> None:
    app_mode(place)
    place.repo.settings.environments.clear()


@way("mode", "holds no secret HERO_APP_KEY", "gh secret set HERO_APP_KEY --env registry-bot")
def an_app_without_its_key(place: Place) -> None:
    app_mode(place)
    place.repo.settings.environments["registry-bot"].secrets.clear()


@way("mode", "any branch may use registry-bot", "deploy from main alone")
def a_key_for_every_branch(place: Place) -> None:
    app_mode(place)
    place.repo.settings.environments["registry-bot"].branches = ()


@way("actions", "Actions is switched off", "allow actions")
def no_actions(place: Place) -> None:
    place.repo.settings.actions["enabled"] = False


@way("actions", "actions by GitHub are not among those", "created by GitHub")
def no_actions_by_github(place: Place) -> None:
    place.repo.settings.actions["allowed_actions"] = "selected"
    place.repo.settings.selected["github_owned_allowed"] = False


@way("open-pulls", "jobs may not open pulls", "create and approve pull requests")
def no_pulls_by_jobs(place: Place) -> None:
    place.repo.settings.workflows_open_pulls = False


@way("active", "switched off: check.yml (disabled manually)", "gh workflow enable check.yml")
def a_workflow_switched_off(place: Place) -> None:
    place.repo.settings.states["check.yml"] = "disabled_manually"


@way("active", "publish.yml is here and not on main", "push it to main")
def a_workflow_not_pushed(place: Place) -> None:
    owner = place.forge.world.account("root")
    gone: dict[str, str | bytes | None] = {".github/workflows/publish.yml": None}
    place.forge.commit(place.repo, gone, "Lose it", owner)


@way("schedule", "schedule.yml is switched off (disabled inactivity)", "gh workflow enable")
def a_schedule_stopped(place: Place) -> None:
    place.repo.settings.states["schedule.yml"] = "disabled_inactivity"


@way("schedule", "its schedule has not started it yet", "look at the runs of schedule.yml")
def a_schedule_that_never_ran(place: Place) -> None:
    place.forge.world.clock.advance(seconds=3 * 24 * 3600)


@way("rules", "main asks for no pull", "make a ruleset for main")
def an_open_branch(place: Place) -> None:
    place.repo.settings.protected.clear()


@way("rules", "code owners need not approve", "Require review from Code Owners")
def owners_who_need_not_approve(place: Place) -> None:
    place.repo.settings.code_owners = False


@way("rules", "hero/idea may come from anybody", "choose the App 77 as the source")
def a_check_from_anywhere(place: Place) -> None:
    app_mode(place)
    place.repo.settings.required = {"hero/idea": None}


@way("rules", "the check hero/idea is not required", "require hero/idea from the App 77")
def a_check_that_is_not_required(place: Place) -> None:
    app_mode(place)
    place.repo.settings.required = {}


@way("rules", "which never writes it", "any source")
def a_check_from_an_app_that_is_not_there(place: Place) -> None:
    place.repo.settings.required = {"hero/idea": 77}


@way("owners", "make sure @root exists and has write access", "give them write access")
def an_owner_who_left(place: Place) -> None:
    owner = place.forge.let_in(place.repo, "boss", "admin")
    place.repo.roles.pop(place.forge.world.account("root").id)
    place.forge.world.tokens["token-root"].user = owner


@way("pages", "Pages is not switched on", "build_type=workflow")
def no_pages(place: Place) -> None:
    place.repo.settings.pages = None


@way("pages", "publishes a branch", "“GitHub Actions” as the source")
def pages_of_a_branch(place: Place) -> None:
    place.repo.settings.pages = {"build_type": "legacy"}


@way("pages", "the site is at https://ideas.acme.test/", "write `site: https://ideas.acme.test/`")
def a_site_elsewhere(place: Place) -> None:
    place.repo.settings.pages = {"html_url": "https://ideas.acme.test/"}


@way("audience", "everybody could read the site, and network.yml says internal", "restrict")
def a_site_for_everybody(place: Place) -> None:
    place.edit(NETWORK, "# audience: public", "audience: internal")


@way("accounts", "and roster.yml says", "--apply writes the numbers")
def a_wrong_number(place: Place) -> None:
    number = place.forge.world.account("ada").id
    place.edit(ROSTER, f"id: {number}\n", "id: 999999\n")


@way("accounts", "is called ada2 now, and somebody else has the login", "ask them")
def a_login_that_is_another_persons_now(place: Place) -> None:
    place.forge.world.account("ada").login = "ada2"
    place.forge.let_in(place.repo, "ada", "write")


@way("requestable", "bob cannot be asked for a review", "collaborators/bob --field permission=push")
def an_advocate_outside(place: Place) -> None:
    place.repo.roles.pop(place.forge.world.account("bob").id)


@way("propose", "is private and may not be forked", "allow forking under Features")
def no_way_in(place: Place) -> None:
    place.repo.private = True
    place.repo.settings.forking = False
    place.repo.settings.pages = {"public": False}
    # With the form there would be a way.
    (place.root / ".github/ISSUE_TEMPLATE/idea.yml").unlink(missing_ok=True)


def app_mode(place: Place) -> None:
    """Run as an App, set up as it should be."""
    held = place.repo.settings
    held.variables["HERO_APP_ID"] = "77"
    held.environments["registry-bot"] = Environment(("main",), {"HERO_APP_KEY"})
    held.required = {"hero/idea": 77}


@pytest.mark.parametrize("name", WAYS)
def test_it_names_that_way_and_its_mend_and_nothing_else(place: Place, name: str) -> None:
    check, function, says, mend = WAYS[name]
    function(place)
    looked = place.look()
    assert set(looked.amiss()) == {check}
    found = looked.amiss()[check]
    assert says in found["says"]
    assert mend in found["mend"]
    assert len(found["why"]) > 10
    assert looked.code == 1
    flat = " ".join(looked.text.split())
    assert f"do: {' '.join(found['mend'].split())}" in flat


def test_a_sound_app_is_found_sound(place: Place) -> None:
    app_mode(place)
    looked = place.look()
    assert looked.amiss() == {}
    assert "writes as a GitHub App" in looked.found["mode"]["says"]


def test_labels_that_are_missing_are_named_and_made(place: Place) -> None:
    place.repo.labels.clear()
    looked = place.look()
    assert set(looked.amiss()) == {"labels"}
    count = len(looked.found["labels"]["deeds"])
    assert f"{count} labels are not there" in looked.found["labels"]["says"]
    assert "would: make the label “idea”" in " ".join(looked.text.split())
    mended = place.look("--apply")
    assert mended.code == 0
    assert {each["fate"] for each in mended.found["labels"]["deeds"]} == {"done"}
    assert len(place.repo.labels) == count
    assert place.look().amiss() == {}


@pytest.mark.parametrize("name", ["a_workflow_switched_off", "a_schedule_stopped"])
def test_what_was_switched_off_is_switched_on(place: Place, name: str) -> None:
    WAYS[name][1](place)
    assert place.look("--apply").code == 0
    assert place.repo.settings.states == {}
    assert place.look().code == 0


def test_a_wrong_number_is_written_and_a_strangers_never(place: Place) -> None:
    a_wrong_number(place)
    before = (place.root / ROSTER).read_text()
    assert place.look("--apply").code == 0
    after = (place.root / ROSTER).read_text()
    number = place.forge.world.account("ada").id
    assert after == before.replace("id: 999999", f"id: {number}")
    a_login_that_is_another_persons_now(place)
    assert place.look("--apply").code == 1
    assert (place.root / ROSTER).read_text() == after


def test_what_may_not_be_mended_is_said_and_stays_to_be_mended(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.repo.labels.clear()
    place.forge.let_in(place.repo, "tim", "triage")
    monkeypatch.setenv("GITHUB_TOKEN", "token-tim")
    looked = place.look("--apply")
    assert looked.code == 1
    assert {each["fate"] for each in looked.found["labels"]["deeds"]} == {"refused"}
    assert "may not" in looked.found["labels"]["deeds"][0]["because"].lower() or (
        "not accessible" in looked.found["labels"]["deeds"][0]["because"]
    )
