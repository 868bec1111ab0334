"""Whether the text and the code of the book are one.

``python -m tutorial.book.check [N …]``; with ``--stage`` the code alone.
"""

import argparse
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from . import running
from .build import stage
from .checkpoints import is_true
from .fair import is_fair
from .lacking import lacking
from .map import complaints as is_mapped
from .marks import applied
from .plan import Book, BookError, Chapter, complaints, load
from .reading import broken_links, is_in_order, is_of_good_length, leads_somewhere
from .running import built, is_linted, passes, starts
from .shown import is_shown, is_typed_in_an_evening
from .weave import contents, is_woven, stale

Check = Callable[[Book, Chapter], list[str]]


def is_tidy(book: Book, chapter: Chapter) -> list[str]:
    """A stage has what it imports, and keeps the rules of the house."""
    if chapter.whole:
        return []  # bin/ci looks at the real application.
    files = stage(book, chapter.number)
    with built(files) as folder:
        return [*lacking(files), *is_linted(book, folder)]


def is_starting(book: Book, chapter: Chapter) -> list[str]:
    """A stage that has no tests yet shows its first page."""
    if chapter.number >= running.FIRST_TESTED:
        return []
    with built(stage(book, chapter.number)) as folder:
        return starts(folder)


def is_tested(book: Book, chapter: Chapter) -> list[str]:
    """A stage passes its tests, with warnings as errors."""
    if chapter.number < running.FIRST_TESTED or chapter.whole:
        return []
    with built(stage(book, chapter.number)) as folder:
        return passes(folder)


def is_tested_somehow(book: Book, chapter: Chapter) -> list[str]:
    """A stage whose exercise is not written yet is tested all the same."""
    has_exercise = (book.exercise(chapter) / "test_exercise.py").exists()
    return [] if has_exercise else is_tested(book, chapter)


def is_marked(book: Book) -> list[str]:
    """The marks of all own files can be read."""
    found = []
    for path in dict.fromkeys(
        it for one in book.chapters for it in one.own + one.given
    ):
        try:
            applied(path, book.own(path).read_text("utf-8"), 1)
        except BookError as error:
            found.append(str(error))
        except (OSError, UnicodeDecodeError):
            continue
    return found


def is_listed(book: Book) -> list[str]:
    """The README of the book has all chapters, and links that lead somewhere."""
    path = book.folder / "README.md"
    if not path.exists() or not book.chapters:
        return []
    return [*stale(book, path, contents(book)), *broken_links(book, path)]


#: What holds for the book as a whole, for the code of a chapter, for all of it.
WHOLE: tuple[Callable[[Book], list[str]], ...] = (
    complaints,
    is_marked,
    is_listed,
    is_mapped,
)
STAGE: tuple[Check, ...] = (is_tidy, is_starting, is_tested)
CHAPTER: tuple[Check, ...] = (
    is_tidy,
    is_starting,
    is_tested_somehow,
    is_fair,
    is_typed_in_an_evening,
    is_woven,
    is_in_order,
    is_of_good_length,
    is_shown,
    leads_somewhere,
    is_true,
)


def wrong_with(book: Book) -> list[str]:
    """What is wrong with the book, whichever chapter one looks at."""
    return [words for check in WHOLE for words in check(book)]


def wrong_in(book: Book, chapter: Chapter, checks: tuple[Check, ...]) -> list[str]:
    """What is wrong with a chapter."""
    found = []
    for check in checks:
        try:
            found += check(book, chapter)
        except BookError as error:
            found.append(str(error))
    return list(dict.fromkeys(found))


def report(book: Book, chapters: list[Chapter], checks: tuple[Check, ...]) -> int:
    """Check chapters side by side, say a line for each, and count what is wrong."""
    found = wrong_with(book)
    print("".join(f"{words}\n" for words in found), end="")
    # The last ones have most to test: they begin, so that nobody waits for them alone.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counts = pool.map(lambda it: _look(book, it, checks), reversed(chapters))
        return sum(counts, len(found))


def _look(book: Book, chapter: Chapter, checks: tuple[Check, ...]) -> int:
    began = monotonic()
    found = wrong_in(book, chapter, checks)
    state = f"{len(found)} to mend" if found else "ok"
    head = f"{chapter.tag} {chapter.title}: {state} ({monotonic() - began:.1f} s)"
    print("\n".join([head, *(f"  {words}" for words in found)]), flush=True)
    return len(found)


def main(words: list[str] | None = None) -> int:
    """Check the chapters that are asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m tutorial.book.check", description=__doc__.splitlines()[0]
    )
    parser.add_argument("chapters", nargs="*", type=int, help="all, if none is named")
    parser.add_argument("--stage", action="store_true", help="the code, not the text")
    asked = parser.parse_args(words)
    try:
        book = load()
        chapters = [book.chapter(number) for number in asked.chapters]
    except BookError as error:
        print(error, file=sys.stderr)
        return 2
    checks = STAGE if asked.stage else CHAPTER
    return 1 if report(book, chapters or list(book.chapters), checks) else 0


if __name__ == "__main__":
    sys.exit(main())
