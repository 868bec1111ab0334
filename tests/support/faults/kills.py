"""kill -9, again and again, of whatever the site consists of."""

from collections.abc import Sequence
from random import Random

from tests.support.faults.load import Load
from tests.support.faults.scene import Scene
from tests.support.faults.site import PARTS


def kill_often(
    scene: Scene,
    load: Load,
    times: int,
    chance: Random,
    parts: Sequence[str] = PARTS,
) -> None:
    """Kill one part after another, each time somewhere between two acknowledgements."""
    for number in range(times):
        assert load.moves_on(by=chance.randrange(4, 12)), scene.site.log.read_text()
        # And some moment later: anywhere within a request.
        load.moves_on(by=1, within=chance.random() / 10)
        scene.site.kill(parts[number % len(parts)], chance)
    assert load.moves_on(by=10), scene.site.log.read_text()
