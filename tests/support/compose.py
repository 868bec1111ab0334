"""docker-compose.yml as docker compose reads it, variables filled in."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from tests.support.source import ROOT

TEXT = (ROOT / "docker-compose.yml").read_text()
# ${NAME:-what else} and ${NAME:+what then}, without another one inside.
INNERMOST = re.compile(r"\$\{(?P<name>\w+):(?P<sign>[-+])(?P<text>[^${}]*)\}")


def compose(**variables: str) -> dict[str, Any]:
    """The whole file, with ``variables`` in the place of .env."""
    parts: dict[str, Any] = _filled_in(yaml.safe_load(TEXT), variables)
    return parts


def _filled_in(part: Any, variables: Mapping[str, str]) -> Any:
    if isinstance(part, dict):
        return {name: _filled_in(inner, variables) for name, inner in part.items()}
    if isinstance(part, list):
        return [_filled_in(inner, variables) for inner in part]
    return _text(part, variables) if isinstance(part, str) else part


def _text(text: str, variables: Mapping[str, str]) -> str:
    def fill(found: re.Match[str]) -> str:
        value = variables.get(found["name"], "")
        if found["sign"] == "+":
            return found["text"] if value else ""
        return value or found["text"]

    while INNERMOST.search(text):
        text = INNERMOST.sub(fill, text)
    return text
