"""The fronts: pages that MkDocs renders once, each as the shell of a section of Hero's pages."""

from mkdocs.structure.pages import Page

from hero.site.shell import BODY, CONTENTS, DESCRIPTION, HEAD, TITLE

#: The first page of each section; its rendering is the section's shell.
FRONTS = {
    "index.md": "home",
    "ideas/index.md": "ideas",
    "themes/index.md": "themes",
    "people/index.md": "people",
    "rules/index.md": "rules",
}
#: Those that a registry's `nav` may leave out, since another section's pages lead to them.
INNER = {
    f"{name}/index.md": name
    for name in ("board", "moves", "decisions", "pulse", "follow", "scorecard")
}
FRONTS |= INNER

FRONT = f"""---
title: {TITLE}
description: {DESCRIPTION}
hero_contents: {CONTENTS}
hero_head: {HEAD}
hide: [navigation]
search: {{exclude: true}}
---
# {BODY}
"""


def is_front(page: Page) -> bool:
    """Is it a front, and no playbook's page in its place?"""
    return page.file.src_uri in FRONTS and page.file.generated_by is not None
