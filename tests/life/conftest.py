"""The story of the tour, played once for all that is asked of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.forge.forge import Forge
from tests.tour.ending import Ending
from tests.tour.ground import Ground
from tests.tour.heard import Line
from tests.tour.play import Play
from tests.tour.story import Scene, story


@dataclass(frozen=True)
class Played:
    """The story at its end: what was said in each scene, and where the idea stood after it."""

    play: Play
    ending: Ending
    scenes: dict[str, list[Line]]
    stood: list[tuple[Scene, str | None]]

    def said(self, act: str) -> str:
        """All that the bot said in a scene."""
        return "\n".join(line.words for line in self.scenes[act] if line.bot)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    folder = tmp_path_factory.mktemp("life")
    with Forge(folder / "forge") as forge:
        (folder / "work").mkdir()
        ground = Ground(forge, folder / "work")
        play, scenes, stood = Play(ground), {}, []
        for scene, lines in story(play):
            scenes[scene.act.__name__] = lines
            idea = ground.idea()
            stood.append((scene, idea.stage if idea else None))
        yield Played(play, Ending(ground), scenes, stood)
