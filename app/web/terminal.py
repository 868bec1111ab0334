"""What commands share: questions, refusals, bars, and no traceback for what is away."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn

import click
from click._termui_impl import ProgressBar
from flask import current_app
from flask.cli import AppGroup
from flask.ctx import RequestContext
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.extensions import db
from app.lib.stores import StoreFailed
from app.models import Account, people

#: Groups that several features add to.
users = AppGroup("users", help="Look after accounts.")

HANDLE = click.argument("handle", help="Whose: their handle, with or without the @.")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Only say what would happen.")
YES = click.option("--yes", is_flag=True, help="Do it without asking.")
_BEHIND = ("no such table", "no such column", "does not exist")


def refuse(words: str) -> NoReturn:
    """End the command with ``words`` that say what to do, and the exit code 1."""
    raise click.ClickException(words)


def make_sure(question: str, is_sure: bool) -> None:
    """Ask before what cannot be taken back, unless ``is_sure``; or end the command."""
    try:
        if is_sure or click.confirm(question):
            return
    except click.Abort:
        click.echo()
    refuse("Nothing was changed. --yes says beforehand that it is meant.")


def bar(label: str, length: int) -> ProgressBar[int]:
    """How far long work has come; nothing is drawn where nobody looks at a terminal.

    :param length: how much there is to do; ``update(3)`` says that three are done.
    """
    shown = sys.stderr.isatty()
    return click.progressbar(
        length=length, label=label, hidden=not shown, file=sys.stderr
    )


def as_if_sent(typed: dict[str, object]) -> RequestContext:
    """What a page of the site would send: checked in the same way as there."""
    address = current_app.config["SITE_URL"]
    return current_app.test_request_context(base_url=address, method="POST", data=typed)


def account_called(handle: str) -> Account:
    """The account of somebody, or the end of the command."""
    found = db.session.scalar(people.account(handle))
    if found is None:
        refuse(f"Nobody here is called @{handle.lstrip('@')}. See: flask users list")
    return found


def guard(commands: click.Group) -> None:
    """Have every one of ``commands`` end with a sentence where something is away."""
    for command in commands.commands.values():
        if isinstance(command, click.Group):
            guard(command)
        # The groups outlive an application: a second one finds them guarded.
        if is_ours(command) and not hasattr(command.callback, "is_guarded"):
            command.callback = _guarded(command.callback)


def is_ours(command: click.Command) -> bool:
    """Whether ``command`` does something, and no extension has brought it."""
    return getattr(command.callback, "__module__", "").startswith("app.")


def _guarded(callback: Any) -> Callable[..., Any]:
    @wraps(callback)
    def call(*args: Any, **options: Any) -> Any:
        try:
            return callback(*args, **options)
        except (OperationalError, ProgrammingError) as error:
            raise click.ClickException(_database_words(str(error.orig))) from error
        except StoreFailed as error:
            raise click.ClickException(f"The store is not well: {error}") from error

    call.is_guarded = True  # type: ignore[attr-defined]
    return call


def _database_words(said: str) -> str:
    line = " ".join(said.split())
    if any(words in line for words in _BEHIND):
        return f"The database is not up to date. Run: flask db upgrade ({line})"
    return f"The database does not do it: {line}. flask doctor looks into it."
