"""What is woven below a directive, and which lines of which file that shows."""

from dataclasses import dataclass
from pathlib import PurePath

from .build import Stage, stage
from .changes import Hunk, hunks, touching
from .directives import Directive
from .exercise import solution_of, test_of
from .names import owner, pairs, spans
from .plan import Book, BookError, Chapter
from .tables import contents, files

LANGUAGES = {
    "css": "css",
    "html": "html+jinja",
    "js": "javascript",
    "json": "json",
    "md": "markdown",
    "py": "python",
    "sh": "bash",
    "toml": "toml",
    "xml": "xml",
    "yml": "yaml",
    "Dockerfile": "dockerfile",
}


@dataclass(frozen=True)
class Scene:
    """A chapter, the stage that it begins with and the one that it ends with."""

    book: Book
    chapter: Chapter
    before: Stage
    after: Stage

    @classmethod
    def of(cls, book: Book, chapter: Chapter) -> "Scene":
        number = chapter.number
        return cls(book, chapter, stage(book, number - 1), stage(book, number))

    def text(self, path: str) -> str:
        """:raises BookError: if the stage has no such file, or it is no text."""
        if path not in self.after or (text := self.after[path].text) is None:
            raise BookError(f"the stage has no text {path}")
        return text

    def earlier(self, path: str) -> str:
        return (path in self.before and self.before[path].text) or ""


def woven(scene: Scene, directive: Directive) -> list[str]:
    """The lines that belong below a directive.

    :raises BookError: if there is no such thing to show.
    """
    try:
        return WEAVERS[directive.kind](scene, *directive.words)
    except TypeError as error:
        raise BookError(f"line {directive.line}: which file?") from error
    except BookError as error:
        raise BookError(f"line {directive.line}: {error}") from error


def shown(scene: Scene, directive: Directive) -> tuple[str, set[int]]:
    """The file that a directive shows, and the numbers of its lines that it shows."""
    path, *names = directive.words or [""]
    if directive.kind == "file":
        return path, set(range(1, len(scene.text(path).splitlines()) + 1))
    if directive.kind == "listing":
        found = spans(path, scene.text(path), names)
        return path, {it for first, last in found for it in range(first, last + 1)}
    if directive.kind == "diff":
        return path, {it for hunk in _hunks(scene, path, names) for it in hunk.added}
    return path, set()


def _file(scene: Scene, path: str) -> list[str]:
    return titled(path, scene.text(path).splitlines())


def _listing(scene: Scene, path: str, *names: str) -> list[str]:
    text = scene.text(path)
    lines, shown_lines = text.splitlines(), []
    holders = {name: owner(text, name) for name in names if path.endswith(".py")}
    opened = {line for line in holders.values() if line}
    before = 0
    for first, last in spans(path, text, list(names)):
        blank = next(n for n in range(first) if n + 1 == first or lines[first - n - 2])
        is_next = first == before + 1
        shown_lines += [""] * max(blank, not is_next) if shown_lines else []
        shown_lines += lines[first - 1 : last]
        before = last
    if len(opened) == 1 and all(holders.values()):
        shown_lines = [opened.pop(), "    …", "", *shown_lines]
    return titled(path, shown_lines)


def _diff(scene: Scene, path: str, *names: str) -> list[str]:
    lines = []
    for hunk in _hunks(scene, path, list(names)):
        lines += [hunk.heading, *hunk.lines]
    if not lines:
        raise BookError(f"{path} does not change there in this chapter")
    return titled(path, lines, "diff")


def _hunks(scene: Scene, path: str, names: list[str]) -> list[Hunk]:
    before, after = scene.earlier(path), scene.text(path)
    if not before:
        raise BookError(f"{path} is new: show it as a file or a listing, not as a diff")
    if names:
        return touching(path, before, after, pairs(path, names))
    return hunks(before, after)


def _exercise(scene: Scene) -> list[str]:
    test = test_of(scene.book, scene.chapter)
    return titled("tests/test_exercise.py", test.read_text("utf-8").splitlines())


def _solution(scene: Scene, path: str) -> list[str]:
    """What the solution of the exercise does to a file; a new one is shown whole."""
    patch = solution_of(scene.book, scene.chapter).read_text("utf-8")
    _, found, rest = f"\n{patch}".partition(f"\n+++ b/{path}\n")
    if not found:
        raise BookError(f"the solution does not touch {path}")
    lines = rest.partition("\ndiff --git ")[0].splitlines()
    if lines[0].startswith("@@ -0,0 "):
        return titled(path, [line[1:] for line in lines[1:]])
    return titled(path, lines, "diff")


def _run(scene: Scene) -> list[str]:
    number = scene.chapter.number - 1
    folder = f"../inklings-{number:02}" if number else "../inklings"
    how = f"python tutorial/stage.py {number}" if number else "mkdir"
    return fenced(["$ " + f"{how} {folder}", f"$ cd {folder}"], "console")


def _files(scene: Scene) -> list[str]:
    return files(scene.chapter, scene.before, scene.after)


def _contents(scene: Scene) -> list[str]:
    return contents(scene.book)


WEAVERS = {
    "file": _file,
    "listing": _listing,
    "diff": _diff,
    "files": _files,
    "run": _run,
    "exercise": _exercise,
    "solution": _solution,
    "contents": _contents,
}


def titled(path: str, lines: list[str], language: str | None = None) -> list[str]:
    """A listing below the name of its file."""
    name = PurePath(path)
    known = LANGUAGES.get(name.suffix.removeprefix(".") or name.name, "text")
    return [f"**{path}**", "", *fenced(lines, language or known)]


def fenced(lines: list[str], language: str) -> list[str]:
    """Lines between fences that none of them can close."""
    fence = "```"
    while any(line.lstrip().startswith(fence) for line in lines):
        fence += "`"
    return [fence + language, *lines, fence]
