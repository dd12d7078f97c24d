"""What is said at the beginning, read; and what is made of texts."""

import pytest

from hero.registry.beginning.callers import Whence, thin_makefile, whence
from hero.registry.beginning.own import (
    Asked,
    NotMeant,
    advocate_from,
    place_of,
    site_of,
    theme_from,
)
from hero.registry.beginning.prose import own_owners, own_prose
from hero.technology.rewritings import files_below
from tests.init.conftest import ROOT

GITHUB = "https://github.com"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("git@github.com:acme/ideas.git", (GITHUB, "acme/ideas")),
        ("https://github.com/acme/ideas", (GITHUB, "acme/ideas")),
        ("https://ada:secret@github.com/acme/ideas.git/", (GITHUB, "acme/ideas")),
        ("ssh://git@ssh.github.com:443/acme/ideas.git", (GITHUB, "acme/ideas")),
        ("ssh://git@git.acme.test:2222/acme/ideas", ("https://git.acme.test", "acme/ideas")),
        ("http://x:t@127.0.0.1:4100/acme/ideas.git", ("http://127.0.0.1:4100", "acme/ideas")),
        ("/srv/git/ideas.git", None),
        ("../ideas", None),
        ("git@host:only-one.git", None),
        ("https://github.com/a/b/c", None),
        ("", None),
    ],
)
def test_the_repository_is_read_out_of_a_remote_and_no_secret_with_it(
    address: str, place: tuple[str, str] | None
) -> None:
    assert place_of(address) == place


@pytest.mark.parametrize(
    ("forge", "repository", "site"),
    [
        (GITHUB, "Acme/Ideas", "https://acme.github.io/Ideas/"),
        (GITHUB, "Acme/acme.github.io", "https://acme.github.io/"),
        ("https://git.acme.test", "acme/ideas", "https://git.acme.test/pages/acme/ideas/"),
    ],
)
def test_the_site_is_where_pages_puts_it(forge: str, repository: str, site: str) -> None:
    assert site_of(forge, repository) == site


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("ada", Asked("ada", None, None, ())),
        ("@ada", Asked("ada", None, None, ())),
        (
            "ada:delivery, Working together",
            Asked("ada", None, None, ("delivery", "working-together")),
        ),
        ("ada/platform#12:delivery", Asked("ada", "platform", 12, ("delivery",))),
        ("ada_acme#1", Asked("ada_acme", None, 1, ())),
    ],
)
def test_an_advocate_is_read(words: str, asked: Asked) -> None:
    assert advocate_from(words) == asked


@pytest.mark.parametrize("words", ["", "a b", "ada#0", "ada#x", "ada@corp.test", "ada\n:x"])
def test_what_is_no_advocate_is_said_to_be_none(words: str) -> None:
    with pytest.raises(NotMeant, match="write LOGIN"):
        advocate_from(words)


def test_a_theme_has_a_name_and_says_what_belongs_there() -> None:
    both = theme_from("Über-fast CI: from push to green")
    assert (both.id, both.name, both.about) == (
        "uber-fast-ci",
        "Über-fast CI",
        "from push to green",
    )
    assert theme_from("Security").about == "Whatever is about security."
    with pytest.raises(NotMeant):
        theme_from("!!!: x")


PAGE = """\
# P

One. <!-- example -->[A](../../ideas/2025/a.yml) did.
So did B.<!-- /example --> Two<!-- example -->, like C<!-- /example -->.

**Next:** <!-- example -->read [A](../../ideas/2025/a.yml), then <!-- /example -->write.

<!-- example -->

## Only here

<!-- /example -->

[kept](index.md) and [gone](../../ideas/2025/a.yml#x) at https://forge.test/old/name/new

```yaml
theme: delivery
```
"""


def test_the_examples_passages_go_and_sentences_stay_whole() -> None:
    gone = {"ideas/2025/a.yml"}
    moved = {"https://forge.test/old/name": "https://github.com/acme/ideas"}
    text = own_prose("playbooks/process/p.md", PAGE, moved, gone, ["security"])
    assert text == (
        "# P\n\nOne. Two.\n\n**Next:** write.\n\n[kept](index.md) and gone at "
        "https://github.com/acme/ideas/new\n\n```yaml\ntheme: security\n```\n"
    )


def test_no_passage_of_the_playbooks_is_left_open() -> None:
    for path, raw in files_below(ROOT, "playbooks", "ideas").items():
        text = raw.decode()
        assert text.count("<!-- example -->") == text.count("<!-- /example -->"), path


def test_owners_of_the_example_give_way_and_others_stay() -> None:
    text = "# X\n* @old/a @other\n/ideas/\n/p/ @old/a @old/b\n"
    assert own_owners(text, "old", ["@ada"]).splitlines() == [
        "# X",
        f"{'*':<23} @other @ada",
        "/ideas/",
        f"{'/p/':<23} @ada",
    ]


@pytest.mark.parametrize("words", ["", "acme/hero", "hero@v1", "acme/hero@", "a/b@v1 x", "a/b@-x"])
def test_whence_hero_comes_is_said_whole(words: str) -> None:
    with pytest.raises(NotMeant, match="OWNER/NAME@VERSION"):
        whence(words)


def test_whence_hero_comes_is_read() -> None:
    assert whence("acme/hero@v1.2.0") == Whence("acme/hero", "v1.2.0")


def test_a_makefile_of_another_shape_is_left_alone() -> None:
    assert thin_makefile("all:\n\ttrue\n") == ""
