"""The shell: split once, filled with escaped values."""

from dataclasses import replace

import pytest

from hero.site.follow.feed import Feed
from hero.site.page import Heading, Page
from hero.site.shell import (
    BODY,
    CANONICAL,
    CONTENTS,
    DESCRIPTION,
    HEAD,
    TITLE,
    Shell,
    ShellBroken,
)

RENDERED = (
    f'<title>{TITLE}</title>\n   <meta content="{DESCRIPTION}">'
    f'<link href="{CANONICAL}">{HEAD}<main>{BODY}</main><nav>{CONTENTS}</nav>'
)
PAGE = Page(
    path="ideas/a.html",
    title='<i>"A" & b</i>',
    description='"><script>',
    body="<h1>Safe</h1>",
    section="ideas",
    headings=(Heading("one", "One <two>"),),
)


def test_values_are_escaped_for_their_place() -> None:
    made = Shell.parse(RENDERED).fill(PAGE, "https://a.example/b/")
    assert "<title>&lt;i&gt;&quot;A&quot; &amp; b&lt;/i&gt;</title>" in made
    assert '<meta content="&quot;&gt;&lt;script&gt;">' in made
    assert '<link href="https://a.example/b/ideas/a.html">' in made
    assert "<main><h1>Safe</h1></main>" in made
    assert '<a href="#one" class="md-nav__link"><span class="md-ellipsis">One &lt;two&gt;' in made


def test_a_page_is_known_by_its_own_address_or_by_the_one_that_it_names() -> None:
    shell, other = Shell.parse(RENDERED), replace(PAGE, canonical="ideas/b.html")
    assert '<link href="https://a.example/ideas/b.html">' in shell.fill(other, "https://a.example")
    assert '<link href="../ideas/a.html">' in shell.fill(PAGE)
    assert '<link href="../ideas/b.html">' in shell.fill(other)


def test_a_page_tells_others_its_own_address_even_where_search_engines_show_another() -> None:
    other = replace(PAGE, canonical="ideas/b.html")
    made = Shell.parse(RENDERED).fill(other, "https://a.example/")
    assert '<meta property="og:url" content="https://a.example/ideas/a.html">' in made
    assert "og:url" not in Shell.parse(RENDERED).fill(other)


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (replace(PAGE, source="ideas/2026/a.yml"), "article"),
        (PAGE, "website"),
        (replace(PAGE, section="themes", source="x.yml"), "website"),
    ],
)
def test_an_idea_is_an_article_and_all_else_is_the_site(page: Page, kind: str) -> None:
    made = Shell.parse(RENDERED).fill(page)
    assert f'<meta property="og:type" content="{kind}">' in made


def test_a_page_offers_its_feed_in_both_forms() -> None:
    feed = Feed("theme--x", 'Say "x" & <y>', "Net: x", "themes/x.html", ())
    made = Shell.parse(RENDERED).fill(replace(PAGE, feed=feed))
    for form, ending in (("atom+xml", "xml"), ("feed+json", "json")):
        assert (
            f'<link rel="alternate feed" type="application/{form}" '
            f'title="Say &quot;x&quot; &amp; &lt;y&gt;" href="../feeds/theme--x.{ending}">'
        ) in made
    assert "alternate" not in Shell.parse(RENDERED).fill(PAGE)


def test_a_token_in_a_text_is_only_a_text() -> None:
    page = Page("a.html", BODY, CANONICAL, TITLE, "home")
    made = Shell.parse(RENDERED).fill(page)
    assert f"<title>{BODY}</title>" in made
    assert f"<main>{TITLE}</main>" in made


def test_indentation_of_the_theme_is_left_out() -> None:
    assert "\n   " not in Shell.parse(RENDERED).fill(PAGE)


def test_line_ends_are_left_out_but_for_those_between_words() -> None:
    item = '<li class="x">\n<span class="md-ellipsis">\n  All ideas\n</span>\n</li>\n'
    words = "<p>one\n<b>two</b>\n<em>\nthree\n</em>\nfour</p>"
    made = Shell.parse(f"{RENDERED}{item}{words}").fill(PAGE)
    assert '<li class="x"><span class="md-ellipsis">All ideas</span></li>' in made
    assert words in made


@pytest.mark.parametrize("lost", [TITLE, BODY])
def test_a_theme_that_loses_a_value_is_an_error(lost: str) -> None:
    with pytest.raises(ShellBroken):
        Shell.parse(RENDERED.replace(lost, ""))


def test_a_theme_that_shows_the_body_twice_is_an_error() -> None:
    with pytest.raises(ShellBroken):
        Shell.parse(RENDERED + BODY)
