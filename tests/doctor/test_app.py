"""Doctor asked by a GitHub App, and of a registry that takes Hero by its version."""

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.doctor.conftest import Place

RIGHTS = {"contents": "write", "pull_requests": "write", "issues": "write", "checks": "write"}
CALL = "jobs:\n  a:\n    uses: acme/hero/.github/workflows/{}.yml@v1.0.0\n"


@pytest.fixture(scope="session")
def keys() -> tuple[str, str]:
    """A private key and its public one, as PEM."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    kind, secret = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private = made.private_bytes(serialization.Encoding.PEM, kind, secret).decode()
    shape = serialization.PublicFormat.SubjectPublicKeyInfo
    return private, made.public_key().public_bytes(serialization.Encoding.PEM, shape).decode()


def ask_as_app(
    place: Place, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, str], rights: dict[str, str]
) -> None:
    made, _ = place.forge.app("registry-bot", rights, keys[1])
    monkeypatch.setenv("HERO_APP_ID", str(made.id))
    monkeypatch.setenv("HERO_APP_KEY", keys[0])
    monkeypatch.delenv("GITHUB_TOKEN")


def test_an_apps_permissions_are_held_against_what_hero_does(
    place: Place, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, str]
) -> None:
    ask_as_app(place, monkeypatch, keys, RIGHTS)
    looked = place.look()
    assert looked.amiss() == {}
    assert looked.found["token"]["says"] == "the App registry-bot may do what Hero does"


def test_an_app_that_lacks_one_is_told_which(
    place: Place, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, str]
) -> None:
    ask_as_app(place, monkeypatch, keys, RIGHTS | {"checks": "read"})
    looked = place.look()
    assert set(looked.amiss()) == {"token"}, looked.text
    assert looked.amiss()["token"]["says"] == "the App lacks checks: write"
    assert "accept them" in looked.amiss()["token"]["mend"]


def by_reference(place: Place) -> None:
    """Let the registry take Hero at v1.0.0, and have that repository release it."""
    for name in ("check", "publish"):
        (place.root / f".github/workflows/{name}.yml").write_text(CALL.format(name))
    (place.root / "requirements").mkdir()
    line = "hero @ git+https://github.com/acme/hero@v1.0.0\n"
    (place.root / "requirements/hero.txt").write_text(line)
    form = {"tooling/hero/registry/format.py": "FORMAT = 2\n"}
    upstream = place.forge.repository("acme/hero", form, root="admin")
    upstream.settings.release = ("v1.0.0", "The first.")


def test_one_version_that_is_the_newest_is_sound(place: Place) -> None:
    by_reference(place)
    looked = place.look()
    assert looked.amiss() == {}
    assert looked.found["newest"]["says"] == "v1.0.0 is the newest Hero"
    assert looked.found["versions"]["says"] == "all of acme/hero is taken at v1.0.0"


def test_two_versions_are_named_with_their_files(place: Place) -> None:
    by_reference(place)
    place.edit("requirements/hero.txt", "v1.0.0", "v0.9.0")
    says = place.look().amiss()["versions"]["says"]
    assert "requirements/hero.txt at v0.9.0" in says
    assert ".github/workflows/check.yml at v1.0.0" in says


def test_what_a_newer_version_changes_is_told_before_it_is_taken(place: Place) -> None:
    by_reference(place)
    upstream = place.forge.world.named("acme/hero")
    assert upstream
    upstream.settings.release = ("v2.0.0", "- Ideas have a *gain*.\n\n- And more. \x1b[31m")
    tip = upstream.store.resolve("main")
    assert tip
    upstream.store.move("refs/tags/v2.0.0", tip, None)
    looked = place.look()
    assert set(looked.amiss()) == {"newest"}
    found = looked.amiss()["newest"]
    assert found["says"].startswith("v2.0.0 is out, and this registry takes v1.0.0: - Ideas have a")
    assert "Its files are in format 2, these in 1: `hero upgrade` follows." in found["says"]
    assert "name v2.0.0 in .github/workflows/check.yml" in found["mend"]
    assert "\x1b" not in looked.text
