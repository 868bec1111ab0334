"""Checkpoints: commands of a chapter, and what they say in its stage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .build import stage
from .directives import CHECKPOINT, COMMENT
from .plan import Book, BookError, Chapter
from .running import built, run

#: A line that stands for any lines.
ANYTHING = "…"
PROMPT = "$ "
SECONDS = re.compile(r"\d+\.\d+ ?s\b")
#: What a reader sees where we have a folder that is gone in a second.
HOME = "~/inklings"


@dataclass(frozen=True)
class Step:
    """A command, and the lines that it says."""

    command: str
    said: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Checkpoint:
    """The steps between two fences, and the lines of these, counted from 0."""

    first: int
    last: int
    steps: tuple[Step, ...]


def checkpoints(text: str) -> Iterator[Checkpoint]:
    """:raises BookError: for a directive without a listing of commands."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        found = COMMENT.fullmatch(line.strip())
        if not found or found["words"] != CHECKPOINT:
            continue
        first = next((n for n in range(at + 1, len(lines)) if lines[n].strip()), at)
        if lines[first].strip() != "```console":
            raise BookError(f"line {at + 1}: ```console belongs below a checkpoint")
        last = lines.index("```", first)
        yield Checkpoint(first, last, tuple(_steps(lines[first + 1 : last], first + 2)))


def _steps(lines: list[str], number: int) -> Iterator[Step]:
    starts = [at for at, line in enumerate(lines) if line.startswith(PROMPT)]
    for at, until in zip(starts, [*starts[1:], len(lines)], strict=True):
        said = tuple(lines[at + 1 : until])
        yield Step(lines[at].removeprefix(PROMPT), said, number + at)


def is_true(book: Book, chapter: Chapter) -> list[str]:
    """The commands of a chapter say what it says that they say."""
    found = list(checkpoints(book.words(chapter)))
    if not any(it.steps for it in found):
        return [f"{chapter.name}.md: no checkpoint with a command: <!-- checkpoint -->"]
    with built(stage(book, chapter.number)) as folder:
        return [
            words
            for checkpoint in found
            for step in checkpoint.steps
            for words in _difference(chapter, step, said(folder, step.command))
        ]


def _difference(chapter: Chapter, step: Step, lines: list[str]) -> list[str]:
    expected = [SECONDS.sub("…s", line.rstrip()) for line in step.said]
    if matches(expected, lines):
        return []
    really = "\n".join(f"    {line}" for line in lines)
    return [
        f"{chapter.name}.md:{step.line}: `{step.command}` says something else "
        f"(python -m tutorial.book.weave --checkpoints {chapter.number}):\n{really}"
    ]


def filled(book: Book, chapter: Chapter, text: str) -> str:
    """The text with what each command really says."""
    lines = text.splitlines()
    with built(stage(book, chapter.number)) as folder:
        answers = [
            (it, [_written(step, said(folder, step.command)) for step in it.steps])
            for it in checkpoints(text)
        ]
    for checkpoint, written in reversed(answers):
        new = [line for step in written for line in step]
        lines[checkpoint.first + 1 : checkpoint.last] = new
    return "\n".join(lines) + "\n"


def _written(step: Step, lines: list[str]) -> list[str]:
    """A writer's … stays as long as it stands for what is said."""
    expected = [SECONDS.sub("…s", line.rstrip()) for line in step.said]
    is_right = expected and matches(expected, lines)
    return [PROMPT + step.command, *(step.said if is_right else lines)]


def said(folder: Path, command: str) -> list[str]:
    """What a command says in a stage, without what differs from run to run."""
    _, words = run(folder, "bash", "-c", command)
    words = words.replace(str(folder), HOME)
    return [SECONDS.sub("…s", line.rstrip()) for line in words.rstrip().splitlines()]


def matches(expected: list[str], lines: list[str]) -> bool:
    """Whether lines are as expected, with … for any number of them."""
    if ANYTHING not in expected:
        return _trimmed(expected) == _trimmed(lines)
    before = expected[: expected.index(ANYTHING)]
    rest = expected[len(before) + 1 :]
    if lines[: len(before)] != before:
        return False
    return any(matches(rest, lines[at:]) for at in range(len(before), len(lines) + 1))


def _trimmed(lines: list[str]) -> list[str]:
    """Without empty lines at the end."""
    return "\n".join(lines).rstrip("\n").splitlines()
