"""The list of chapters in tutorial/README.md, by part.

`python -m tutorial.book.contents` writes it; `--check` fails where it is another.
"""

import sys
from itertools import groupby

from tutorial.book.plan import Book, load

BEGIN, END = "<!-- contents -->\n", "<!-- end -->"
COMMAND = "python -m tutorial.book.contents"


def woven(readme: str, book: Book) -> str:
    """``readme`` with the list of all chapters between its two marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    lines = []
    for part, its in groupby(book.chapters, lambda chapter: chapter.part):
        lines.append(f"\n**{part}**\n\n")
        lines += [f"{it.number}. [{it.title}](chapters/{it.name}.md)\n" for it in its]
    return f"{before}{BEGIN}{''.join(lines)}\n{END}{after}"


def complaints(book: Book) -> list[str]:
    """What is wrong with the list, in sentences; nothing is good."""
    readme = (book.folder / "README.md").read_text("utf-8")
    if readme == woven(readme, book):
        return []
    return [f"tutorial/README.md lists other chapters than the plan: {COMMAND}"]


def main(*options: str) -> int:
    book = load()
    if options == ("--check",):
        found = complaints(book)
        print(*found, sep="\n", file=sys.stderr, end="\n" * bool(found))
        return 1 if found else 0
    path = book.folder / "README.md"
    path.write_text(woven(path.read_text("utf-8"), book), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
