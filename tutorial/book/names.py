"""Where in a file something stands that a listing names."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePath

from .plan import BookError

#: First and last line, counted from 1, both included.
Span = tuple[int, int]
DEFINITIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
TEMPLATES = (".html", ".xml", ".txt", ".md")
BEGINS, ENDS = r"\{%-?\s*(?:block|macro)\b", r"\{%-?\s*end(?:block|macro)\b"


class NotFound(BookError):
    """A listing names what is not in the file."""


def spans(path: str, text: str, names: list[str]) -> list[Span]:
    """The lines of each of ``names``, in the order of the file.

    :raises NotFound: for a name that the file has not.
    """
    find = _in_template if PurePath(path).suffix in TEMPLATES else _in_python
    found: set[Span] = set()
    for name in pairs(path, names):
        if not (here := list(find(text, name))):
            raise NotFound(f"{path} has no {name!r}")
        found.update(here)
    return sorted(found)


def pairs(path: str, names: list[str]) -> list[str]:
    """Names of templates are two words each: ``block main``, ``macro entry``."""
    if PurePath(path).suffix not in TEMPLATES:
        return names
    return [" ".join(names[at : at + 2]) for at in range(0, len(names), 2)]


def owner(text: str, name: str) -> str | None:
    """The line that opens the class that ``Class.method`` stands in, if it is one."""
    holder, _, member = name.rpartition(".")
    for node in _parsed(text).body:
        if isinstance(node, ast.ClassDef) and node.name == holder and member:
            return text.splitlines()[node.lineno - 1]
    return None


def _parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise NotFound(f"line {error.lineno}: {error.msg}") from error


def _in_python(text: str, name: str) -> Iterator[Span]:
    module, lines = _parsed(text), text.splitlines()
    if name == "imports":
        yield from _imports(module)
        return
    name = name.replace('"', "'")  # As ast writes it.
    holder, _, member = name.rpartition(".")
    for node in module.body:
        if isinstance(node, ast.ClassDef) and node.name == holder:
            yield from (_whole(it, lines) for it in node.body if _is(it, member))
        elif _is(node, name):
            yield _whole(node, lines)


def _imports(module: ast.Module) -> Iterator[Span]:
    """From the docstring, or the first import, to the last of the imports on top."""
    last = None
    for node in module.body:
        is_docstring = last is None and isinstance(node, ast.Expr)
        if not (is_docstring or isinstance(node, ast.Import | ast.ImportFrom)):
            break
        last = node
    if last is not None:
        yield 1, last.end_lineno


def _is(node: ast.stmt, name: str) -> bool:
    """Whether a statement defines ``name``, sets it, or calls it."""
    if isinstance(node, DEFINITIONS):
        return node.name == name
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return ast.unparse(node.value.func) == name
    targets = node.targets if isinstance(node, ast.Assign) else []
    if isinstance(node, ast.AnnAssign | ast.AugAssign):
        targets = [node.target]
    return any(name in _names(target) for target in targets)


def _names(target: ast.expr) -> Iterator[str]:
    """``a.b["c"]`` is found as that, and as ``a.b``."""
    yield ast.unparse(target)
    if isinstance(target, ast.Subscript):
        yield ast.unparse(target.value)
    if isinstance(target, ast.Tuple):
        yield from map(ast.unparse, target.elts)


def _whole(node: ast.stmt, lines: list[str]) -> Span:
    """With its decorators, and the comment above that belongs to it."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(it.lineno for it in decorators)])
    while first > 1 and lines[first - 2].strip().startswith("#"):
        first -= 1
    return first, node.end_lineno


def _in_template(text: str, name: str) -> Iterator[Span]:
    words = r"\s+".join(map(re.escape, name.split()))
    begin = re.compile(rf"\{{%-?\s*{words}\b")
    depth = first = 0
    for at, line in enumerate(text.splitlines(), 1):
        if not depth and begin.search(line):
            first = at
        if first:
            depth += len(re.findall(BEGINS, line)) - len(re.findall(ENDS, line))
        if first and not depth:
            yield first, at
            first = 0
