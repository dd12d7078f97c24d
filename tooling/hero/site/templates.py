"""The templates: read from the package, compiled once, escaping what they are given."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from hero.site import address
from hero.site.pieces import coded, moment, outside, spoken, when
from hero.site.shell import START
from hero.site.views import VIEWS

_ENVIRONMENT = Environment(
    loader=PackageLoader("hero.site"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters["spaced"] = lambda slug: slug.replace("-", " ").capitalize()
_ENVIRONMENT.globals.update(address=address, outside=outside, start=START, views=VIEWS)
_ENVIRONMENT.filters.update(coded=coded, when=when, moment=moment, spoken=spoken)
_ENVIRONMENT.filters.update(many="{:,}".format)


def render(template: str, /, **values: Any) -> Markup:
    """Fill the template of this name. What is no Markup is escaped."""
    return Markup(_template(template).render(values))  # noqa: S704 (because: the template escapes)


@cache
def _template(name: str) -> Template:
    return _ENVIRONMENT.get_template(f"{name}.html")
