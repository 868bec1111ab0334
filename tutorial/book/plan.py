"""The plan of the book: what each chapter takes, writes, gives and drops."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LISTS = ("takes", "own", "given", "drops")
KEYS = {"number", "slug", "title", "part", "whole", *LISTS}
NEEDED = {"number", "slug", "title", "part"}


class BookError(Exception):
    """What a reader, or a writer, of the book can mend; its words say how."""


@dataclass(frozen=True)
class Take:
    """A file, or with a trailing slash a folder, of the real application."""

    source: str
    target: str

    @property
    def is_folder(self) -> bool:
        return self.source.endswith("/")

    @classmethod
    def parse(cls, words: str) -> "Take":
        """``"a"`` or ``"a -> b"``; a folder goes to a folder."""
        source, _, target = (part.strip() for part in words.partition("->"))
        target = target or source
        if source.endswith("/") != target.endswith("/"):
            raise BookError(f"takes {words!r}: a folder ends with / on both sides")
        return cls(source, target)


@dataclass(frozen=True)
class Chapter:
    """A chapter, as tutorial.toml tells of it."""

    number: int
    slug: str
    title: str
    part: str
    takes: tuple[Take, ...] = ()
    own: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    whole: bool = False

    @property
    def name(self) -> str:
        return f"{self.number:02}-{self.slug}"

    @property
    def tag(self) -> str:
        return f"ch{self.number:02}"


@dataclass(frozen=True)
class Book:
    """All chapters, and the repository that they are cut from."""

    root: Path
    chapters: tuple[Chapter, ...]

    @property
    def folder(self) -> Path:
        return self.root / "tutorial"

    def chapter(self, number: int) -> Chapter:
        """:raises BookError: if there is none of that number."""
        for chapter in self.chapters:
            if chapter.number == number:
                return chapter
        raise BookError(f"There is no chapter {number}. There are:\n{contents(self)}")

    def text(self, chapter: Chapter) -> Path:
        return self.folder / "chapters" / f"{chapter.name}.md"

    def words(self, chapter: Chapter) -> str:
        """:raises BookError: if the chapter is not written yet."""
        path = self.text(chapter)
        if not path.exists():
            raise BookError(f"write tutorial/chapters/{path.name}")
        return path.read_text("utf-8")

    def own(self, path: str) -> Path:
        return self.folder / "own" / path

    def exercise(self, chapter: Chapter) -> Path:
        return self.folder / "exercises" / f"{chapter.number:02}"


def contents(book: Book) -> str:
    """The parts and chapters, a line each."""
    lines, part = [], None
    for chapter in book.chapters:
        if chapter.part != part:
            part = chapter.part
            lines.append(part)
        lines.append(f"  {chapter.number:2}  {chapter.title}")
    return "\n".join(lines)


def load(root: Path = ROOT) -> Book:
    """Read tutorial.toml below ``root``.

    :raises BookError: if it cannot be understood. What is wrong with the files that it
        names is for ``complaints``.
    """
    try:
        tables = tomllib.loads((root / "tutorial/tutorial.toml").read_text("utf-8"))
    except FileNotFoundError as error:
        raise BookError(f"There is no {error.filename}.") from error
    except tomllib.TOMLDecodeError as error:
        raise BookError(f"tutorial.toml: {error}") from error
    return Book(root, tuple(map(_chapter, tables.get("chapter", []))))


def _chapter(table: dict) -> Chapter:
    where = f"tutorial.toml, chapter {table.get('number', '?')}"
    if missing := NEEDED - set(table):
        raise BookError(f"{where}: says no {', '.join(sorted(missing))}")
    if strange := set(table) - KEYS:
        raise BookError(f"{where}: what is {', '.join(sorted(strange))}?")
    lists = {key: tuple(table.get(key, ())) for key in LISTS}
    lists["takes"] = tuple(map(Take.parse, lists["takes"]))
    return Chapter(**{**table, **lists})


def complaints(book: Book) -> list[str]:
    """What is wrong with the plan, whatever the text and the code are like."""
    return [
        f"tutorial.toml, {words}"
        for look in (_gaps, _missing, _twice, _unlisted, _end)
        for words in look(book)
    ]


def _gaps(book: Book) -> Iterator[str]:
    for expected, chapter in enumerate(book.chapters, 1):
        if chapter.number != expected:
            yield f"chapter {chapter.number} stands where {expected} is due"


def _missing(book: Book) -> Iterator[str]:
    for chapter in book.chapters:
        for take in chapter.takes:
            there = book.root / take.source
            if not (there.is_dir() if take.is_folder else there.is_file()):
                yield f"chapter {chapter.number}: takes {take.source}: no such thing"
        for path in (*chapter.own, *chapter.given):
            if not book.own(path).is_file():
                yield f"chapter {chapter.number}: write tutorial/own/{path}"


def _twice(book: Book) -> Iterator[str]:
    """A file stays: listing it again is a mistake, unless it was gone in between."""
    here: set[str] = set()
    for chapter in book.chapters:
        taken = [take.target for take in chapter.takes]
        gone = [*chapter.drops, *taken]
        here = {path for path in here if not covers(gone, path)}
        for path in (*chapter.own, *chapter.given):
            if path in here:
                yield f"chapter {chapter.number}: {path} is listed already"
            here.add(path)
        for path in sorted({path for path in taken if taken.count(path) > 1}):
            yield f"chapter {chapter.number}: takes {path} twice"


def _unlisted(book: Book) -> Iterator[str]:
    listed = {path for it in book.chapters for path in (*it.own, *it.given)}
    own = book.folder / "own"
    for path in sorted(own.rglob("*")):
        name = path.relative_to(own).as_posix()
        if path.is_file() and "__pycache__" not in name and name not in listed:
            yield f"no chapter lists tutorial/own/{name}"


def _end(book: Book) -> Iterator[str]:
    for chapter in book.chapters:
        if chapter.whole and chapter is not book.chapters[-1]:
            yield f"chapter {chapter.number} is whole, but more follow"
        if chapter.whole and (chapter.own or chapter.given or chapter.takes):
            yield f"chapter {chapter.number} is whole: it lists no files"


def covers(patterns: tuple[str, ...] | list[str], path: str) -> bool:
    """Whether one of ``patterns`` is ``path``, or a folder (``x/``) above it."""
    return any(
        path.startswith(it) if it.endswith("/") else path == it for it in patterns
    )
