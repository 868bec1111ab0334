"""``python -m bench.faults``: kill a site again and again, and count what is lost."""

import argparse
import signal
import sys
import tempfile
from pathlib import Path
from random import Random

from bench.databases import scratch
from tests.support.faults.kills import kill_often
from tests.support.faults.load import Load
from tests.support.faults.scene import scene
from tests.support.faults.site import PARTS


def main() -> int:
    """Do it, print what came out, and fail if anything is not as people were told."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    asked = _arguments()
    with (
        tempfile.TemporaryDirectory(prefix="faults-") as folder,
        scratch(asked.database) as database,
        scene(Path(folder), database.address, asked.redis) as site,
    ):
        with site.under_load() as load:
            kill_often(site, load, asked.kills, Random(asked.seed), asked.parts)
        found = site.faults_after(load, asked.kills)
        print(f"{asked.kills} kills of {', '.join(asked.parts)}")
        print(f"{database.description}{' and Redis' if asked.redis else ''}\n")
        _report(load, len(site.office.letters))
    print("\n".join(found) or "Nothing that was acknowledged is lost or doubled.")
    return 1 if found else 0


def _report(load: Load, letters: int) -> None:
    print("| what | begun | acknowledged | refused | sent again |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for kind in sorted({deed.kind for deed in load.deeds}):
        deeds = [deed for deed in load.deeds if deed.kind == kind]
        done = sum(deed.is_acknowledged for deed in deeds)
        refused = sum(deed.is_refused for deed in deeds)
        again = sum(deed.tries - 1 for deed in deeds)
        print(f"| {kind} | {len(deeds)} | {done} | {refused} | {again} |")
    longest = f"{load.longest_wait():.1f} seconds"
    print(f"\n{letters} letters came. Nothing was acknowledged for {longest} at most.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__)
    add = parser.add_argument
    add("--kills", type=int, default=50, help="how many times (50)")
    add("--parts", type=_parts, default=list(PARTS), help="such as 'job worker,script'")
    add("--database", default="", help="postgresql://user@127.0.0.1/; else SQLite")
    add("--redis", default="", help="redis://127.0.0.1/9; else a file")
    add("--seed", type=int, default=9, help="of the chances it takes (9)")
    return parser.parse_args()


def _parts(text: str) -> list[str]:
    if unknown := set(text.split(",")) - set(PARTS):
        raise argparse.ArgumentTypeError(f"{unknown.pop()} is none of {PARTS}")
    return text.split(",")


if __name__ == "__main__":
    sys.exit(main())
