"""How somebody's code differs from a stage."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from .build import File, Stage, files_of


def differences(built: Stage, folder: Path) -> Iterator[str]:
    """A piece of text for each file that differs; nothing if all are the same."""
    theirs = set(files_of(folder))
    for path in sorted({*built, *theirs}):
        if path not in theirs:
            yield f"Missing: {path} ({built[path].kind})\n"
        elif path not in built:
            yield f"Only in yours: {path}\n"
        else:
            content = (folder / path).read_bytes()
            yield from _difference(path, File(content, "own"), built[path])


def _difference(path: str, yours: File, ours: File) -> Iterator[str]:
    # Windows ends its lines in another way; that is no difference to speak of.
    if yours.content.replace(b"\r\n", b"\n") == ours.content.replace(b"\r\n", b"\n"):
        return
    if yours.text is None or ours.text is None:
        yield f"Differs: {path} (no text)\n"
        return
    lines = unified_diff(
        yours.text.splitlines(),
        ours.text.splitlines(),
        f"yours/{path}",
        f"the-book/{path}",
        lineterm="",
    )
    words = "\n".join(lines) or f"Differs: {path} (only the end of a line)"
    yield f"{words}\n"
