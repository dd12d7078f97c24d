"""The home page: one screen of what this is, what moved, what changed and who needs help."""

from hero.process.flow.coverage import reasons
from hero.registry.phrases import counted
from hero.site.flow import reply, scene_of
from hero.site.home_lists import asked, in_use, last_moves, newest, used_listing
from hero.site.home_sought import by_role, sought
from hero.site.page import Page
from hero.site.pieces import Pieces
from hero.site.templates import render
from hero.site.window import Window

MOVES, USED, SOUGHT, ASKED = 3, 3, 3, 2


def home_page(pieces: Pieces) -> Page:
    """The front of the site; it reads well with no ideas at all."""
    window = pieces.window
    network = window.registry.network
    moves = last_moves(window, MOVES)
    used, seeking = in_use(window), sought(window)
    challenges = asked(window)
    body = render(
        "home",
        p=pieces,
        network=network,
        edition=window.edition,
        example=window.example,
        total=len(window.registry.ideas),
        way=[each for each in window.registry.pipeline.stages if each.outcome != "ended"],
        answer=answer(window),
        explained=explained(window),
        moves=moves,
        fresh=[] if moves else newest(window, MOVES),
        used=used[:USED],
        in_use=len(used),
        more_used=used_listing(window) if len(used) > USED else None,
        sought=seeking[:SOUGHT],
        seekers=by_role(seeking) if len(seeking) > SOUGHT else [],
        asked=challenges[:ASKED],
        challenges=len(window.registry.challenges),
        told=len(moves) == MOVES,
    )
    description = f"The ideas of {network.organisation}: what is proposed, decided and in use."
    return Page("index.html", network.name, description, body, "home")


def answer(window: Window) -> tuple[str, str] | None:
    """How long the first reply takes, and what that rests on; None where nobody has waited yet."""
    figure, lately = reply(window)
    n, median, waiting = figure.n, figure.values["median"], int(figure.values["open"] or 0)
    if not n:
        return None if not waiting else ("none yet", f"{counted(waiting, 'idea')} waiting")
    took = "the same day" if median == 0 else f"{median} working day{'s' * (median != 1)}"
    replies = f"{n:,} repl{'ies' if n > 1 else 'y'}"
    of = f"median of {replies}{' in the last year' if lately else ''}"
    return took, f"{of}; {waiting:,} still waiting"


def explained(window: Window) -> tuple[int, int]:
    """How many ideas that ended or rest have a reason, and how many ended or rest."""
    (figure,) = reasons(scene_of(window))
    return int(figure.values["part"] or 0), figure.n
