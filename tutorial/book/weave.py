"""Weave the listings of the stages into the chapters.

``python -m tutorial.book.weave [N …]`` writes them, with ``--check`` only says what it
would write, and with ``--checkpoints`` writes what the commands of checkpoints say.
"""

import argparse
import sys
from collections.abc import Iterator
from difflib import unified_diff
from functools import partial
from pathlib import Path

from . import checkpoints, directives
from .listings import Scene, woven
from .plan import Book, BookError, Chapter, load


def rewoven(book: Book, chapter: Chapter) -> str:
    """The text of a chapter as it has to be.

    :raises BookError: if it cannot be woven, or is not written yet.
    """
    text = book.words(chapter)
    try:
        return directives.woven(text, partial(woven, Scene.of(book, chapter)))
    except BookError as error:
        raise BookError(f"{chapter.name}.md: {error}") from error


def contents(book: Book) -> str:
    """The README of the book as it has to be."""
    text = (book.folder / "README.md").read_text("utf-8")
    nothing: dict = {}
    return directives.woven(
        text, partial(woven, Scene(book, book.chapters[0], nothing, nothing))
    )


def stale(book: Book, path: Path, text: str) -> list[str]:
    """A complaint if ``path`` does not say ``text``."""
    old = path.read_text("utf-8")
    if old == text:
        return []
    name = named(book, path)
    lines = unified_diff(
        old.splitlines(), text.splitlines(), name, "woven", "", "", 1, ""
    )
    shown = "\n".join(f"    {line}" for line in list(lines)[:30])
    return [f"{name} is not what the code is: python -m tutorial.book.weave\n{shown}"]


def is_woven(book: Book, chapter: Chapter) -> list[str]:
    """The listings of a chapter are those of its stage."""
    return stale(book, book.text(chapter), rewoven(book, chapter))


def named(book: Book, path: Path) -> str:
    return path.relative_to(book.root).as_posix()


def main(words: list[str] | None = None) -> int:
    """Weave the chapters that are asked for, and the contents."""
    parser = argparse.ArgumentParser(
        prog="python -m tutorial.book.weave", description=__doc__.splitlines()[0]
    )
    parser.add_argument("chapters", nargs="*", type=int, help="all, if none is named")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--check", action="store_true", help="only say what is stale")
    how.add_argument(
        "--checkpoints", action="store_true", help="run checkpoints, write their output"
    )
    asked = parser.parse_args(words)
    try:
        found = list(_weave(load(), asked))
    except BookError as error:
        found = [str(error)]
    print("\n".join(found) or "Text and code are one.")
    return 1 if found else 0


def _weave(book: Book, asked: argparse.Namespace) -> Iterator[str]:
    for chapter in book.chapters:
        if asked.chapters and chapter.number not in asked.chapters:
            continue
        try:
            text = rewoven(book, chapter)
            if asked.checkpoints:
                text = checkpoints.filled(book, chapter, text)
            yield from _settle(book, book.text(chapter), text, asked.check)
        except BookError as error:
            yield str(error)
    if (book.folder / "README.md").exists() and book.chapters:
        yield from _settle(book, book.folder / "README.md", contents(book), asked.check)


def _settle(book: Book, path: Path, text: str, only_check: bool) -> list[str]:
    if only_check:
        return stale(book, path, text)
    if path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
        sys.stderr.write(f"Wrote {named(book, path)}.\n")
    return []


if __name__ == "__main__":
    sys.exit(main())
