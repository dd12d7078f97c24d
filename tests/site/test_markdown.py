"""Strangers' Markdown does nothing but be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.markdown import Renderer, plain
from tests.hostile.test_time import is_quick
from tests.rules.test_hostile import seconds

RENDER = Renderer({"good-idea": "../ideas/good-idea.html"}, frozenset({"problem"}))
REL = 'rel="nofollow noopener noreferrer ugc"'
ALLOWED = {"p", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "br", "hr"}
ALLOWED |= {"h3", "h4", "h5", "h6", "a", "table", "thead", "tbody", "tr", "th", "td", "div"}

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example/path)",
    "[x](https:evil.example)",
    "[x](\\\\evil.example)",
    "[x](/admin)",
    "[x](../../../etc/passwd)",
    "[x](file:///etc/passwd)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    '[x](https://a.example "title\\" onmouseover=alert(1)")',
    '[x](https://a.example/" onclick=alert(1))',
    '<https://a.example/" onclick="alert(1)>',
    "<style>*{display:none}</style>",
    "<form action=https://evil.example><input name=password></form>",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "</div></main></body><h1>taken over</h1>",
    "<!-- hero: pipeline -->",
    "{{ 7 * 7 }} {% include 'secret' %} --8<-- 'secret.md'",
    "`</code><script>alert(1)</script>`",
    "```html\n</code></pre><script>alert(1)</script>\n```",
    "|a|\n|-|\n|<script>alert(1)</script>|",
    "- [x] <input type=image src=https://evil.example/beacon>",
    'text align="left" `<pre>` <table>\n\n```\nx\n```',
]


def harmless(html: str) -> None:
    """Assert that the HTML holds allowed elements with allowed attributes and nothing else."""
    for tag in re.findall(r"<[^>]*>", html):
        name = re.fullmatch(r"</?([a-z0-9]+)([^>]*)>", tag)
        assert name, tag
        assert name[1] in ALLOWED, tag
        attributes = dict(re.findall(r'([a-z-]+)="([^"]*)"', name[2]))
        assert set(attributes) <= {
            "href",
            "rel",
            "class",
            "tabindex",
            "role",
            "aria-label",
            "start",
        }
        link = attributes.get("href")
        assert link is None or re.match(r"https?://|mailto:|#problem$|\.\./ideas/", link), tag


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_hostile_is_inert(text: str) -> None:
    harmless(RENDER(text))
    harmless(RENDER(f"Before *it*, {text}\n\nand after."))


@given(st.text(alphabet=st.sampled_from("<>&\"'()[]!`*_#|-~ \n\t:/.=xaj1\u2028\0"), max_size=300))
def test_any_text_at_all_is_inert(text: str) -> None:
    harmless(RENDER(text))


@given(st.text(max_size=200))
def test_no_text_is_too_odd_for_a_line_of_words(text: str) -> None:
    assert "\n" not in plain(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("# One\n## Two", "<h3>One</h3>\n<h4>Two</h4>\n"),
        ("##### Five", "<h6>Five</h6>\n"),
        ("~~no~~", "<p><del>no</del></p>\n"),
        ("- [x] did\n- [ ] will", "<ul>\n<li>☑ did</li>\n<li>☐ will</li>\n</ul>\n"),
        ("[a](#problem)", f'<p><a href="#problem" {REL}>a</a></p>\n'),
        ("[a](#elsewhere)", "<p>a</p>\n"),
        ("[a](../2025/good-idea.yml)", f'<p><a href="../ideas/good-idea.html" {REL}>a</a></p>\n'),
        ("[a](no-idea.yml)", "<p>a</p>\n"),
        ("[a](../../playbooks/x.md)", "<p>a</p>\n"),
        (
            "see https://a.example/x",
            f'<p>see <a href="https://a.example/x" {REL}>https://a.example/x</a></p>\n',
        ),
        (
            "![chart](https://a.example/c.png)",
            f'<p><a href="https://a.example/c.png" {REL}>chart (image)</a></p>\n',
        ),
        (
            "[![b](https://a.example/b.png)](https://c.example)",
            f'<p><a href="https://c.example" {REL}>b</a></p>\n',
        ),
        ("[m](mailto:a@b.example)", f'<p><a href="mailto:a@b.example" {REL}>m</a></p>\n'),
        ("Vec<T> is <b>odd</b>", "<p>Vec is odd</p>\n"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>\n'),
    ],
)
def test_what_is_meant_well_is_kept(text: str, made: str) -> None:
    assert RENDER(text) == made


def test_wide_things_scroll_in_a_frame_for_the_keyboard() -> None:
    made = RENDER("|a|b|\n|:-:|-:|\n|1|2|\n\n```\ncode\n```")
    assert made.count('tabindex="0"') == 2
    assert '<th class="hero-center">a</th>' in made
    assert '<td class="hero-right">2</td>' in made


def test_a_text_that_explodes_is_shown_as_written() -> None:
    bomb = "|a" * 5000 + "\n" + "|-" * 5000 + "\n" + "|x\n" * 1000
    made = RENDER(bomb)
    assert made.startswith("<pre>|a|a")
    assert len(made) < 2 * len(bomb)


@pytest.mark.parametrize("part", ["[", "*a_", "![[", "|", "> ", "`", "<", "[a](<b", "~~a"])
def test_no_text_takes_longer_than_honest_words(part: str) -> None:
    words = ("Some *words*, `code` and a list:\n\n- one\n- two\n\n" * 500)[:20_000]
    usual = max(seconds(lambda: RENDER(words)) for _ in range(5))
    assert is_quick(lambda: RENDER(part * (20_000 // len(part))), usual)


def test_rendering_again_and_again_keeps_no_memory() -> None:
    text = "Some *words*, `code` and a list:\n\n- one\n- two\n\n" * 20
    RENDER(text)
    before = _kilobytes()
    for _ in range(2000):
        RENDER(text)
    assert _kilobytes() - before < 20_000


def _kilobytes() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * 4
    except OSError:
        pytest.skip("only Linux says how much memory a process has")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two words.", "Two words."),
        ("*Two*\n`words` & [more](https://a.example)", "Two words & more"),
        ("- a\n- b", "a b"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize("text", ["https://javascript:alert(1)", "[x](https://a:b/c)"])
def test_an_address_that_is_none_is_only_its_words(text: str) -> None:
    assert "<a" not in RENDER(text)
    assert RENDER(text).startswith("<p>")


def test_words_beside_such_an_address_stay_linked() -> None:
    made = RENDER("https://javascript:alert(1) and [good](https://a.example)")
    assert re.findall(r"<a href=[^>]*>good</a>", made)
    assert made.count("</a>") == made.count("<a ") == 1
