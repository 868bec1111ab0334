"""Whether a chapter shows all that its reader types, and asks for no more than that."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from .changes import added, hunks
from .directives import directives
from .listings import Scene, shown
from .plan import Book, Chapter

#: Lines that a reader types in a chapter.
MOST_TYPED = 250


def is_shown(book: Book, chapter: Chapter) -> list[str]:
    """Each line that is new in a file that the reader types stands in a listing."""
    scene = Scene.of(book, chapter)
    seen: dict[str, set[int]] = defaultdict(set)
    for directive in directives(book.words(chapter)):
        path, lines = shown(scene, directive)
        seen[path] |= lines
    return [
        f"{chapter.name}.md shows nowhere {path}:{number}: {line.strip()}"
        for path, lines in typed(scene).items()
        for number, line in lines.items()
        if number not in seen[path]
    ]


def is_typed_in_an_evening(book: Book, chapter: Chapter) -> list[str]:
    """A line that moved unchanged from one file to another is not typed."""
    scene = Scene.of(book, chapter)
    moved = Counter(_gone(scene))
    count = 0
    for lines in typed(scene).values():
        for line in lines.values():
            moved[line.strip()] -= 1
            count += moved[line.strip()] < 0
    if count <= MOST_TYPED:
        return []
    return [f"{chapter.tag}: the reader types {count} lines, not {MOST_TYPED}"]


def typed(scene: Scene) -> dict[str, dict[int, str]]:
    """The new lines of each own file, by their numbers."""
    found = {}
    for path, file in scene.after.items():
        if file.kind == "own" and file.text is not None:
            lines = file.text.splitlines()
            numbers = sorted(added(scene.earlier(path), file.text))
            found[path] = {number: lines[number - 1] for number in numbers}
    return found


def _gone(scene: Scene) -> Iterator[str]:
    """Lines of own files that stood there before, and do not any more."""
    for path, file in scene.before.items():
        if file.kind != "own" or (old := file.text) is None:
            continue
        new = (path in scene.after and scene.after[path].text) or ""
        lines = old.splitlines()
        for hunk in hunks(old, new):
            yield from (lines[number - 1].strip() for number in hunk.removed)
