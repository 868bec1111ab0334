"""One page of the site: the Markdown of a file as the generator wants it.

A code host and the generator differ in four points, and this module is where they meet:
directives (HTML comments) disappear, the bold path above a listing becomes its title,
what belongs to an item of a list is indented by four, and links lead to where the
site has what they name.
"""

import re
from collections.abc import Callable, Iterator

FENCE = re.compile(r" *(?P<fence>`{3,}|~{3,})")
ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d+\.)(?P<gap> +)(?=\S)")
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
TITLE = re.compile(r"\n\*\*`?(?P<path>[^*`\n]+?)`?\*\*\n+\Z")
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
TARGET = re.compile(
    r"""(?P<before>\]\(<?|^\[[^\]]+\]:\s+<?|\b(?:src|href)=")(?P<target>[^\s)">]+)""",
    re.MULTILINE,
)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


def page(text: str, link: Callable[[str], str | None]) -> str:
    """The file ``text`` for the generator; ``link`` gives a target its new place.

    Where ``link`` gives None the target is nowhere, and its words remain without it.
    """
    parts: list[str] = []
    for is_fence, part in segments(indented(text)):
        if not is_fence:
            parts.append(relinked(COMMENT.sub("", part), link))
        elif parts and (title := TITLE.search("\n" + parts[-1])):
            parts[-1] = ("\n" + parts[-1])[1 : title.start()] + "\n"
            parts.append(titled(part, title["path"]))
        else:
            parts.append(part)
    return "".join(parts)


def segments(text: str) -> Iterator[tuple[bool, str]]:
    """``text`` in parts, each either prose (False) or one fenced listing (True)."""
    part, fence = "", ""
    for line in text.splitlines(keepends=True):
        found = FENCE.match(line)
        if fence:
            part += line
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                yield True, part
                part, fence = "", ""
        elif found:
            if part:
                yield False, part
            part, fence = line, found["fence"]
        else:
            part += line
    if part:
        yield bool(fence), part


def indented(text: str) -> str:
    """``text`` with the insides of lists four deep, as Python-Markdown reads them."""
    lines: list[str] = []
    depths: list[int] = []
    for is_fence, part in segments(text):
        shift = 0
        for number, line in enumerate(part.splitlines(keepends=True)):
            if line.strip() and not (is_fence and number):
                depth = len(line) - len(line.lstrip(" "))
                depths = [it for it in depths if it <= depth]
                shift = 4 * len(depths) - (depths[-1] if depths else 0)
            item = None if is_fence else ITEM.match(line)
            if lines and needs_gap(lines[-1], line, bool(item)):
                lines.append("\n")
            lines.append(" " * shift + line if line.strip() else line)
            if item:
                depths.append(item.end())
    return "".join(lines)


def needs_gap(before: str, line: str, is_item: bool) -> bool:
    """Whether ``line`` would be taken for the rest of what stands above it."""
    if not before.strip() or not line.strip():
        return False
    if FENCE.match(before) and before.strip(" `~\n") == "":
        return is_item
    return is_item and not before.startswith((" ", "|", "#")) and not ITEM.match(before)


def titled(listing: str, title: str) -> str:
    """A fenced ``listing`` whose first line names its file."""
    first, _, rest = listing.partition("\n")
    language = "" if re.search(r"\w", first) else "text"
    return f'{first}{language} title="{title}"\n{rest}'


def relinked(prose: str, link: Callable[[str], str | None]) -> str:
    """``prose`` with every target inside of the repository put where ``link`` says."""
    codes: list[str] = []

    def kept(code: re.Match) -> str:
        codes.append(code[0])
        return f"\0{len(codes) - 1}\0"

    def moved(found: re.Match) -> str:
        target = found["target"]
        there = target if OUTSIDE.match(target) else link(target)
        return found["before"] + ("#" if there is None else there)

    prose = TARGET.sub(moved, CODE.sub(kept, prose))
    return re.sub("\0(\\d+)\0", lambda mark: codes[int(mark[1])], prose)
