from flask import Blueprint, redirect, request, url_for

from app.extensions import db
from app.web import find, serials

bp = Blueprint(
    "series_parts", __name__, url_prefix="/series/<id:key>/parts/<id:post_key>"
)
STEPS = {"up": -1, "down": 1}


@bp.post("")
def update(key, post_key):
    """Move a part one place up or down."""
    series, post = serials.own(key), find.own_post(post_key)
    series.move(post, STEPS.get(request.form.get("to", ""), 0))
    db.session.commit()
    return _back_to(series)


@bp.post("/delete")
def destroy(key, post_key):
    """Take a post out of a series; it stays where it is."""
    series = serials.own(key)
    series.remove(find.own_post(post_key))
    db.session.commit()
    return _back_to(series)


def _back_to(series):
    return redirect(url_for("series.edit", key=series.id) + "#parts", 303)
