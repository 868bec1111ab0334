"""Lay the book and the guides out for the generator of the site, as bin/docs asks.

    python -m tutorial.book.site FOLDER [--strict] [--repository URL] [--watch]

Copies the pages of docs/_site/navigation.toml into FOLDER/pages, under the paths that
they have here, with the links that site_page.py puts right: to a file that is no page
they lead to URL, or without one to a rendered copy of that file. `--strict` fails where
a link leads nowhere or a page is missing; else both are left out, with a warning.
"""

import argparse
import json
import os
import re
import sys
import time
import tomllib
from itertools import groupby
from pathlib import Path
from posixpath import dirname, normpath, relpath
from typing import Any

from tutorial.book.plan import ROOT, load
from tutorial.book.site_page import page
from tutorial.book.site_source import source_page

SETTINGS = "docs/_site"
ASSETS = {".webp", ".png", ".svg", ".jpg", ".gif", ".avif"}
#: What every page wears: the tokens of the application, and a sheet of the site's own.
LOOK = {
    "_look/tokens.css": "app/static/css/tokens.css",
    "_look/look.css": f"{SETTINGS}/look.css",
    "_look/icon.svg": "app/static/img/favicon.svg",
}
Nav = list[Any]


def navigation(root: Path = ROOT) -> Nav:
    """The tree of the site: paths, and {title: subtree}."""
    tabs = tomllib.loads((root / SETTINGS / "navigation.toml").read_text("utf-8"))
    return [{tab["title"]: entries(tab, root)} for tab in tabs["tab"]]


def entries(tab: dict[str, Any], root: Path) -> Nav:
    """What stands under one tab, or one group of it."""
    found: Nav = []
    for entry in tab.get("pages", ()):
        if entry == "chapters":
            book = load(root)
            for part, its in groupby(book.chapters, lambda chapter: chapter.part):
                texts = [book.text(it).relative_to(root) for it in its]
                found.append({part: [text.as_posix() for text in texts]})
        elif entry.endswith("/*"):
            files = sorted((root / entry[:-2]).glob("*.md"))
            found += [str(path.relative_to(root)) for path in files]
        else:
            found.append(entry)
    return found + [{g["title"]: entries(g, root)} for g in tab.get("group", ())]


def paths_in(nav: Nav) -> list[str]:
    """Every page of the tree, from the first to the last."""
    return [
        path
        for entry in nav
        for path in ([entry] if isinstance(entry, str) else paths_in(*entry.values()))
    ]


def only(nav: Nav, there: set[str]) -> Nav:
    """The tree without pages that are not in ``there``, nor groups that are empty."""
    kept: Nav = []
    for entry in nav:
        if isinstance(entry, str):
            kept += [entry] if entry in there else []
        else:
            [(title, below)] = entry.items()
            kept += [{title: rest}] if (rest := only(below, there)) else []
    return kept


def as_toml(nav: Nav) -> str:
    """The tree as TOML in one line: JSON, but for what stands after a key."""
    items = [
        json.dumps(entry, ensure_ascii=False)
        if isinstance(entry, str)
        else "".join(
            f"{{ {json.dumps(title, ensure_ascii=False)} = {as_toml(below)} }}"
            for title, below in entry.items()
        )
        for entry in nav
    ]
    return f"[{', '.join(items)}]"


class Site:
    """One laying out of all pages, and what it found wrong."""

    def __init__(self, folder: Path, repository: str = "", root: Path = ROOT) -> None:
        self.folder, self.root = folder, root
        self.repository = repository.rstrip("/")
        self.complaints: list[str] = []
        self.written: set[Path] = set()
        #: Files and folders that are linked and no pages: their rendered copies.
        self.sources: set[str] = set()

    def lay(self) -> None:
        """Write all pages, and remove what an earlier time left behind."""
        nav = navigation(self.root)
        paths = paths_in(nav)
        self.pages = {path for path in paths if (self.root / path).is_file()}
        missing = [path for path in paths if path not in self.pages]
        self.complaints += [
            f"{path} is in the navigation, not here" for path in missing
        ]
        for path in sorted(self.pages):
            text = (self.root / path).read_text("utf-8")
            self.write(path, page(text, lambda to, at=path: self.place(to, at)))
        for path in sorted(self.sources):
            self.write(copy_of(path), source_page(path, self.root))
        for there, here in LOOK.items():
            self.copy(here, there)
        self.configure(only(nav, self.pages))
        for stale in set((self.folder / "pages").rglob("*")) - self.written:
            if stale.is_file():
                stale.unlink()

    def place(self, target: str, at: str) -> str | None:
        """Where ``target``, a link in the page ``at``, leads on the site."""
        path, _, fragment = target.partition("#")
        there = normpath(f"{dirname(at) or '.'}/{path}")
        if there in self.pages:
            return target
        if there.startswith("..") or not (self.root / there).exists():
            self.complaints.append(f"{at} links to {target}, which is not there")
            return None
        if Path(there).suffix in ASSETS:
            self.copy(there, there)
            return target
        if self.repository:
            kind = "tree" if (self.root / there).is_dir() else "blob"
            mark = f"#{fragment}" if fragment else ""
            return f"{self.repository}/{kind}/main/{there}{mark}"
        self.sources.add(there)
        line = re.match(r"L(\d+)", fragment)
        return relpath(copy_of(there), dirname(at) or ".") + (
            f"#__span-0-{line[1]}" if line else ""
        )

    def configure(self, nav: Nav) -> None:
        """The settings of the generator, with the navigation in them."""
        settings = (self.root / SETTINGS / "zensical.toml").read_text("utf-8")
        nav_too = f"[project]\nnav = {as_toml(nav)}\n"
        self.write("../zensical.toml", settings.replace("[project]\n", nav_too, 1))

    def copy(self, here: str, there: str) -> None:
        self.written.add(self.folder / "pages" / there)
        changed(self.folder / "pages" / there, (self.root / here).read_bytes())

    def write(self, there: str, text: str) -> None:
        self.written.add(self.folder / "pages" / there)
        changed(self.folder / "pages" / there, text.encode())


def copy_of(path: str) -> str:
    """The page that shows the file or folder ``path``."""
    # The generator takes a name that begins with a dot for none of its business.
    return "source/" + re.sub(r"(^|/)\.", r"\1_", path) + ".md"


def changed(path: Path, content: bytes) -> None:
    """Write a file unless it is so already: whoever watches is told of changes only."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main(*arguments: str) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--watch", action="store_true")
    parser.add_argument("--repository", default=os.environ.get("REPOSITORY_URL", ""))
    options = parser.parse_args(arguments)
    while True:
        site = Site(options.folder, options.repository)
        site.lay()
        if not options.watch:
            break
        time.sleep(1)
    for complaint in dict.fromkeys(site.complaints):
        print(complaint, file=sys.stderr)
    return 1 if options.strict and site.complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
