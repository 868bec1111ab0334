"""Whether a built site asks nobody else for anything.

A page that loads a font or a script from elsewhere tells that place who reads what:
`python -m tutorial.book.site_alone FOLDER`.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

LOADS = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*?
        \s(?:src|srcset|data|poster)=["']?(?P<loaded>(?:https?:)?//[^\s"'>]+)
      | <link\b(?=[^>]*\brel=["']?(?:stylesheet|icon|preload|preconnect|dns-prefetch))
        [^>]*?\shref=["']?(?P<linked>(?:https?:)?//[^\s"'>]+)
      | (?:@import\s+(?:url\()?|url\()["']?(?P<styled>(?:https?:)?//[^\s"')]+)
      # The theme fetches the program that draws diagrams, if a page has one.
      | class="(?P<drawn>mermaid)"
      # It asks a code host how many stars a repository has, if it is told of one.
      | data-md-component="(?P<counted>source)"
    """,
    re.VERBOSE | re.IGNORECASE,
)


def loads(text: str) -> list[str]:
    """What a page or a style sheet fetches from elsewhere as soon as it is shown."""
    return [next(filter(None, found.groups())) for found in LOADS.finditer(text)]


def complaints(site: Path) -> Iterator[str]:
    for path in sorted([*site.rglob("*.html"), *site.rglob("*.css")]):
        for address in loads(path.read_text("utf-8")):
            yield f"{path.relative_to(site)} asks others: {address}"


if __name__ == "__main__":
    found = list(complaints(Path(sys.argv[1])))
    print(*found, sep="\n", end="\n" * bool(found), file=sys.stderr)
    sys.exit(1 if found else 0)
