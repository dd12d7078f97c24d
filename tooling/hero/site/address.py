"""Where every page is: paths from the site's root, and addresses on the forge.

A slug never has two hyphens in a row, so a name that does can never be taken by an idea, a
theme or a person.
"""

from urllib.parse import quote, urlencode

from hero.registry.policies import Network


def idea(slug: str) -> str:
    """The page of an idea."""
    return f"ideas/{_file(slug)}.html"


def idea_data(slug: str) -> str:
    """The data of an idea, for programs."""
    return f"api/v1/ideas/{slug}.json"


def theme(slug: str, number: int = 1) -> str:
    """The page of a theme; its table can go on over several pages, by number from 1."""
    return f"themes/{_file(slug)}{_more(number)}.html"


def challenge(slug: str, number: int = 1) -> str:
    """The page of a challenge. It stands beside the themes."""
    return f"themes/challenge--{slug}{_more(number)}.html"


def person(login: str, number: int = 1) -> str:
    """The page of a person. GitHub does not tell logins apart by case."""
    return f"people/{_file(login.lower())}{_more(number)}.html"


#: The page of the network; no login has two hyphens in a row.
NETWORK = "people/the--network.html"


def rule(name: str) -> str:
    """The page of a rule."""
    return f"rules/{_file(name)}.html"


def listing(stage: str | None = None, number: int = 1) -> str:
    """The page of the table of ideas: all of them or one stage's, by number from 1."""
    parts = ([f"stage--{stage}"] if stage else []) + ([f"page--{number}"] if number > 1 else [])
    return f"ideas/{'--'.join(parts) or 'index'}.html"


def board() -> str:
    """The board: a column a stage."""
    return "board/index.html"


def moves() -> str:
    """What moved lately."""
    return "moves/index.html"


def decisions(answer: str | None = None, number: int = 1) -> str:
    """The decisions, all or those that were one answer, in pages by number from 1."""
    parts = ([answer] if answer else []) + ([f"page--{number}"] if number > 1 else [])
    return f"decisions/{'--'.join(parts) or 'index'}.html"


def pulse(chart: str | None = None) -> str:
    """The page of charts, or the place of one of them."""
    return f"pulse/index.html{f'#{chart}' if chart else ''}"


def pulse_data(chart: str) -> str:
    """The numbers of a chart, for spreadsheets."""
    return f"pulse/{chart}.csv"


def follow() -> str:
    """What can be followed, and what programs can read."""
    return "follow/index.html"


def seeking(role: str) -> str:
    """The table of the ideas that look for somebody in a role."""
    return f"{listing()}?seeks={role}"


def waiting(stage: str) -> str:
    """The table of a stage's ideas, the one that is there longest first."""
    return f"{listing()}?{urlencode({'stage': stage, 'sort': 'waiting'})}"


def root_of(path: str) -> str:
    """What leads from a page to the site's root: `` or `../`."""
    return "../" * path.count("/")


def _file(name: str) -> str:
    return "index--" if name == "index" else name


def _more(number: int) -> str:
    return f"--page--{number}" if number > 1 else ""


def repository(network: Network) -> str:
    """The repository on the forge."""
    return f"{network.forge.rstrip('/')}/{network.repository}"


def edit(network: Network, path: str) -> str:
    """Where a file is edited in the browser."""
    return f"{repository(network)}/edit/{quote(network.branch)}/{quote(path)}"


def history(network: Network, path: str) -> str:
    """The commits that changed a file."""
    return f"{repository(network)}/commits/{quote(network.branch)}/{quote(path)}"


def blob(network: Network, path: str) -> str:
    """A file as the forge shows it."""
    return f"{repository(network)}/blob/{quote(network.branch)}/{quote(path)}"


def commit(network: Network, sha: str) -> str:
    """One commit."""
    return f"{repository(network)}/commit/{quote(sha)}"


def pull(network: Network, number: int) -> str:
    """One pull."""
    return f"{repository(network)}/pull/{number}"


def new_file(network: Network, path: str, text: str) -> str:
    """Where a new file is written in the browser, with a name and a text to start from."""
    query = urlencode({"filename": path, "value": text}, quote_via=quote)
    return f"{repository(network)}/new/{quote(network.branch)}?{query}"
