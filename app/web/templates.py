"""What every template can use without asking."""

from flask import Flask

from app.lib.tokens import new_form_key
from app.web import audiences, comment_form, passkeys, roles
from app.web.joining import requests_waiting
from app.web.kept import fields_of
from app.web.locale import direction
from app.web.looks import looks, theme
from app.web.marks import is_featured, marks_on
from app.web.news import calls_on, shown_count, unread_count
from app.web.publishing import must_confirm
from app.web.reported import hiding_of, matters_waiting
from app.web.site import site_or_none


def init_app(app: Flask) -> None:
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        direction=direction,
        looks=looks,
        theme=theme,
        kept_fields=fields_of,
        new_form_key=new_form_key,
        unread_notices=unread_count,
        shown_count=shown_count,
        calls_on=calls_on,
        passkeys_are_possible=passkeys.are_possible,
        requests_waiting=requests_waiting,
        role_names=roles.NAMES,
        audience_names=audiences.NAMES,
        audience_hints=audiences.HINTS,
        must_confirm=must_confirm,
        marks_on=marks_on,
        is_featured=is_featured,
        matters_waiting=matters_waiting,
        hiding_of=hiding_of,
        silence_words=comment_form.words_for,
    )
    app.context_processor(lambda: {"site": site_or_none()})
