"""Tables that are woven: the files of a chapter, the chapters of the book."""

from collections.abc import Iterator

from .build import Stage
from .changes import hunks
from .plan import Book, Chapter, covers

HEAD = ["| File | | Lines |", "| --- | --- | ---: |"]


def files(chapter: Chapter, before: Stage, after: Stage) -> list[str]:
    """What a chapter brings, changes and drops; a whole folder is one row."""
    if chapter.whole:
        return [*HEAD, "| everything | the real application | |"]
    inside = [take.target for take in chapter.takes if take.is_folder]
    gone = [path for path in chapter.drops if path.endswith("/")]
    taken = [path for path in after if after[path].kind == "taken"]
    rows = [_folder(it, "from the real application", taken) for it in inside]
    rows += [_folder(it, "gone", list(before)) for it in gone]
    for path in sorted({*before, *after}):
        kind = after[path].kind if path in after else ""
        folded = {"taken": inside, "": gone}.get(kind, [])
        if before.get(path) != after.get(path) and not covers(folded, path):
            rows.append(_row(path, before, after))
    return [*HEAD, *rows]


def _folder(folder: str, words: str, paths: list[str]) -> str:
    count = sum(path.startswith(folder) for path in paths)
    return f"| `{folder}` | {words} | {count} file{'s' * (count != 1)} |"


def _row(path: str, before: Stage, after: Stage) -> str:
    if path not in after:
        return f"| `{path}` | gone | |"
    kind, is_new = after[path].kind, path not in before
    words = {
        ("own", True): "new: you write it",
        ("own", False): "you change it",
        ("given", True): "new: comes along",
        ("given", False): "changes by itself",
        ("taken", True): "from the real application",
        ("taken", False): "now that of the real application",
    }
    return f"| `{path}` | {words[kind, is_new]} | {_counts(path, before, after)} |"


def _counts(path: str, before: Stage, after: Stage) -> str:
    """Lines that a reader adds and removes."""
    new = after[path].text
    if new is None:
        return ""
    old = (path in before and before[path].text) or ""
    if not old or after[path].kind == "taken":
        return str(len(new.splitlines()))
    found = hunks(old, new)
    plus, minus = (sum(map(len, it)) for it in zip(*map(_sides, found), strict=True))
    return " ".join(
        f"{sign}{count}" for sign, count in (("+", plus), ("−", minus)) if count
    )


def _sides(hunk) -> tuple[frozenset[int], frozenset[int]]:
    return hunk.added, hunk.removed


def contents(book: Book) -> list[str]:
    """The chapters below their parts, each with a link if it is written."""
    return list(_contents(book))


def _contents(book: Book) -> Iterator[str]:
    part = None
    for chapter in book.chapters:
        if chapter.part != part:
            if part is not None:
                yield ""
            part = chapter.part
            yield f"**{part}**"
            yield ""
        is_there = book.text(chapter).exists()
        link = f"[{chapter.title}](chapters/{chapter.name}.md)"
        yield f"{chapter.number}. {link if is_there else chapter.title}"
