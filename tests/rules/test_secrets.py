"""A secret is told of, and repeated nowhere: in no message, no help, no format, no fix."""

import json

import pytest

from hero.cli import report
from hero.registry.registry import Registry
from hero.registry.render import inline
from hero.registry.secrets import masked, secrets, without, words_of
from hero.rules import check
from tests.rules.memory import FILES, Memory

IDEA = "ideas/2026/rig.yml"
BODY = "X7kQ2mVb9Tz4Lw8Rj3Hn6Pc1Ys5Df0Ga7Ke2"
#: Invented, and put together here, so that no scanner takes them for real ones.
SHAPES = {
    "AWS access key": "AKIA" + "IOSFODNN7EXAMPLE",
    "GitHub token": "ghp_" + BODY,
    "GitHub token, fine": "github_pat_" + BODY + BODY,
    "GitLab token": "glpat-" + BODY[:20],
    "Slack token": "xoxb-" + "123456789012-" + BODY[:24],
    "npm token": "npm_" + BODY[:36],
    "PyPI token": "pypi-" + "AgEIcHlwaS5vcmc" + BODY + BODY,
    "Stripe key": "sk_live_" + BODY[:24],
    "Google key": "AIza" + BODY[:35],
    "API key": "sk-" + "proj-" + BODY,
    "JSON web token": "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0." + BODY,
    "password": "password=" + "k7Tq9vLw2x",
    "password in YAML": "db_password: " + "k7Tq9vLw2x",
    "password in an address": "postgres://rig:" + "k7Tq9vLw2x" + "@db.internal/rig",
}
HARMLESS = [
    "password=<your password>",
    "token: ${DEPLOY_TOKEN}",
    "secret: HERO_CHAT",
    "https://user:password@example.org/",
    "tokens_in_calldata = zero_bytes_in_calldata",
    "commit 0123456789abcdef0123456789abcdef01234567",
    "sk-learn-contrib-and-other-library-names",
    "password: at least 12 characters",
    "api_key = os.environ['API_KEY']",
]


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_a_secret_is_known_and_masked(text: str) -> None:
    inside = f"before {text} after"
    assert len(list(secrets(inside))) >= 1
    shown = masked(inside)
    assert len(shown) == len(inside)
    assert shown.startswith("before ")
    assert shown.endswith(" after")
    assert text[-6:] not in shown.replace("@db.internal/rig", "")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert list(secrets(text)) == []


def everywhere(secret: str) -> dict[str, bytes]:
    """Files in which a secret stands wherever another rule might quote it."""
    whole = FILES["ideas/2026/quarantine-flaky-tests.yml"].decode()
    said = inline(secret)
    texts = {
        IDEA: whole.replace("theme: developer-experience", f"theme: {said}"),
        "ideas/2026/a.yml": f"{whole}builder: {said}\nrevisit_on: {said}\ntags: {said}\n",
        "ideas/2026/b.yml": f"title: {said} {said}\nproposers: {said}\nlinks: [{said}]\n",
        "ideas/2026/c.yml": f"title: a: b {secret}\n\t{secret}\n",
        "ideas/2026/d.yml": f"{whole}\n{secret}: 1\nchallenge: {said}\n",
        "ideas/2026/e.yml": whole.replace("title: Q", f"title: <b>{secret}</b>. Q"),
    }
    return FILES | {path: text.encode() for path, text in texts.items()}


@pytest.mark.parametrize("name", [name for name in SHAPES if "password" not in name])
def test_no_format_repeats_it(name: str) -> None:
    secret = SHAPES[name]
    registry = Registry.read(Memory(everywhere(secret)))
    found = check(registry)
    assert {each.place.path for each in found if each.rule == "text-secret"} == {
        path for path in everywhere(secret) if path not in FILES
    }
    formats = (report.text, report.as_json, report.github)
    for said in (form(registry, found) for form in formats):
        assert_silent(said, secret)
    for each in found:
        assert_silent(
            " ".join([each.message, *each.help, each.fix.about if each.fix else ""]), secret
        )


def assert_silent(said: str, secret: str) -> None:
    """Nothing beyond the mark of its kind: no six characters of it in a row, in whatever case."""
    low, core = said.lower().replace("_", "-"), secret[4:].lower().replace("_", "-")
    core = core.removeprefix("ub-pat-")
    pieces = {core[at : at + 8] for at in range(len(core) - 8)}
    assert [piece for piece in pieces if piece in low] == []


def test_a_secret_behind_escapes_closes_the_lines_it_stands_on() -> None:
    secret = SHAPES["GitHub token"]
    escaped = f"\\x{ord(secret[0]):02x}{secret[1:]}"
    whole = FILES["ideas/2026/quarantine-flaky-tests.yml"].decode()
    text = whole.replace(
        "title: Quarantine", f'summary: "<b>It</b> says {escaped}"\ntitle: Quarantine'
    )
    registry = Registry.read(Memory(FILES | {IDEA: text.encode()}))
    found = check(registry)
    assert {"text-secret", "text-plain"} == {each.rule for each in found}
    assert_silent(report.text(registry, found), secret)
    assert [each["rule"] for each in json.loads(report.as_json(registry, found))]


def test_a_key_of_many_lines_is_covered_whole() -> None:
    rule = "-----"
    key = f"{rule}BEGIN PRIVATE KEY{rule}\n  {BODY}\n  {BODY[::-1]}\n  {rule}END PRIVATE KEY{rule}"
    shown = masked(f"problem: |\n  {key}\n  after\n")
    assert BODY[:6] not in shown
    assert BODY[::-1][:6] not in shown
    assert shown.count("\n") == 6
    assert "  after" in shown


def test_a_secret_cut_short_or_made_a_slug_is_hidden_too() -> None:
    secret = SHAPES["GitHub token"]
    words = words_of(secret)
    for said in (f"is {secret[:30]}…", f"did you mean `{secret.lower().replace('_', '-')}`?"):
        assert_silent(without(said, words), secret)
