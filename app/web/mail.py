"""Mail: rendered and put into the outbox now, handed to a mail server later."""

import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from jinja2 import Template

from app.lib import post_office
from app.lib.letters import Letter, compose, deliverable, keep
from app.lib.plaintext import one_line
from app.lib.post_office import Refused
from app.models import Account, Outbox
from app.models.columns import now
from app.models.outbox import FAILED_KEPT
from app.web.clock import on_the_clock_of
from app.web.locale import speaking
from app.web.outbox import delivers, put
from app.web.site import site_name

FOLDER = "mail"


def init_app(app: Flask) -> None:
    # One file says both: as HTML, and as words that nothing is escaped in.
    app.extensions["mail-text"] = app.jinja_env.overlay(autoescape=False)


def post(
    template: str,
    account: Account | None,
    *,
    to: str = "",
    once: str = "",
    unsubscribe: str = "",
    **values: object,
) -> None:
    """Write to ``account`` in its language, if the transaction is committed.

    :param template: the file in ``templates/mail``, without ``.html``.
    :param to: another address than the account's own.
    :param once: a name for this letter: posted twice, it is sent once.
    :param unsubscribe: the address that ends such letters with one POST (RFC 8058).
    :param values: what the template wants.
    :raises ValueError: when the address is none.
    """
    address = to or (account.email if account else "")
    deliverable(address)
    language, zone = (account.language, account.time_zone) if account else ("", "")
    with speaking(language), on_the_clock_of(zone):
        told = {"account": account, "unsubscribe": unsubscribe, **values}
        letter = _written(template, address, told)
    contents = asdict(replace(letter, unsubscribe=unsubscribe))
    put("mail", contents, once, account.user_id if account else None)


def folder() -> Path:
    """Where mail is kept that goes nowhere."""
    return Path(current_app.instance_path) / FOLDER


def forget_old_files() -> None:
    """Remove the mail that was kept for as long as a failed one would be."""
    oldest = (now() - FAILED_KEPT).timestamp()
    for letter in folder().glob("*.eml"):
        if letter.stat().st_mtime < oldest:
            letter.unlink(missing_ok=True)


def _written(template: str, to: str, values: dict[str, object]) -> Letter:
    name = site_name()
    file = f"mail/{template}.html"
    plain = current_app.extensions["mail-text"].get_template(file)
    text = {**_parts("text"), "site_name": name, **values}
    html = {**_parts("html"), "site_name": name, **values}
    return Letter(
        to=to,
        name=one_line(name),
        subject=one_line(_block(plain, "subject", text)),
        text=_words(plain.render(text)),
        html=current_app.jinja_env.get_template(file).render(html),
    )


def _parts(kind: str) -> dict[str, object]:
    """What a letter extends and imports, as ``text`` or as ``html``."""
    return {
        "mail_layout": f"layouts/mail.{'txt' if kind == 'text' else 'html'}",
        "mail_parts": f"ui/mail_{kind}.{'txt' if kind == 'text' else 'html'}",
    }


def _words(text: str) -> str:
    """``text`` with one empty line between its paragraphs."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _block(template: Template, name: str, values: dict[str, object]) -> str:
    return "".join(template.blocks[name](template.new_context(values)))


@delivers("mail")
def _deliver(row: Outbox, **letter: Any) -> None:
    config = current_app.config
    try:
        message = compose(
            Letter(**letter), config["MAIL_FROM"], row.key, row.created_at
        )
    except ValueError as error:
        raise Refused(str(error)) from error
    if config["MAIL_URL"]:
        post_office.send(message, config["MAIL_URL"])
    else:
        keep(message, folder(), f"{row.created_at:%Y%m%dT%H%M%S}-{row.id}")
