"""What a stage imports, includes or shows, and has not got."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

from .build import Stage

TEMPLATE = re.compile(
    r"""(?:\{%-?\s*(?:extends|include|import|from)|render_template\()\s*"""
    r"""["'](?P<name>[\w./-]+)["']"""
)


def lacking(stage: Stage) -> list[str]:
    """Each import of a module, and name of a template, that the stage has not."""
    return [*_imports(stage), *_templates(stage)]


def _imports(stage: Stage) -> Iterator[str]:
    tops = {PurePosixPath(path).parts[0].removesuffix(".py") for path in stage}
    for path, file in stage.items():
        if not path.endswith(".py"):
            continue
        try:
            names = _imported(file.text or "")
        except SyntaxError as error:
            yield f"{path}:{error.lineno}: {error.msg}"
            continue
        for line, module, name in names:
            if module.split(".")[0] in tops and not _is_there(stage, module, name):
                yield f"{path}:{line} imports {module}.{name}, which the stage lacks"


@cache
def _imported(source: str) -> list[tuple[int, str, str]]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, *_last(alias.name)) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [(node.lineno, node.module, alias.name) for alias in node.names]
    return found


def _last(module: str) -> tuple[str, str]:
    """``import a.b`` asks for b in a, ``import a`` for a itself."""
    before, _, name = module.rpartition(".")
    return (before, name) if before else (module, "")


def _is_there(stage: Stage, module: str, name: str) -> bool:
    path = module.replace(".", "/")
    inside = (f"{path}/{name}.py", f"{path}/{name}/")
    if name and (inside[0] in stage or any(it.startswith(inside[1]) for it in stage)):
        return True
    for place in (f"{path}.py", f"{path}/__init__.py"):
        if place in stage:
            return name in {"", "*"} or name in _bound(stage[place].text or "")
    # A folder without __init__.py is a package too.
    return not name and any(it.startswith(f"{path}/") for it in stage)


@cache
def _bound(source: str) -> set[str]:
    """Every name that a module sets anywhere; none where it cannot be read."""
    names: set[str] = set()
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return names
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names


def _templates(stage: Stage) -> Iterator[str]:
    there = {path.partition("templates/")[2] for path in stage if "templates/" in path}
    for path, file in stage.items():
        if not path.endswith((".html", ".py", ".xml")):
            continue
        for found in TEMPLATE.finditer(file.text or ""):
            if found["name"] not in there:
                yield f"{path} shows {found['name']}, which the stage lacks"
