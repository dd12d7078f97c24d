"""The port's promises on issues, branches of ours and the pulls from them, kept alike by both."""

import pytest

from hero.reconcile.forge import ForgeRefused
from tests.github.memory import name_of
from tests.github.worlds import World

MARK = "<!-- hero: idea quieter -->"
BODY = f"Quieter alarms.\n\n{MARK}\n"
FILES: dict[str, bytes | None] = {"ideas/2026/quieter.yml": "title: Größe\r\n".encode()}
BRANCH = "hero/upkeep"


def opened(world: World, mark: str = MARK, title: str = "Quieter") -> int:
    return world.port.open_issue(title, f"{BODY}{mark}", mark, ["idea", "late"])


def test_an_issue_is_opened_once_and_seen(world: World) -> None:
    number = opened(world)
    assert opened(world) == number
    [seen] = world.port.issues("idea", "open")
    assert (seen.number, seen.title, seen.state, seen.closed) == (number, "Quieter", "open", None)
    assert MARK in seen.body
    assert (seen.author.login, seen.author.id) == ("hero[bot]", world.port.place().me.id)
    assert seen.labels == {"idea", "late"}
    assert (seen.votes, seen.comments) == (0, ())
    assert (seen.whole, seen.locked, seen.edited, seen.assigned) == (True, False, None, ())


def test_an_issue_that_is_closed_is_not_opened_again(world: World) -> None:
    number = opened(world)
    world.port.close_issue(number, done=True)
    assert opened(world) == number
    assert world.port.issues("idea", "open") == []


def test_a_strangers_marker_is_not_ours(world: World) -> None:
    theirs = world.issue("Mine", BODY, ["idea"])
    ours = opened(world)
    assert ours != theirs
    assert [each.number for each in world.port.issues("idea", "open")] == [theirs, ours]


def test_issues_are_told_apart_by_label_and_state(world: World) -> None:
    port, first = world.port, opened(world)
    second = opened(world, "<!-- hero: idea louder -->", "Louder")
    pull = world.pull({"ideas/a.yml": "a: 2\n"})
    port.label(pull, ["idea"], [])
    port.label(second, ["stage: proposed"], ["late"])
    port.close_issue(first, done=False)
    assert [each.number for each in port.issues("idea", "open")] == [second]
    assert [each.number for each in port.issues("idea", "closed")] == [first]
    assert [each.number for each in port.issues("late", "open")] == []
    assert port.issues("idea", "open")[0].labels == {"idea", "stage: proposed"}
    assert port.issues("never there", "open") == []


def test_an_issue_is_reworded(world: World) -> None:
    port, number = world.port, opened(world)
    port.edit_issue(number, "Much quieter", f"{BODY}More.")
    [seen] = port.issues("idea", "open")
    assert (seen.title, seen.body) == ("Much quieter", f"{BODY}More.")
    assert seen.edited is not None


def test_an_issue_is_closed_and_opened_again_as_often_as_asked(world: World) -> None:
    port, number = world.port, opened(world)
    for _ in range(2):
        port.close_issue(number, done=True)
    [seen] = port.issues("idea", "closed")
    assert seen.state == "closed"
    assert seen.closed is not None
    for _ in range(2):
        port.reopen_issue(number)
    [seen] = port.issues("idea", "open")
    assert (seen.state, seen.closed) == ("open", None)


def test_a_comment_on_an_issue(world: World) -> None:
    port, number = world.port, opened(world)
    theirs = world.say(number, f"Hello {MARK}")
    ours = port.comment(number, f"Thank you {MARK}", MARK)
    assert port.comment(number, f"Thank you {MARK}", MARK) == ours != theirs
    [seen] = port.issues("idea", "open")
    assert [(each.id, each.by.login) for each in seen.comments] == [
        (theirs, "eve"),
        (ours, "hero[bot]"),
    ]


@pytest.mark.parametrize("what", ["edit_issue", "close_issue", "reopen_issue"])
def test_an_issue_that_is_not_there(world: World, what: str) -> None:
    more: dict[str, tuple[object, ...]] = {"edit_issue": ("x", "y"), "close_issue": (True,)}
    with pytest.raises(ForgeRefused) as refused:
        getattr(world.port, what)(999, *more.get(what, ()))
    assert refused.value.kind == "gone"


def test_issues_that_are_switched_off(world: World) -> None:
    world.without_issues()
    assert not world.port.place().issues
    with pytest.raises(ForgeRefused) as refused:
        opened(world)
    assert refused.value.kind == "closed"


