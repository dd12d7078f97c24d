"""Tokens, apps and addresses: who we are on the forge, and what is never shown."""

import io

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from hero.reconcile.checking import CHECK
from hero.reconcile.forge import CheckText, ForgeRefused
from hero.technology.github.budget import Budget, Clock
from hero.technology.github.connect import App, connect
from hero.technology.github.forge import GitHub
from tests.github.scripted import TOKEN, Said, scripted
from tests.github.worlds import PERMISSIONS, REPOSITORY, Stood

MARK = "<!-- hero -->"


@pytest.fixture(scope="module")
def keys() -> tuple[str, str]:
    """A private key and its public one, as PEM."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = made.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    public = made.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private.decode(), public.decode()


def forge_of(on: Stood, credentials: str | App, address: str = "") -> GitHub:
    budget = Budget(gap=0, clock=Clock(sleep=on.slept.append))
    return connect(credentials, REPOSITORY, address or on.forge.url, budget=budget)


def test_an_app_works_where_it_is_installed(stood: Stood, keys: tuple[str, str]) -> None:
    made, _ = stood.forge.app("registry-bot", PERMISSIONS, keys[1])
    forge = forge_of(stood, App(str(made.id), keys[0]))
    pull = stood.pull({"ideas/b.yml": "b\n"})
    forge.comment(pull, MARK, MARK)
    place = forge.place()
    assert (place.app, place.me.login, place.me.bot) == ("registry-bot", "registry-bot[bot]", True)
    assert forge.pulls([pull])[0].comments[0].by.id == place.me.id


def test_a_key_that_is_none(stood: Stood) -> None:
    with pytest.raises(ForgeRefused, match="private key is not one") as refused:
        forge_of(stood, App("1", "-----BEGIN RSA PRIVATE KEY-----\nabc\n"))
    assert refused.value.kind == "permission"
    assert "abc" not in repr(App("1", "abc"))


def test_an_app_that_is_nobodys(stood: Stood, keys: tuple[str, str]) -> None:
    with pytest.raises(ForgeRefused) as refused:
        forge_of(stood, App("4711", keys[0]))
    assert refused.value.kind in ("permission", "gone")


def test_an_app_whose_forge_does_not_answer(keys: tuple[str, str]) -> None:
    app, lost = App("1", keys[0]), Said(200, "{}", fate="dropped")
    with scripted(lost) as script, pytest.raises(ForgeRefused) as refused:
        connect(app, REPOSITORY, script.address, budget=script.budget())
    assert refused.value.kind == "broken"


def test_a_jobs_own_token_is_told_by_its_app(stood: Stood) -> None:
    forge = forge_of(stood, stood.forge.job({"contents": "read", "pull_requests": "write"}))
    assert forge.place().app == "github-actions"


def test_a_token_writes_within_its_rights_alone(stood: Stood) -> None:
    pull = stood.pull({"ideas/b.yml": "b\n"})
    rights = {"contents": "read", "pull_requests": "read", "issues": "read", "checks": "read"}
    forge = forge_of(stood, stood.forge.job(rights))
    assert [each.number for each in forge.pulls(None)] == [pull]
    with pytest.raises(ForgeRefused, match="may not do this") as refused:
        forge.comment(pull, MARK, MARK)
    assert refused.value.kind == "permission"


def test_a_plain_token_writes_a_status_and_no_check(stood: Stood) -> None:
    pull = stood.pull({"ideas/b.yml": "b\n"})
    forge = forge_of(stood, "token-ada")
    head = forge.pulls([pull])[0].head
    assert (forge.place().app, forge.place().me.login) == (None, "ada")
    with pytest.raises(ForgeRefused) as refused:
        forge.check(head, CHECK, CheckText("success", "t", "s", (), "d"))
    assert refused.value.kind == "permission"
    forge.status(head, CHECK, "success", "Fine")
    assert [each.external_id for each in forge.pulls([pull])[0].checks] == ["Fine"]


def test_an_unknown_token(stood: Stood) -> None:
    with pytest.raises(ForgeRefused, match="does not know this token") as refused:
        forge_of(stood, "ghp_unknown").place()
    assert refused.value.kind == "permission"


def test_an_enterprise_server_answers_below_its_own_path(stood: Stood) -> None:
    forge = forge_of(stood, stood.token, f"{stood.forge.url}/api/v3/")
    pull = stood.pull({"ideas/b.yml": "b\n"})
    before = len(stood.forge.log)
    forge.comment(pull, MARK, MARK)
    paths = {line.path for line in stood.forge.log[before:]}
    assert paths == {"/api/graphql", f"/api/v3/repos/{REPOSITORY}/issues/{pull}/comments"}


@pytest.mark.parametrize(
    ("token", "repository", "api", "graphql", "words"),
    [
        ("", REPOSITORY, "https://api.github.com", "", "no token"),
        (" \n", REPOSITORY, "https://api.github.com", "", "no token"),
        (TOKEN, "ideas", "https://api.github.com", "", "OWNER/NAME"),
        (TOKEN, "a/b/c", "https://api.github.com", "", "OWNER/NAME"),
        (TOKEN, REPOSITORY, "file:///etc", "", "none that can be asked"),
        (TOKEN, REPOSITORY, "https://x:y@api.github.com", "", "none that can be asked"),
        (TOKEN, REPOSITORY, "https://api.github.com", "https://evil.example/g", "another host"),
    ],
)
def test_what_cannot_be_connected(
    token: str, repository: str, api: str, graphql: str, words: str
) -> None:
    with pytest.raises(ForgeRefused, match=words) as refused:
        connect(token, repository, api, graphql)
    assert "y@" not in refused.value.words


def test_a_token_is_sent_and_never_written_down() -> None:
    record = io.StringIO()
    said = Said(403, {"message": f"Bad token {TOKEN} of ada@example.org"}, {"Set-Cookie": "s=1"})
    with scripted(said) as script:
        forge = connect(
            TOKEN, "example/ideas", script.address, budget=script.budget(), record=record
        )
        with pytest.raises(ForgeRefused) as refused:
            forge.edit_comment(5, f"see {TOKEN}, mail grace@example.org")
    assert script.heard[0].headers["authorization"] == f"token {TOKEN}"
    for told in (record.getvalue(), refused.value.words, repr(forge), str(refused.value)):
        assert TOKEN not in told
        assert "@example.org" not in told
        assert "s=1" not in told
    assert record.getvalue().count("\n") == 2
