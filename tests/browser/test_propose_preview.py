"""The preview: what the site's own renderer makes of common Markdown, nothing of hostile."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from hero.registry.markdown import Renderer
from tests.browser.proposing import GOOD, PAGE
from tests.browser.test_pages import opened
from tests.site.test_markdown import HOSTILE

#: What people write. Each is held against the site's renderer.
COMMON = (
    "Two lines\nof one paragraph.\n\nAnother, with *emphasis*, **strength** and ~~both~~.",
    "# One\n\n## Two ##\n\n### Three\n\n###### Six\n\n#hash",
    "Under\n=====\n\nLined\n---\n\ntext\n\n***",
    "- a\n- b **bold**\n- c\n\nafter",
    "- a\n\n- b\n\n  more of b\n- c",
    "1. one\n2. two\n   - inner\n   - inner two\n3. three",
    "4) four\n5) five",
    "* a\n  lazy\nlazier\n* b",
    "text right before\n- a list",
    "- [ ] open\n- [x] done",
    "> quoted *text*\n> on two lines\nlazily\n\n> - list in it\n> > deeper",
    "`code`, ``a ` b``, ` spaced ` and *a `*` b*",
    "```yaml\nkey: |\n  **value** <b>\n```\n\n~~~\n```\n~~~",
    "    indented\n\n    code\n\nnot",
    "```\nnever closed\n\n# so all of it",
    '[words](https://example.org/a_b_c) and [*em*](http://example.org/?a=1&b=2 "title")',
    "<https://example.org> https://example.org/a_b. (https://example.org/x) www.example.org",
    "[mail](mailto:ann@example.org) [round](https://example.org/a_(b))",
    "![a picture](https://example.org/a.png) and ![](https://example.org/b.png)",
    "[to an idea](other.yml) [nowhere](#top) [site](/admin)",
    "| a | b |\n|:--|--:|\n| 1 | **2** |\n| `x` |\n\nafter",
    "a | b\n--- | :-:\n1 | 2",
    "not | a table\n\n| nor | this |",
    "snake_case_name and __init__ and 2 * 3 * 4 and a*b*c",
    "***both*** **bold *in* it** *em **strong***",
    "unmatched *star, **stars, [bracket, `tick, ~~tildes and ] back",
    "escaped \\*stars\\*, \\[brackets\\](https://example.org) and \\`ticks\\`",
    "line one  \nline two\\\nline three",
    "AT&amp;T &lt;b&gt; &quot;x&quot; &copy nothing & more &#65;",
    "HTML <b>in</b> a line, <br> and <!-- a comment --> gone",
    "<div>\nall of it is\n</div>\n\ngone",
    "1986. A year\n\n- a\n+ b\n\n10. ten",
)
#: What could take for ever, or would fill the page.
ENDLESS = (
    "[" * 10_000,
    "[a](" * 5_000,
    "](x" * 5_000,
    "![" * 10_000,
    "*a " * 6_000,
    "*a _b " * 3_000 + "*" * 2_000,
    "a* b_ " * 3_000,
    "*a **b " * 1_400 + "b** a* " * 1_400,
    "**" * 10_000,
    "`" * 20_000,
    "` `` " * 4_000,
    "<" * 20_000,
    "<a " * 6_000,
    "<!--" * 5_000,
    "&#" * 10_000,
    "> " * 10_000,
    "- " * 10_000,
    "> - " * 5_000,
    " " * 20_000,
    "\n" * 20_000,
    "x\n" * 10_000,
    "- \n" * 6_000,
    "|" * 10_000 + "\n" + "-|" * 5_000,
    "|a" * 20 + "\n" + "|-" * 20 + "\n" + "x\n" * 9_000,
    "http://" * 2_500,
    "www." * 5_000,
    "\\" * 20_000,
    "[x](" + "(" * 19_000,
    "[x](" + " " * 19_000,
    "~~a" * 6_000,
)


@pytest.fixture(scope="module")
def page(chromium: Browser, network: str) -> Iterator[Page]:
    with opened(chromium, network, "wide", "light") as (page, seen):
        page.goto(network + PAGE)
        page.locator("summary", has_text="How the page will look").click()
        yield page
        assert seen.errors == []
        assert seen.strangers == []


#: Tags and texts in their order; blanks between blocks say nothing.
_BARE = """html => {
  const root = new DOMParser().parseFromString(html, "text/html").body, found = [];
  const walk = node => {
    for (const each of node.childNodes) {
      if (each.nodeType === 3) {
        if (typeof found.at(-1) === "string" && !found.at(-1).startsWith("<"))
          found.push(found.pop() + each.data);
        else found.push(each.data);
      } else if (each.nodeType === 1) {
        const more = ["href", "class", "start"].filter(name => each.getAttribute(name))
          .map(name => ` ${name}=${each.getAttribute(name)}`).join("");
        found.push(`<${each.localName}${more}>`);
        walk(each);
        found.push(`</${each.localName}>`);
      }
    }
  };
  walk(root);
  const block = /^<[/]?(?:p|li|ul|ol|pre|h.|blockquote|div|t.*|br)\\b/;
  const bare = (text, before = "<p", after = "<p") => text.replace(/\\s+/g, " ")
    .replace(/^ /, block.test(before) ? "" : " ").replace(/ $/, block.test(after) ? "" : " ");
  const said = (each, n) => each.startsWith("<") ? each : bare(each, found[n - 1], found[n + 1]);
  return found.map(said).filter(Boolean);
}"""


def show(page: Page, texts: Mapping[str, str]) -> None:
    """Write, and have the preview made at once."""
    page.evaluate(
        """texts => {
          for (const [name, text] of Object.entries(texts))
            document.getElementById(`propose-${name}`).value = text;
          document.getElementById("propose-preview").closest("details")
            .dispatchEvent(new Event("toggle"));
        }""",
        dict(texts),
    )


def _bare(page: Page, html: str) -> Any:
    return page.evaluate(_BARE, html)


def test_common_markdown_looks_as_on_the_page(page: Page) -> None:
    render = Renderer(top=5)
    for text in COMMON:
        show(page, GOOD | {"problem": text, "proposal": "", "benefit": ""})
        made = page.locator("#preview-texts").inner_html().partition("</h4>")[2]
        assert _bare(page, made) == _bare(page, str(render(text))), text


def test_it_is_a_page_of_an_idea_on_its_first_day(page: Page) -> None:
    show(page, GOOD | {"challenge": "quiet", "proposers": "bea carl", "first_step": "Try."})
    look = page.locator("#propose-preview")
    expect(look.locator(".hero-eyebrow")).to_have_text("Speed · answers Quiet nights")
    expect(look.locator("h3")).to_have_text("Warm the cache early")
    expect(look.locator(".hero-steps [aria-current=step]")).to_have_text("Proposed")
    expect(look.locator(".hero-chip")).to_have_text("Proposed")
    expect(look.locator("dd").first).to_have_text("bea, carl")
    expect(look).to_contain_text("First reply: within 2 working days")
    parts = ["Problem", "Proposal", "Benefit", "First step"]
    expect(look.locator(".hero-preview__part")).to_have_text(parts)
    show(page, {"challenge": "", "theme": "unsure", "first_step": ""})
    expect(look.locator(".hero-eyebrow")).to_have_text("Theme not set")


def test_hostile_text_stays_text(page: Page) -> None:
    tags = {"p", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "br", "hr"}
    tags |= {"h4", "h5", "h6", "a", "table", "thead", "tbody", "tr", "th", "td", "div"}
    for text in (*HOSTILE, "".join(HOSTILE), "<img src=x onerror=hurt=1> {{ 7*7 }}"):
        show(page, GOOD | {"problem": text, "proposal": f"**{text}**", "benefit": f"- [{text}]"})
        found = page.locator("#preview-texts *").evaluate_all(
            "all => all.map(e => [e.localName, e.href ?? '', e.rel ?? '', e.getAttributeNames()])"
        )
        for tag, link, rel, names in found:
            assert tag in tags, text
            assert set(names) <= {"href", "rel", "target", "class", "start", "tabindex"} | {
                "role",
                "aria-label",
            }
            if tag == "a":
                assert re.match(r"https?://[^/]|mailto:[^@]+@", link), text
                assert "nofollow" in rel
    assert page.evaluate("window.hurt") is None


_TIMED = """text => {
  const field = document.getElementById("propose-problem");
  const look = document.getElementById("preview-texts");
  field.value = text;
  const from = performance.now();
  look.closest("details").dispatchEvent(new Event("toggle"));
  const took = performance.now() - from;
  const deep = (node, n) => n > 60 ? n
    : [...node.children].reduce((most, each) => Math.max(most, deep(each, n + 1)), n);
  return [took, look.querySelectorAll("*").length, deep(look, 0)];
}"""


def test_endless_text_takes_as_long_as_any_other(page: Page) -> None:
    usual = "Some *words* of `text` and a [link](https://example.org), then more.\n\n" * 280
    page.evaluate(_TIMED, usual)
    took = max(page.evaluate(_TIMED, usual)[0] for _ in range(3))
    for text in ENDLESS:
        spent, nodes, depth = page.evaluate(_TIMED, text)
        if spent > 15 * took:  # The machine may have been busy elsewhere.
            spent, _, _ = page.evaluate(_TIMED, text)
        assert spent <= 15 * took, f"{text[:20]!r}: {spent:.0f} ms against {took:.0f} ms"
        assert nodes <= 25_000, text[:20]
        assert depth <= 40, text[:20]
