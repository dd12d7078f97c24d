"""`hero similar`: show ideas that a text, a file or an idea may repeat."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from hero.cli.registry import root_option
from hero.registry.similar import LEAST, Similar
from hero.registry.similarity.texts import LONGEST, Texts
from hero.registry.source import Source


@dataclass(frozen=True)
class Query:
    """What is asked about: its texts, and its own file in the registry, if it is there."""

    texts: Texts
    path: str | None = None


@click.command("similar")
@click.argument("text", nargs=-1, required=True, metavar="TEXT|PATH|SLUG")
@root_option
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=LEAST,
    show_default=True,
    metavar="SCORE",
    help="Show no idea that scores less, from 0 to 1.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(text: tuple[str, ...], root: Path, least: float, form: str) -> None:
    """Show ideas that a text may repeat, declined ones too: at most three, the likeliest first.

    Ask with words, with a slug, or with the file of an idea, in this registry or elsewhere. Title,
    summary, tags, problem and proposal are compared by the words they share; who says the same
    in other words is not found.

    \b
    Examples:
      hero similar flaky tests block the build
      hero similar ideas/2026/devcontainers-everywhere.yml
    """
    from hero.technology.folder import Folder

    source = Folder(root)
    query = _query(source, root, " ".join(text))
    nearest = found(source, query, least=0)
    shown = [each for each in nearest if each.score >= least]
    if form == "json":
        said = {"least": least, "similar": [_data(source, each) for each in shown]}
        click.echo(json.dumps(said, indent=2))
        return
    for line in lines(source, shown) if shown else [_nothing(nearest, least)]:
        click.echo(line)


def found(source: Source, query: Query, least: float = LEAST) -> list[Similar]:
    """The ideas most alike, read on all cores. Raises a usage error for a text without words."""
    from hero.registry.similar import similar
    from hero.registry.similarity.words import terms
    from hero.technology.cores import spread, uncollected

    if not any(terms(each) for each in query.texts.values()):
        raise click.UsageError("There is no word to compare: say what the idea is about.")
    with uncollected():
        return similar(query.texts, source, spread, lambda path: path == query.path, least)


def lines(source: Source, ideas: Sequence[Similar]) -> Iterator[str]:
    """Each idea in a few lines: title and score, where it stands, what both say."""
    from hero.cli.report import printable

    for number, each in enumerate(ideas, 1):
        data = _data(source, each)
        yield printable(f"{number}. {data['title']} (score {each.score:.2f})")
        yield printable(f"   {data['stands']} · {each.path}")
        yield printable(f"   Both say: {', '.join(each.words)}")
        if "because" in data:
            yield printable(f"   Because: {data['because']}")
        if "reopen_when" in data:
            yield printable(f"   Would be looked at again: {data['reopen_when']}")


def _data(source: Source, each: Similar) -> dict[str, Any]:
    """What is known of an idea, for programs; also of a draft, as far as it can be read."""
    from hero.registry.registry import IDEA_BYTES, load
    from hero.registry.similarity.texts import texts_of

    data, _ = load(source, each.path, IDEA_BYTES)
    known = {"slug": each.slug, "path": each.path, "score": each.score, "words": list(each.words)}
    title = _line(texts_of(data).get("title") or each.slug, 80)
    if not isinstance(data, dict):
        return known | {"title": title, "stage": None, "stands": "Cannot be read"}
    stage = said if isinstance(said := data.get("stage"), str) else None
    name, kind = _stage(source, stage)
    row: dict[str, Any] = known | {"title": title, "stage": stage, "stands": name}
    links, decisions = data.get("links"), data.get("decisions")
    last = decisions[-1] if isinstance(decisions, list) and decisions else None
    if isinstance(last, dict):
        row["stands"] += f" since {_line(last.get('date'), 20)}"
    if isinstance(links, dict) and (other := links.get("duplicate_of")):
        row["duplicate_of"] = _line(other, 80)
        row["stands"] += f", of {row['duplicate_of']}"
    if isinstance(last, dict) and kind != "active":
        row["because"] = _line(last.get("because"), 160)
        if again := last.get("reopen_when"):
            row["reopen_when"] = _line(again, 160)
    return row


def _stage(source: Source, stage: str | None) -> tuple[str, str]:
    """The name and the kind of a stage; the word itself where no pipeline knows it."""
    from hero.registry.fallbacks import FALLBACKS
    from hero.registry.pipeline import Pipeline
    from hero.registry.registry import POLICIES, POLICY_BYTES, load

    path, model, _ = POLICIES["pipeline"]
    read, _ = load(source, path, POLICY_BYTES, model)
    pipeline = read if isinstance(read, Pipeline) else FALLBACKS["pipeline"]
    known = pipeline.stage(stage) if isinstance(pipeline, Pipeline) else None
    return (known.name, known.kind) if known else (_line(stage or "not recorded yet", 80), "active")


def _line(value: Any, longest: int) -> str:
    """Whatever a stranger wrote there, on one line and not too long."""
    line = " ".join(str(value)[:LONGEST].split())
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0] + "…"


def _nothing(nearest: Sequence[Similar], least: float) -> str:
    said = f"Nothing similar: no idea scores {least:.2f} or more."
    if nearest and (score := nearest[0].score) >= 0.01:
        said += f" The nearest scores {score:.2f}: `--least {int(score * 100) / 100}` shows it."
    return said


def _query(source: Source, root: Path, text: str) -> Query:
    """The file, the idea or the words that are meant. Raises a usage error for a missing file."""
    from hero.registry.registry import IDEAS, slug_of
    from hero.registry.similarity.texts import texts_from

    path = Path(text) if len(text) < 1000 and "\0" not in text else None
    if path is not None and not any(each.isspace() for each in text):
        if _is_file(path):
            return _of_file(path, root)
        for each in source.paths(IDEAS):
            if text in (each, slug_of(each)) and each.endswith((".yml", ".yaml")):
                return _of_file(root / each, root)
        if text.endswith((".yml", ".yaml")):
            raise click.UsageError(f"There is no file {text!r}.")
    return Query(texts_from(text))


def _is_file(path: Path) -> bool:
    """Is there something that could be read, or a link, which is then refused?"""
    try:
        return path.is_symlink() or (path.exists() and not path.is_dir())
    except (OSError, ValueError):
        return False


def _of_file(path: Path, root: Path) -> Query:
    from hero.registry.registry import IDEA_BYTES
    from hero.registry.similarity.texts import texts_from, texts_in
    from hero.registry.source import SourceRefused
    from hero.technology.folder import Folder

    try:
        raw = Folder(path.parent).read(path.name, IDEA_BYTES)
    except SourceRefused as refused:
        raise click.UsageError(f"{path} cannot be compared: {_why(refused)}.") from refused
    texts = texts_in(str(path), raw) or texts_from(raw.decode(errors="replace"))
    whole, above = path.parent.resolve() / path.name, root.resolve()
    own = whole.relative_to(above).as_posix() if whole.is_relative_to(above) else None
    return Query(texts, own)


def _why(refused: Any) -> str:
    reasons = {
        "file-link": "it is a link",
        "file-size": f"it is larger than {refused.detail.get('limit', 0):,} bytes",
    }
    return reasons.get(refused.kind) or str(refused.detail.get("says", "it cannot be read"))
