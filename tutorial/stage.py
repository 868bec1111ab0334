#!/usr/bin/env python3
"""Build the stages of the book, and compare your code with them.

Nothing has to be installed for it but Python 3.11, or anything newer.
"""

import argparse
import sys
import tempfile
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - it says so where it is not installed
    sys.exit("The book needs Python 3.11 or newer; this is " + sys.version.split()[0])

# Run as a file, this knows only the folder it lies in.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tutorial.book import exercise, history
from tutorial.book.build import stage, write
from tutorial.book.compare import differences
from tutorial.book.plan import Book, BookError, contents, load

EXAMPLES = """\
examples:
  %(prog)s 5 ../inklings             the code as it is at the end of chapter 5
  %(prog)s --list                    the chapters
  %(prog)s --bring 5 ../inklings     add what chapter 5 brings along and nobody types
  %(prog)s --compare 5 ../inklings   how your code differs from that
  %(prog)s --exercise 5 ../inklings  whether your code does what exercise 5 asks for
  %(prog)s --solution 5              how the book does it
  %(prog)s --history ../history      all chapters in one git repository; there:
                                     git diff ch05 ch06
"""


def main(words: list[str] | None = None) -> int:
    """Do what the command line says; the number is the exit status."""
    parser = _parser()
    try:
        asked = parser.parse_args(words)
        book = load()
        for name in ("history", "bring", "compare", "exercise", "solution"):
            if (value := getattr(asked, name)) is not None:
                return COMMANDS[name](book, value, asked.words)
        if asked.list:
            print(contents(book))
            return 0
        if len(asked.words) != 2:
            parser.print_help()
            return 2
        return build(book, _number(asked.words[0]), asked.words[1:])
    except BookError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python tutorial/stage.py",
        usage="%(prog)s N DIR | --list | --history DIR | --bring N DIR\n"
        "       | --compare N DIR | --exercise N [DIR] | --solution N",
        description="Build the end of chapter N in the folder DIR.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="*", metavar="N DIR", help=argparse.SUPPRESS)
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--list", action="store_true", help="list the chapters")
    one.add_argument(
        "--history", metavar="DIR", help="make a git repository: a commit a chapter"
    )
    for name, does in (
        ("bring", "add to DIR what chapter N brings along and nobody types"),
        ("compare", "say how DIR differs from the end of chapter N"),
        ("exercise", "run the exercise of chapter N on DIR, or on the book's own code"),
        ("solution", "print the solution of exercise N, as git apply takes it"),
    ):
        one.add_argument(f"--{name}", metavar="N", type=_number, help=does)
    return parser


def _number(word: str) -> int:
    if not word.isdecimal():
        raise BookError(f"{word!r} is no number of a chapter; --list shows them.")
    return int(word)


def build(book: Book, number: int, words: list[str]) -> int:
    """Write the end of a chapter into an empty folder."""
    chapter = book.chapter(number)
    folder = _new_folder(book, words)
    write(stage(book, number), folder)
    print(f"{folder} is the end of chapter {number}, {chapter.title}.")
    return 0


def make_history(book: Book, place: str, words: list[str]) -> int:
    """Write a commit and a tag for each chapter."""
    folder = _new_folder(book, [place, *words])
    history.make(book, folder)
    tags = [chapter.tag for chapter in book.chapters]
    print(f"{folder} has a commit for each chapter, tagged {tags[0]} to {tags[-1]}.")
    return 0


def bring(book: Book, number: int, words: list[str]) -> int:
    """Write what a chapter brings along; what the reader types stays as it is."""
    chapter = book.chapter(number)
    folder = _folder(words, "--bring N")
    before, after = stage(book, number - 1), stage(book, number)
    along = {
        path: file
        for path, file in after.items()
        if file.kind != "own" and before.get(path) != file
    }
    write(along, folder)
    print(f"Chapter {chapter.number} brought along (files): {len(along)}.")
    return 0


def compare(book: Book, number: int, words: list[str]) -> int:
    """Show what to change in a folder to be at the end of a chapter."""
    book.chapter(number)
    folder = _folder(words, "--compare N")
    found = list(differences(stage(book, number), folder))
    print("\n".join(found) or f"Your code is the end of chapter {number}.")
    return 1 if found else 0


def exercises(book: Book, number: int, words: list[str]) -> int:
    """Run the test of an exercise on a folder, or on the end of its chapter."""
    chapter = book.chapter(number)
    exercise.test_of(book, chapter)
    with tempfile.TemporaryDirectory(prefix="stage-") as place:
        if words:
            folder = _folder(words, "--exercise N")
        else:
            folder = Path(place)
            write(stage(book, number), folder)
        has_passed = exercise.passes(book, chapter, folder)
    said = "passed" if has_passed else "not yet; what is missing stands above"
    print(f"Exercise {number}: {said}.", flush=True)
    return 0 if has_passed else 1


def solve(book: Book, number: int, words: list[str]) -> int:
    """Print the solution of an exercise."""
    print(exercise.solution_of(book, book.chapter(number)).read_text("utf-8"), end="")
    return 0


COMMANDS = {
    "history": make_history,
    "bring": bring,
    "compare": compare,
    "exercise": exercises,
    "solution": solve,
}


def _folder(words: list[str], example: str) -> Path:
    """The folder that was named, which is there."""
    if len(words) != 1:
        raise BookError(f"Which folder? As in: {example} DIR")
    folder = Path(words[0]).expanduser().resolve()
    if not folder.is_dir():
        raise BookError(f"There is no folder {folder}.")
    return folder


def _new_folder(book: Book, words: list[str]) -> Path:
    """The folder that was named, made if it is not there; it is empty."""
    if len(words) != 1:
        raise BookError("Name one folder, and nothing else.")
    folder = Path(words[0]).expanduser().resolve()
    if folder == book.root or book.root in folder.parents:
        raise BookError(
            f"{folder} lies inside the repository of the book. "
            "Choose a folder beside it, such as ../inklings."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BookError(f"{folder} is not empty. Name a new folder.")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
