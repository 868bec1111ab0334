"""Stages: the files of the application as they are at the end of a chapter."""

from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from os import walk
from pathlib import Path, PurePosixPath

from .marks import applied
from .plan import Book, BookError, Chapter, covers

#: What nobody wrote, wherever it lies.
GENERATED = {
    *(".git", ".venv", "venv", "instance", "__pycache__", ".env", ".DS_Store"),
    *(".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".coverage"),
    *(
        ".venv-docs",
        ".site",
        "site",
        "node_modules",
        "*.pyc",
        "*.mo",
        "*.sqlite",
        "*.sqlite3",
        "*.db",
    ),
}


@dataclass(frozen=True)
class File:
    """A file of a stage."""

    content: bytes
    #: "own" (typed by the reader), "given" (brought along) or "taken" (the real one).
    kind: str
    is_executable: bool = False

    @property
    def text(self) -> str | None:
        """Its words; None if it is made of anything else."""
        try:
            return self.content.decode("utf-8")
        except UnicodeDecodeError:
            return None


Stage = dict[str, File]


@dataclass(frozen=True)
class Origin:
    """Where a file of a stage comes from, before it is read."""

    source: Path
    kind: str


def stage(book: Book, number: int) -> Stage:
    """What stands at the end of a chapter, by path; nothing at chapter 0.

    :raises BookError: if a file is missing or a mark is not well formed.
    """
    if number:
        book.chapter(number)
    origins: dict[str, Origin] = {}
    for chapter in book.chapters:
        if chapter.number <= number:
            origins = _after(book, chapter, origins)
    files = {path: _read(path, origins[path], number) for path in sorted(origins)}
    return {path: file for path, file in files.items() if file is not None}


def _after(book: Book, chapter: Chapter, before: dict) -> dict[str, Origin]:
    """Who names a file says more than who drops it, and both more than a folder."""
    if chapter.whole:
        root = book.root
        names = [name for name in files_of(root) if not name.startswith("tutorial/")]
        return {name: Origin(root / name, "taken") for name in names}
    folders, names = {}, {}
    for take in chapter.takes:
        source = book.root / take.source
        if not take.is_folder:
            names[take.target] = Origin(source, "taken")
            continue
        for path in files_of(source):
            folders[take.target + path] = Origin(source / path, "taken")
    kept = {**before, **folders}
    kept = {path: it for path, it in kept.items() if not covers(chapter.drops, path)}
    own = {path: Origin(book.own(path), "own") for path in chapter.own}
    given = {path: Origin(book.own(path), "given") for path in chapter.given}
    return {**kept, **names, **own, **given}


def _read(path: str, origin: Origin, number: int) -> File | None:
    """None for an own file that has nothing to say yet, or any more."""
    try:
        content = origin.source.read_bytes()
        is_executable = bool(origin.source.stat().st_mode & 0o100)
    except OSError as error:
        raise BookError(f"{origin.source}: {error.strerror}") from error
    file = File(content, origin.kind, is_executable)
    if origin.kind == "taken" or file.text is None or not content:
        return file
    text = applied(path, file.text, number).strip("\n")
    return File(f"{text}\n".encode(), file.kind, is_executable) if text else None


def files_of(folder: Path) -> list[str]:
    """The paths of all files below ``folder`` that somebody wrote, in order."""
    found = []
    for here, folders, names in walk(folder):
        folders[:] = [name for name in folders if not is_generated(name)]
        place = Path(here).relative_to(folder)
        found += [(place / name).as_posix() for name in names if not is_generated(name)]
    return sorted(found)


@cache
def is_generated(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in GENERATED)


def write(built: Stage, folder: Path) -> None:
    """Write a stage into ``folder``; executable files stay executable."""
    for path, file in built.items():
        there = folder / PurePosixPath(path)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(file.content)
        there.chmod(0o755 if file.is_executable else 0o644)
