"""All stages as a git repository: a commit and a tag for each chapter."""

import os
import subprocess
from pathlib import Path

from .build import stage, write
from .plan import Book, BookError, Chapter

#: The same for everybody, so that the hashes are the same too.
NAME, EMAIL = "The book", "book@inklings.example"
SETTINGS = {
    "init.defaultBranch": "main",
    "core.autocrlf": "false",
    "core.fileMode": "true",
    "commit.gpgSign": "false",
    "tag.gpgSign": "false",
    "gc.auto": "0",
}


def make(book: Book, folder: Path) -> None:
    """Make ``folder`` a repository; it is there, and empty."""
    _git(folder, "init", "--quiet")
    for chapter in book.chapters:
        _empty(folder)
        write(stage(book, chapter.number), folder)
        _git(folder, "add", "--all", "--force", ".")
        subject = f"Chapter {chapter.number}: {chapter.title}"
        _git(folder, "commit", "--quiet", "--allow-empty", "-m", subject, of=chapter)
        _git(folder, "tag", chapter.tag)


def _empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.relative_to(folder).parts[0] == ".git":
            continue
        path.rmdir() if path.is_dir() else path.unlink()


def _git(folder: Path, *words: str, of: Chapter | None = None) -> None:
    settings = [part for pair in SETTINGS.items() for part in ("-c", "=".join(pair))]
    try:
        subprocess.run(
            ["git", *settings, *words],
            cwd=folder,
            env=_environment(of.number if of else 0),
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError as error:
        raise BookError("The history needs git, and there is none here.") from error
    except subprocess.CalledProcessError as error:
        raise BookError(f"git {words[0]}: {error.stderr.strip()}") from error


def _environment(number: int) -> dict[str, str]:
    """What is set for git elsewhere, in files or around us, changes no hash."""
    outside = {key: it for key, it in os.environ.items() if not key.startswith("GIT_")}
    date = f"2026-01-01T{number // 60:02}:{number % 60:02}:00+00:00"
    people = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", NAME), ("EMAIL", EMAIL), ("DATE", date))
    }
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**outside, **people, **nowhere}
