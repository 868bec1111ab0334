"""Parts of pages that are drawn once for all who are shown the same.

A fragment is a template that sees what it is given, in the language of the page, and
nothing else: not who asks, nor where, nor when. What it is given is plain values, and
they are the key under which it is kept. So there is nothing to forget when a post, a
name or a right changes: other values are another fragment. See
docs/decisions/0043-where-the-time-goes.md, also for what it saves.

One thing it does see: a macro that a fragment imports is Jinja's own, and sees all that
the environment has. Macros for fragments must ask nothing of the request.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from flask import Flask, current_app
from jinja2 import Environment
from markupsafe import Markup

from app.lib.lru import LRU
from app.web.locale import language

#: What all fragments of a process may take together, in bytes.
ROOM: Final = 6_000_000
#: What a fragment weighs beside its text, for each value that leads to it, in bytes.
_FRAME, _VALUE = 400, 60
#: What of the functions of all templates says the same whoever asks.
SEEN: Final = frozenset(("_", "gettext", "ngettext", "asset", "shown_count", "url_for"))
_PLAIN = (str, int, float, date, type(None))


class Fragments:
    """What has been drawn lately; safe to share between threads."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._kept: LRU[Markup] = LRU(ROOM)

    def drawn(self, template: str, given: dict[str, Any]) -> Markup:
        """What ``template`` says of what it is ``given``, in this page's language."""
        key = (template, language(), *given.values())
        kept = self._kept.get(key)
        if kept is None:
            kept = self.draw(template, given)
            self._kept.put(key, kept, _weight(kept, key))
        return kept

    def draw(self, template: str, given: dict[str, Any]) -> Markup:
        """The same, drawn now."""
        for name, value in given.items():
            if not _is_plain(value):
                raise TypeError(f"{template} is given no plain value as {name}")
        drawing = self._environment.get_template(template)
        return Markup(drawing.render(self._unseen() | given))  # noqa: S704 (our HTML)

    def _unseen(self) -> dict[str, Any]:
        """What a fragment does not see: to ask for it is a mistake that is heard."""
        names = self._environment.globals.keys() - SEEN
        return {name: self._environment.undefined(name=name) for name in names}


def init_app(app: Flask) -> None:
    app.extensions["fragments"] = Fragments(app.jinja_env)
    app.jinja_env.globals.update(fragment=fragment)


def fragment(template: str, **given: Any) -> Markup:
    """Show ``template``, which sees what it is ``given`` and nothing else.

    Always give it the same names in the same order.

    :param given: plain values, or tuples of them. Markup is none: it equals the text
        that it is made of, and would be shown where that is to be escaped.
    :raises TypeError: for a value that may change while it stays the same object.
    """
    fragments: Fragments = current_app.extensions["fragments"]
    return fragments.drawn(template, given)


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    return isinstance(value, _PLAIN) and not isinstance(value, Markup)


def _weight(text: str, key: tuple[Any, ...]) -> int:
    return _FRAME + 2 * len(text) + sum(map(_size, key))


def _size(value: object) -> int:
    if isinstance(value, tuple):
        return sum(map(_size, value))
    return _VALUE + (2 * len(value) if isinstance(value, str) else 0)
