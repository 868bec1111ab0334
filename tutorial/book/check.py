"""Whether the text and the code of the book are one.

``python -m tutorial.book.check [N …]``; with ``--stage`` the code alone.
"""

import argparse
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from .build import stage
from .lacking import lacking
from .plan import Book, BookError, Chapter, complaints, load
from .running import answers, built, is_linted

Check = Callable[[Book, Chapter], list[str]]


def is_working(book: Book, chapter: Chapter) -> list[str]:
    """A stage has what it imports, passes its tests, and is as tidy as the rest."""
    files = stage(book, chapter.number)
    with built(files) as folder:
        return [*lacking(files), *is_linted(book, folder), *answers(chapter, folder)]


CODE: tuple[Check, ...] = (is_working,)
TEXT: tuple[Check, ...] = ()


def checked(book: Book, chapter: Chapter, checks: tuple[Check, ...]) -> list[str]:
    """What is wrong with a chapter; the whole application has checks of its own."""
    found = []
    for check in checks:
        if check in CODE and chapter.whole:
            continue
        try:
            found += check(book, chapter)
        except BookError as error:
            found.append(str(error))
    return list(dict.fromkeys(found))


def main(words: list[str] | None = None) -> int:
    """Check chapters side by side, and say a line for each."""
    parser = argparse.ArgumentParser(
        prog="python -m tutorial.book.check", description=__doc__.splitlines()[0]
    )
    parser.add_argument("chapters", nargs="*", type=int, help="all, if none is named")
    parser.add_argument("--stage", action="store_true", help="the code, not the text")
    asked = parser.parse_args(words)
    try:
        book = load()
        numbers = asked.chapters or [chapter.number for chapter in book.chapters]
        chapters = [book.chapter(number) for number in numbers]
    except BookError as error:
        print(error, file=sys.stderr)
        return 2
    wrong = complaints(book)
    for words_ in wrong:
        print(words_)
    checks = CODE if asked.stage else CODE + TEXT
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(lambda chapter: _timed(book, chapter, checks), chapters)
        return 1 if sum(list(done)) + len(wrong) else 0


def _timed(book: Book, chapter: Chapter, checks: tuple[Check, ...]) -> int:
    began = monotonic()
    found = checked(book, chapter, checks)
    state = f"{len(found)} to mend" if found else "ok"
    head = f"{chapter.tag} {chapter.title}: {state} ({monotonic() - began:.1f} s)"
    print("\n".join([head, *(f"  {words}" for words in found)]), flush=True)
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
