"""What a chapter is like to read: its headings, its length, where its links lead."""

import re
from collections.abc import Iterator
from pathlib import Path

from .directives import CHECKPOINT, parts, prose
from .plan import Book, Chapter

FEWEST_WORDS, MOST_WORDS = 1500, 3000
FEWEST_STEPS, MOST_STEPS = 3, 6
FEWEST_TERMS, MOST_TERMS = 3, 6
#: Bytes of a picture.
HEAVIEST = 60 * 1024
HEADINGS = (
    "Where we are",
    "What you will see",
    "Step …",
    "Which layer owns this?",
    "Checkpoint",
    "Exercise",
    "On your own",
    "In the real application",
    "What you learnt",
)
OWNS = re.compile(r"Which (layer|function) owns this\?")
LINK = re.compile(r"(?P<picture>!?)\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]+)[^)]*\)")
WORD = re.compile(r"\w[\w'’-]*")


def sections(text: str) -> dict[str, list[str]]:
    """The lines below each heading of the second level; no listing is a heading."""
    found: dict[str, list[str]] = {"": []}
    here = ""
    for part in parts(text):
        if part.is_fenced or part.directive or not part.lines[0].startswith("## "):
            found[here] += part.lines
            continue
        here = part.lines[0].removeprefix("## ").strip()
        found[here] = []
    return found


def is_in_order(book: Book, chapter: Chapter) -> list[str]:
    """A chapter has the headings of every chapter, each with what belongs there."""
    text = book.words(chapter)
    title = f"# {chapter.number}. {chapter.title}"
    found = [] if text.splitlines()[:1] == [title] else [f"begin with: {title}"]
    here = sections(text)
    steps = [name for name in here if name.startswith("Step ")]
    outline = list(dict.fromkeys(map(_general, [name for name in here if name])))
    if outline != list(HEADINGS):
        found.append(f"the headings are {outline}, not {list(HEADINGS)}")
    if not FEWEST_STEPS <= len(steps) <= MOST_STEPS:
        found.append(f"{len(steps)} steps, not {FEWEST_STEPS} to {MOST_STEPS}")
    found += [f"nothing runs in ## {it}" for it in steps if not _runs(here[it])]
    found += _parts_missing(chapter, here)
    return [f"{chapter.name}.md: {words}" for words in found]


def _general(heading: str) -> str:
    if heading.startswith("Step "):
        return "Step …"
    return "Which layer owns this?" if OWNS.fullmatch(heading) else heading


def _runs(lines: list[str]) -> bool:
    return any(line.startswith(("```console", f"<!-- {CHECKPOINT}")) for line in lines)


def _parts_missing(chapter: Chapter, here: dict[str, list[str]]) -> Iterator[str]:
    def has(heading: str, pattern: str) -> int:
        return len(re.findall(pattern, "\n".join(here.get(heading, [])), re.MULTILINE))

    if chapter.number > 1 and not has("Where we are", r"^<!-- run -->$"):
        yield "## Where we are says no command: <!-- run -->"
    if not has("What you will see", r"!\[[^\]]+\]\("):
        yield "## What you will see has no picture"
    if not has("Checkpoint", rf"^<!-- {CHECKPOINT} -->$"):
        yield f"## Checkpoint has no <!-- {CHECKPOINT} -->"
    terms = has("What you learnt", r"^[-*] ")
    if not FEWEST_TERMS <= terms <= MOST_TERMS:
        yield f"## What you learnt: {terms} terms, not {FEWEST_TERMS} to {MOST_TERMS}"


def is_of_good_length(book: Book, chapter: Chapter) -> list[str]:
    """A chapter is read in an evening."""
    words = LINK.sub(r"\g<words>", prose(book.words(chapter)))
    count = len(WORD.findall(words))
    if FEWEST_WORDS <= count <= MOST_WORDS:
        return []
    return [f"{chapter.name}.md: {count} words, not {FEWEST_WORDS} to {MOST_WORDS}"]


def leads_somewhere(book: Book, chapter: Chapter) -> list[str]:
    """Each link of a chapter ends at a file, or a heading, that is there."""
    book.words(chapter)
    return list(broken_links(book, book.text(chapter)))


def broken_links(book: Book, path: Path) -> Iterator[str]:
    """Links and pictures of a text that lead nowhere, or that nobody can see."""
    for number, line in _numbered(path.read_text("utf-8")):
        for link in LINK.finditer(line):
            if words := _broken(book, path, link):
                yield f"{path.name}:{number}: {link['to']}: {words}"


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    number = 0
    for part in parts(text):
        for line in part.lines:
            number += 1
            if not part.is_fenced and not part.directive:
                yield number, re.sub(r"`[^`]*`", "``", line)


def _broken(book: Book, path: Path, link: re.Match) -> str | None:
    to, _, anchor = link["to"].partition("#")
    if re.match(r"https?:|mailto:", to):
        return None
    there = (path.parent / to).resolve() if to else path
    if not there.exists():
        return None if _is_yet_to_come(book, there) else "there is no such file"
    if link["picture"] and not link["words"].strip():
        return "say in [] what the picture shows"
    if link["picture"] and there.stat().st_size > HEAVIEST:
        return f"heavier than {HEAVIEST // 1024} KB"
    if anchor and there.suffix == ".md" and anchor not in anchors(there):
        return "there is no such heading"
    return None


def _is_yet_to_come(book: Book, path: Path) -> bool:
    """A chapter that the plan does not know yet, as long as the book grows."""
    number = path.name[:2]
    grows = not (book.chapters and book.chapters[-1].whole)
    is_chapter = path.parent == (book.folder / "chapters").resolve()
    return (
        grows and is_chapter and number.isdecimal() and int(number) > len(book.chapters)
    )


def anchors(path: Path) -> set[str]:
    """The headings of a text, as links name them."""
    found = set()
    for line in _headings(path.read_text("utf-8")):
        heading = re.sub(r"[^\w\- ]", "", line.lstrip("#").strip().lower())
        found.add(heading.replace(" ", "-"))
    return found


def _headings(text: str) -> list[str]:
    """The lines with headings of a text that need not belong to the book."""
    listings = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
    return [it for it in listings.sub("", text).splitlines() if it.startswith("#")]
