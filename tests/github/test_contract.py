"""The port's promises, kept alike by the forge in memory and by GitHub's adapter."""

import pytest

from hero.reconcile.checking import CHECK
from hero.reconcile.forge import Annotation, CheckText, ForgeRefused
from tests.github.memory import name_of
from tests.github.worlds import World

IDEA = {"ideas/2026/quieter.yml": "title: Quieter\nproblem: Größe\n"}
MARK = "<!-- hero -->"


def text(annotations: int = 0, digest: str = "d1") -> CheckText:
    rows = (
        Annotation("ideas/2026/quieter.yml", 1, 1, "failure", f"rule {n}", "why")
        for n in range(annotations)
    )
    return CheckText("failure", "Two things to mend", "More.", tuple(rows), digest)


def test_the_place(world: World) -> None:
    place = world.port.place()
    assert (place.name, place.branch, place.app) == ("octo/ideas", "main", "hero")
    assert (place.me.login, place.me.bot, place.private) == ("hero[bot]", True, False)


def test_open_pulls_and_their_files(world: World) -> None:
    numbers = [world.pull(IDEA), world.pull({"README.md": "x\n", "ideas/b.yml": "b\n"})]
    first, second = world.port.pulls(None)
    blob = name_of(IDEA["ideas/2026/quieter.yml"].encode())
    [file] = first.files
    assert [first.number, second.number] == numbers
    assert (file.path, file.status, file.blob, file.mode) == (*IDEA, "added", blob, "100644")
    assert [each.path for each in second.files] == ["README.md", "ideas/b.yml"]
    assert (first.author.login, first.base, first.head_repository) == ("ada", "main", "octo/ideas")
    assert "ada" in {each.login for each in first.authors}
    assert (first.state, first.whole, first.draft, first.mergeable) == ("open", True, False, True)
    assert world.port.texts([blob], 100) == {blob: IDEA["ideas/2026/quieter.yml"].encode()}
    assert world.port.texts([blob], 10) == {}
    assert world.port.texts([], 10) == {}


def test_pulls_by_number(world: World) -> None:
    first, second = world.pull(IDEA), world.pull({"ideas/b.yml": "b\n"})
    assert [each.number for each in world.port.pulls({second, first})] == [first, second]
    assert [each.number for each in world.port.pulls([second])] == [second]
    assert world.port.pulls([]) == []


def test_a_pull_that_is_not_there(world: World) -> None:
    with pytest.raises(ForgeRefused) as refused:
        world.port.pulls([999])
    assert refused.value.kind == "gone"


def test_a_comment_is_written_once_and_edited_and_removed(world: World) -> None:
    pull, port = world.pull(IDEA), world.port
    theirs = world.say(pull, f"I am Hero {MARK}")
    first = port.comment(pull, f"Hello {MARK}", MARK)
    assert first != theirs
    assert port.comment(pull, f"Hello again {MARK}", MARK) == first
    port.edit_comment(first, f"Good bye {MARK}")
    [_, ours] = port.pulls([pull])[0].comments
    assert (ours.id, ours.body, ours.by.login) == (first, f"Good bye {MARK}", "hero[bot]")
    assert ours.by.id == port.place().me.id
    assert ours.edited is not None
    for _ in range(2):
        port.delete_comment(first)
    assert [each.id for each in port.pulls([pull])[0].comments] == [theirs]


def test_an_edit_of_nothing_is_refused(world: World) -> None:
    with pytest.raises(ForgeRefused) as refused:
        world.port.edit_comment(424242, "x")
    assert refused.value.kind == "gone"


def test_who_can_be_asked_and_who_assigned(world: World) -> None:
    logins = ["Grace", "tim", "eve", "nobody"]
    assert world.port.requestable(logins) == {"grace"}
    assert world.port.requestable(logins[:2]) == {"grace"}
    assert world.port.assignable(logins) == {"grace", "tim"}
    assert world.port.assignable(["tim"]) == {"tim"}
    assert world.port.assignable([]) == frozenset()


