#: 11-18
"""Mail: written from a template, and handed to a mail server."""
#:
#: 19
"""Mail: rendered and put into the outbox now, handed to a mail server later."""
#:

import re
from dataclasses import asdict  #: 19
from pathlib import Path
from typing import Any  #: 19

from flask import Flask, current_app
from jinja2 import Template

from app.lib import post_office
from app.lib.letters import Letter, compose, keep  #: 11-18
from app.lib.letters import Letter, compose, deliverable, keep  #: 19
from app.lib.plaintext import one_line
#: 11-18
from app.lib.tokens import new_token
from app.models import Account
from app.models.columns import now
#:
#: 19
from app.lib.post_office import Refused
from app.models import Account, Outbox
from app.web.outbox import defer, delivers
#:

FOLDER, NAME = "mail", "Inklings"


def init_app(app: Flask) -> None:
    # One file says both: as HTML, and as words that nothing is escaped in.
    app.extensions["mail-text"] = app.jinja_env.overlay(autoescape=False)


#: 11-18
def post(template: str, account: Account, *, to: str = "", **values: object) -> None:
    """Write to ``account``, and hand the letter over at once.

#:
#: 19
def post(
    template: str, account: Account, *, to: str = "", once: str = "", **values: object
) -> None:
    """Write to ``account``, if the transaction is committed.

#:
    :param template: the file in ``templates/mail``, without ``.html``.
    :param to: another address than the account's own.
    :param once: a name for this letter: posted twice, it is sent once.  #: 19
    :param values: what the template wants.
    :raises ValueError: when the address is none.
    """
    told = {"account": account, **values}
    _hand_over(_written(template, to or account.email, told))  #: 11-18
    #: 19
    address = to or account.email
    deliverable(address)
    defer("mail", once, **asdict(_written(template, address, told)))
    #:


def folder() -> Path:
    """Where mail is kept that goes nowhere."""
    return Path(current_app.instance_path) / FOLDER


def _written(template: str, to: str, values: dict[str, object]) -> Letter:
    file = f"mail/{template}.html"
    plain = current_app.extensions["mail-text"].get_template(file)
    text = {**_parts("text"), "site_name": NAME, **values}
    html = {**_parts("html"), "site_name": NAME, **values}
    return Letter(
        to=to,
        name=NAME,
        subject=one_line(_block(plain, "subject", text)),
        text=_words(plain.render(text)),
        html=current_app.jinja_env.get_template(file).render(html),
    )


def _parts(kind: str) -> dict[str, object]:
    """What a letter extends and imports, as ``text`` or as ``html``."""
    ending = "txt" if kind == "text" else "html"
    return {
        "mail_layout": f"layouts/mail.{ending}",
        "mail_parts": f"ui/mail_{kind}.{ending}",
    }


def _words(text: str) -> str:
    """``text`` with one empty line between its paragraphs."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _block(template: Template, name: str, values: dict[str, object]) -> str:
    return "".join(template.blocks[name](template.new_context(values)))


#: 11-18
def _hand_over(letter: Letter) -> None:
    config, written = current_app.config, now()
    message = compose(letter, config["MAIL_FROM"], new_token(), written)
    if config["MAIL_URL"]:
        post_office.send(message, config["MAIL_URL"])
    else:
        keep(message, folder(), f"{written:%Y%m%dT%H%M%S%f}")
#:
#: 19
@delivers("mail")
def _deliver(row: Outbox, **letter: Any) -> None:
    config, written = current_app.config, row.created_at
    try:
        message = compose(Letter(**letter), config["MAIL_FROM"], row.key, written)
    except ValueError as error:
        raise Refused(str(error)) from error
    if config["MAIL_URL"]:
        post_office.send(message, config["MAIL_URL"])
    else:
        keep(message, folder(), f"{written:%Y%m%dT%H%M%S}-{row.id}")
#:
