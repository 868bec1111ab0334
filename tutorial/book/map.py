"""The map: which chapter explains which module, and where Flask's concepts are.

``python -m tutorial.book.map`` writes tutorial/map.md from tutorial/map.toml, the plan
and the first lines of the modules; with ``--check`` it only says what is wrong.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from .plan import Book, BookError, Chapter, load

MODULES = ("app/**/*.py", "serving/*.py", "config*.py", "wsgi.py", "gunicorn.conf.py")
#: Where a row is a file; elsewhere below app/ it is a package.
BY_FILE = ("app/lib/", "app/models/", "app/web/")
PARTS = {
    "The application": r"[^/]+|app/[^/]+",
    "What is pure: app/lib": r"app/lib/.+",
    "The domain: app/models": r"app/models/.+",
    "What every view shares: app/web": r"app/web/.+",
    "The features": r"app/.+/",
    "How it is served: serving": r"serving/.+",
}
HEADING = re.compile(r"^#{2,6} +(.+?) *$", re.MULTILINE)
HEAD = """\
# The map

From each concept of Flask to where it is taught and where it is used, and from each
module of the application to the chapter that explains it. `tutorial/map.toml` says
which; this page is woven from it by `python -m tutorial.book.map`.
"""


def modules(root: Path) -> list[str]:
    """Every file of Python that the application consists of, by its path."""
    return sorted(
        {path.relative_to(root).as_posix() for it in MODULES for path in root.glob(it)}
    )


def fits(pattern: str, path: str) -> bool:
    """Whether ``pattern`` means ``path``: * stays in a folder, a / takes all below."""
    wanted, parts = pattern.rstrip("/").split("/"), path.split("/")
    if len(parts) != len(wanted) and not (
        pattern.endswith("/") and len(parts) > len(wanted)
    ):
        return False
    return all(map(fnmatchcase, parts, wanted))


def weight(pattern: str) -> tuple[int, int]:
    """How much a pattern says: the more parts it has, then letters, the more."""
    return pattern.rstrip("/").count("/"), len(pattern.replace("*", ""))


def chapters_of(path: str, patterns: list[tuple[str, int]]) -> set[int]:
    """The chapter that explains a file: none is a gap, and two are a quarrel."""
    fitting = [(weight(it), number) for it, number in patterns if fits(it, path)]
    most = max((said for said, _ in fitting), default=None)
    return {number for said, number in fitting if said == most}


class Map:
    """What tutorial.toml, map.toml and the application say together."""

    def __init__(self, book: Book) -> None:
        self.book = book
        text = (book.folder / "map.toml").read_text("utf-8")
        said: dict[str, Any] = tomllib.loads(text)
        self.concepts: list[dict[str, Any]] = said.get("concept", [])
        self.patterns = [
            (pattern, int(number))
            for number, patterns in said["modules"].items()
            for pattern in patterns
        ]
        self.modules = modules(book.root)

    def rows(self) -> dict[str, list[str]]:
        """The rows of the table of modules, each with the files it stands for."""
        found: dict[str, list[str]] = {}
        for path in self.modules:
            folder = "/".join(path.split("/")[:2]) + "/"
            is_feature = path.startswith(folder) and folder not in BY_FILE
            is_package = is_feature and path.startswith("app/")
            found.setdefault(folder if is_package else path, []).append(path)
        return found

    def link(self, number: int, begins: str = "") -> str:
        """A chapter, or one of its headings, as Markdown; by number while unplanned."""
        try:
            chapter = self.book.chapter(number)
        except BookError:
            return f"chapter {number}"
        heading = self.heading(chapter, begins) if begins else None
        more = f", {heading[0].lower()}{heading[1:]}" if heading else ""
        words = f"{number}. {chapter.title}{more}"
        mark = f"#{slug(heading)}" if heading else ""
        return f"[{words}](chapters/{chapter.name}.md{mark})"

    def heading(self, chapter: Chapter, begins: str) -> str | None:
        """The heading of a chapter that begins so, as far as it is written."""
        text = self.book.text(chapter)
        found = HEADING.findall(text.read_text("utf-8")) if text.exists() else []
        return next((it for it in found if it.startswith(begins)), None)

    def woven(self) -> str:
        """The whole page."""
        rows = self.rows()
        return "\n".join([HEAD, *self.of_concepts(), *self.of_modules(rows)])

    def of_concepts(self) -> Iterator[str]:
        yield "## From a concept of Flask\n"
        yield "| concept | taught in | used in |"
        yield "| --- | --- | --- |"
        for it in self.concepts:
            taught = [
                self.link(t["chapter"], t.get("heading", "")) for t in it["taught"]
            ]
            used = [f"[`{path}`](../{path})" for path in it["used"]]
            yield f"| {it['name']} | {'; '.join(taught)} | {', '.join(used)} |"

    def of_modules(self, rows: dict[str, list[str]]) -> Iterator[str]:
        left = dict(rows)
        for title, pattern in PARTS.items():
            yield f"\n## {title}\n"
            yield "| module | what it is | chapter |"
            yield "| --- | --- | --- |"
            for name in [name for name in left if re.fullmatch(pattern, name)]:
                paths = left.pop(name)
                numbers = set().union(*(chapters_of(p, self.patterns) for p in paths))
                about = sentence(self.book.root / name)
                links = ", ".join(map(self.link, sorted(numbers)))
                yield f"| [`{name}`](../{name}) | {about} | {links} |"
        yield ""

    def complaints(self) -> Iterator[str]:
        """What is wrong with map.toml, in sentences that say what to do."""
        for path in self.modules:
            numbers = sorted(chapters_of(path, self.patterns))
            if not numbers:
                yield f"{path}: no chapter explains it. Give it one in map.toml"
            if len(numbers) > 1:
                yield f"{path}: map.toml says chapters {numbers}. Name it in one"
        for pattern, _ in self.patterns:
            if not any(fits(pattern, path) for path in self.modules):
                yield f"{pattern} fits no module: take it out of map.toml"
        for name in self.rows():
            if not sentence(self.book.root / name):
                yield f"{name}: give the module a docstring, for the map to quote"
        for concept in self.concepts:
            yield from self._astray(concept)

    def _astray(self, concept: dict[str, Any]) -> Iterator[str]:
        """Files and headings of a concept that are not there."""
        name = concept["name"]
        for path in concept["used"]:
            if not (self.book.root / path).exists():
                yield f"map.toml, {name}: there is no {path}"
        for taught in concept["taught"]:
            try:
                chapter = self.book.chapter(taught["chapter"])
            except BookError:
                continue
            begins = taught.get("heading", "")
            if self.book.text(chapter).exists() and not self.heading(chapter, begins):
                where = f"map.toml, {name}: no heading of {chapter.name}"
                yield f"{where} begins {begins!r}"


def slug(heading: str) -> str:
    """What code hosts, and the site, call a heading in an address."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def sentence(path: Path) -> str:
    """The first line of a module's docstring, or a package's, for a cell of a table."""
    file = path / "__init__.py" if path.is_dir() else path
    first = (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").split("\n")[0]
    return first.replace("``", "`").replace("|", r"\|").replace("<", r"\<")


def complaints(book: Book) -> list[str]:
    """What is wrong with the map, in sentences; nothing is good."""
    if not (book.folder / "map.toml").exists():
        return []
    its = Map(book)
    found = list(its.complaints())
    page = book.folder / "map.md"
    if not found and (not page.exists() or page.read_text("utf-8") != its.woven()):
        found.append("tutorial/map.md is of yesterday: python -m tutorial.book.map")
    return found


def main(words: Iterable[str] = ()) -> int:
    book = load()
    if "--check" in words:
        found = complaints(book)
    else:
        its = Map(book)
        found = list(its.complaints())
        (book.folder / "map.md").write_text(its.woven(), "utf-8")
    print(*found, sep="\n", end="\n" * bool(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