def test_reviews_are_asked_of_those_who_can_give_them(world: World) -> None:
    pull, port = world.pull(IDEA), world.port
    assert port.request(pull, ["grace", "tim", "ada"]) == ("grace",)
    assert [each.login for each in port.pulls([pull])[0].requested] == ["grace"]
    port.unrequest(pull, ["grace"])
    [seen] = port.pulls([pull])
    assert (seen.requested, seen.declined) == ((), frozenset())


def test_people_are_assigned(world: World) -> None:
    pull, port = world.pull(IDEA), world.port
    assert port.assign(pull, ["tim", "nobody"]) == ("tim",)
    assert [each.login for each in port.pulls([pull])[0].assigned] == ["tim"]


def test_labels(world: World) -> None:
    pull, port = world.pull(IDEA), world.port
    for _ in range(2):
        port.make_label("stage: proposed", "ededed", "An idea")
    port.label(pull, ["stage: proposed", "waits: advocate"], [])
    port.label(pull, ["stage: exploring"], ["stage: proposed", "never: there"])
    assert port.pulls([pull])[0].labels == {"stage: exploring", "waits: advocate"}
    assert {"stage: proposed", "stage: exploring"} <= port.place().labels


@pytest.mark.parametrize("annotations", [0, 50, 51, 120])
def test_a_check_is_written_once_and_whole(world: World, annotations: int) -> None:
    pull, port = world.pull(IDEA), world.port
    head = port.pulls([pull])[0].head
    for _ in range(2):
        port.check(head, CHECK, text(annotations))
    [run] = port.pulls([pull])[0].checks
    assert (run.name, run.app, run.conclusion, run.external_id) == (CHECK, "hero", "failure", "d1")
    port.check(head, CHECK, text(0, "d2"))
    newest = max(port.pulls([pull])[0].checks, key=lambda each: each.id)
    assert newest.external_id == "d2"


def test_a_status_is_written_once(world: World) -> None:
    pull, port = world.pull(IDEA), world.plain
    head = port.pulls([pull])[0].head
    for _ in range(2):
        port.status(head, CHECK, "failure", "Two things")
    [run] = port.pulls([pull])[0].checks
    assert (run.name, run.app, run.conclusion, run.external_id) == (
        CHECK,
        "",
        "failure",
        "Two things",
    )
    port.status(head, CHECK, "pending", "Waits")
    [run] = port.pulls([pull])[0].checks
    assert (run.conclusion, run.external_id) == (None, "Waits")


def test_a_plain_token_writes_no_check(world: World) -> None:
    pull, port = world.pull(IDEA), world.plain
    assert port.place().app is None
    with pytest.raises(ForgeRefused) as refused:
        port.check(port.pulls([pull])[0].head, CHECK, text())
    assert refused.value.kind == "permission"


def test_a_merge_of_what_was_seen(world: World) -> None:
    pull, port = world.pull(IDEA), world.port
    head = port.pulls([pull])[0].head
    with pytest.raises(ForgeRefused) as refused:
        port.merge(pull, "c" * 40, "Record it", "")
    assert refused.value.kind == "conflict"
    made = port.merge(pull, head, "Record it", "By ada")
    assert port.place().tip == made
    assert port.pulls(None) == []
    assert port.pulls([pull])[0].state == "merged"


def test_a_commit_onto_what_was_seen(world: World) -> None:
    port = world.port
    tip, data = port.place().tip, "title: Ä\r\n".encode()
    made = port.commit("main", tip, {"ideas/c.yml": data, "ideas/d.yml": b""}, "Add c\n\nAnd why")
    assert port.place().tip == made != tip
    assert port.texts([name_of(data)], 100) == {name_of(data): data}
    gone = port.commit("main", made, {"ideas/c.yml": None}, "Take c away")
    with pytest.raises(ForgeRefused) as refused:
        port.commit("main", made, {"ideas/e.yml": b"e"}, "Add e")
    assert (refused.value.kind, port.place().tip) == ("conflict", gone)
    with pytest.raises(ForgeRefused) as refused:
        port.commit("nowhere", tip, {"ideas/e.yml": b"e"}, "Add e")
    assert refused.value.kind == "gone"


def test_a_workflow_is_started(world: World) -> None:
    world.port.dispatch("publish.yml", "main", {})
    assert world.dispatched() == 1
