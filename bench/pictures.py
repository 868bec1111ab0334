"""``python -m bench.pictures``: what making a picture takes, in time and in memory.

Each file is made in a process of its own, as the memory of one is counted at its end.
"""

import resource
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from time import process_time
from typing import Any

from PIL import Image

from app.lib.imaging import remade
from app.lib.picture_headers import RefusedPicture

Size = tuple[int, int]


def main() -> None:
    """Print a table; or, for one file, a row of it."""
    if len(sys.argv) > 1:
        print(_row(sys.argv[1]))
        return
    print("| file | sent kB | ms | more MB | kept kB |\n|---|--:|--:|--:|--:|")
    for name in FILES:
        subprocess.run([sys.executable, "-m", "bench.pictures", name], check=True)


def _row(name: str) -> str:
    made = subprocess.run(
        [sys.executable, "-c", _MAKE.format(name=name)], check=True, capture_output=True
    )
    data, before, began = made.stdout, _peak(), process_time()
    try:
        files = remade(data).files.values()
        kept = f"{sum(map(len, files)) // 1000:,}"
    except RefusedPicture as refused:
        kept = f"refused: {refused.fault}"
    spent = (process_time() - began) * 1000
    more = _peak() - before
    return f"| {name} | {len(data) // 1000:,} | {spent:,.0f} | {more} | {kept} |"


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


# Made in another process: what that takes is not what is measured.
_MAKE = """
import sys
from bench.pictures import FILES
sys.stdout.buffer.write(FILES['{name}']())
"""


def _noise(size: Size, mode: str = "RGB") -> Image.Image:
    """Coarse and fine noise, which is as hard to press as a photograph of leaves."""
    bands = [
        Image.blend(
            Image.effect_noise((size[0] // 16, size[1] // 16), 90).resize(size),
            Image.effect_noise(size, 30),
            0.2,
        )
        for _ in mode
    ]
    return Image.merge(mode, bands)


def _written(picture: Image.Image, kind: str, **how: Any) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def _moving(size: Size, frames: int, kind: str) -> bytes:
    whole = _noise(size)
    turned = [whole.rotate(3 * n) for n in range(frames)]
    return _written(turned[0], kind, save_all=True, append_images=turned[1:])


FILES: dict[str, Callable[[], bytes]] = {
    "a photo of 12 MP": lambda: _written(_noise((4000, 3000)), "jpeg", quality=90),
    "a photo of 40 MP": lambda: _written(_noise((7300, 5400)), "jpeg", quality=60),
    "40 MP, progressive, 4:4:4": lambda: _written(
        _noise((7300, 5400)), "jpeg", quality=50, progressive=True, subsampling=0
    ),
    "a screenshot, PNG": lambda: _written(
        Image.new("RGB", (2560, 1440), "#f6eedd").rotate(0), "png"
    ),
    "a photo as PNG": lambda: _written(_noise((1600, 1200)), "png"),
    "40 MP of clear PNG": lambda: _written(
        Image.new("RGBA", (7300, 5400), (9, 9, 9, 9)), "png"
    ),
    "40 MP of palette PNG": lambda: _written(Image.new("P", (7300, 5400)), "png"),
    "a photo as AVIF": lambda: _written(_noise((4000, 3000)), "avif", speed=9),
    "40 MP of AVIF": lambda: _written(Image.new("RGB", (7300, 5400)), "avif", speed=9),
    "40 MP of WebP": lambda: _written(
        Image.new("RGB", (7300, 5400), "teal"), "webp", method=0
    ),
    "a GIF, 40 frames": lambda: _moving((480, 360), 40, "gif"),
    "a WebP, 200 frames": lambda: _moving((540, 540), 200, "webp"),
}

if __name__ == "__main__":
    main()
