"""What answers when a sheet is kept while it is written, whatever is written on it."""

from typing import Any

from flask import flash, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.extensions import db
from app.models import Conflict
from app.web import scripts
from app.web.conflicts import both_texts

#: Whoever types all day is never too fast: the script waits two seconds in between.
OFTEN = "60 per minute"

Answer = Response | tuple[str, int]


def keep(post: Any, form: Any) -> Answer:
    """Keep what stands on ``form`` for ``post``, and commit."""
    try:
        form.keep_for(post)
    except Conflict:
        return _say_conflict(form, post)
    db.session.commit()
    if scripts.is_asking():
        return scripts.told("saved", **_state_of(post, form), seen=form.seen_of(post))
    flash(_("Kept for later. Only you can see it."), "success")
    return redirect(form.desk.edit(post), 303)


def refuse(form: Any, post: Any = None) -> Answer:
    """Say what has to be mended before ``form`` can be kept."""
    if scripts.is_asking():
        return scripts.told("invalid", 422, errors=form.errors)
    return render_template(form.desk.page, form=form, post=post), 422


def _state_of(post: Any, form: Any) -> dict[str, Any]:
    """What the sheet has to know of ``post`` to go on with it."""
    copy = post.working_copy
    return {
        "action": form.desk.action(post),
        "edit": form.desk.edit(post),
        "version": copy.over if copy else post.version,
        "stamp": copy.stamp if copy else "",
    }


def _say_conflict(form: Any, post: Any) -> Answer:
    is_script = scripts.is_asking()
    return scripts.told("conflict", 409) if is_script else both_texts(form, post)