def test_a_branch_of_ours_is_put_moved_and_dropped(world: World) -> None:
    port = world.port
    assert port.place().issues
    onto = port.place().tip
    first = port.put(BRANCH, onto, FILES, "Record advocates\n\nWhy")
    [(name, told)] = port.place().branches.items()
    assert (name, told.tip, told.message.strip()) == (BRANCH, first, "Record advocates\n\nWhy")
    second = port.put(BRANCH, onto, {"ideas/b.yml": b"b\n"}, "Again")
    assert port.place().branches[BRANCH].tip == second != first
    assert port.place().tip == onto
    for _ in range(2):
        port.drop(BRANCH)
    assert port.place().branches == {}


def test_branches_of_others_are_none_of_ours(world: World) -> None:
    world.pull({"ideas/b.yml": "b\n"})
    assert world.port.place().branches == {}


def test_a_pull_from_a_branch_of_ours(world: World) -> None:
    port = world.port
    head = port.put(BRANCH, port.place().tip, FILES, "Record advocates")
    number = port.open_pull(BRANCH, "Upkeep", "What it does.")
    assert port.open_pull(BRANCH, "Upkeep", "What it does.") == number
    [seen] = port.pulls(None)
    [file] = seen.files
    data = FILES["ideas/2026/quieter.yml"] or b""
    assert (seen.number, seen.title, seen.body) == (number, "Upkeep", "What it does.")
    assert (seen.head, seen.branch, seen.base) == (head, BRANCH, "main")
    assert (file.path, file.status, file.blob, file.mode) == (
        "ideas/2026/quieter.yml",
        "added",
        name_of(data),
        "100644",
    )
    assert port.texts([name_of(data)], 99) == {name_of(data): data}
    assert (seen.author.login, seen.head_repository) == ("hero[bot]", "octo/ideas")


def test_a_pull_of_ours_follows_its_branch_and_is_reworded_and_closed(world: World) -> None:
    port = world.port
    onto = port.place().tip
    port.put(BRANCH, onto, FILES, "One")
    number = port.open_pull(BRANCH, "Upkeep", "One.")
    head = port.put(BRANCH, onto, {"ideas/b.yml": b"b\n"}, "Two")
    port.edit_pull(number, "More upkeep", "Two.")
    [seen] = port.pulls([number])
    assert (seen.head, [each.path for each in seen.files]) == (head, ["ideas/b.yml"])
    assert (seen.title, seen.body) == ("More upkeep", "Two.")
    for _ in range(2):
        port.close_pull(number)
    assert port.pulls(None) == []
    assert port.pulls([number])[0].state == "closed"


def test_a_closed_pull_is_not_opened_again_but_followed_by_another(world: World) -> None:
    port = world.port
    port.put(BRANCH, port.place().tip, FILES, "One")
    first = port.open_pull(BRANCH, "Upkeep", "")
    port.close_pull(first)
    port.put(BRANCH, port.place().tip, {"ideas/b.yml": b"b\n"}, "Two")
    second = port.open_pull(BRANCH, "Upkeep", "")
    assert first != second
    assert [each.number for each in port.pulls(None)] == [second]


def test_a_pull_of_ours_is_merged(world: World) -> None:
    port = world.port
    head = port.put(BRANCH, port.place().tip, FILES, "One")
    number = port.open_pull(BRANCH, "Upkeep", "")
    made = port.merge(number, head, f"Upkeep (#{number})", "")
    assert port.place().tip == made
    assert port.pulls([number])[0].state == "merged"
    port.drop(BRANCH)
    onto = port.place().tip
    assert port.put(BRANCH, onto, {"ideas/b.yml": b"b\n"}, "Two") not in (head, made)


def test_a_pull_from_a_branch_that_is_not_there(world: World) -> None:
    with pytest.raises(ForgeRefused) as refused:
        world.port.open_pull(BRANCH, "Upkeep", "")
    assert refused.value.kind == "invalid"


@pytest.mark.parametrize("what", ["edit_pull", "close_pull"])
def test_a_pull_of_ours_that_is_not_there(world: World, what: str) -> None:
    more = ("x", "y") if what == "edit_pull" else ()
    with pytest.raises(ForgeRefused) as refused:
        getattr(world.port, what)(999, *more)
    assert refused.value.kind == "gone"
