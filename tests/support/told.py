"""What the commands say of themselves, woven into docs/commands.md.

``.venv/bin/python -m tests.support.told`` writes it anew.
"""

import tempfile
from pathlib import Path

import click

from app import create_app
from app.web.terminal import is_ours
from tests.support.settings import configured
from tests.support.source import ROOT

PAGE = ROOT / "docs/commands.md"
INTRODUCTION = """\
# Commands

On the machine that the site runs on, in its folder: `.venv/bin/flask --app wsgi …`. In
the containers: `docker compose exec web flask …`. They read the settings of the site.

- A command ends with 0 when it is done; with 1 when it refused, and a sentence says
  what to do; with 2 when it was typed wrongly.
- Long work shows on a terminal how far it is. It can be stopped: what is done is done,
  and the next call goes on.
- What takes away or changes much has `--dry-run`, or asks first; `--yes` answers that.
- Nothing secret is an argument, which the history of the shell would keep: passwords
  are asked for.

This page is made of what `--help` says; a test keeps it so.
"""


def commands_of(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """Every command of ours below ``group`` by its words, as in "users create"."""
    found: dict[str, click.Command] = {}
    for name, command in sorted(group.commands.items()):
        words = f"{before} {name}".strip()
        below = commands_of(command, words) if isinstance(command, click.Group) else {}
        if below or is_ours(command):
            found |= {words: command, **below}
    return found


def reference(group: click.Group) -> str:
    """The page about all of them."""
    commands = commands_of(group).items()
    return "\n".join([INTRODUCTION, *(_told(*pair) for pair in commands)])


def _told(name: str, command: click.Command) -> str:
    if isinstance(command, click.Group) and not command.invoke_without_command:
        return f"## {name}\n\n{command.help}\n"
    level = "###" if " " in name else "##"
    context = click.Context(command, info_name=f"flask {name}", terminal_width=88)
    return f"{level} {name}\n\n```text\n{command.get_help(context)}\n```\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        PAGE.write_text(reference(create_app(configured(Path(folder))).cli))


if __name__ == "__main__":
    main()
