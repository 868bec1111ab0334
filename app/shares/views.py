from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web import find
from app.web.access import public
from app.web.headers import keep_nowhere, tell_nobody
from app.web.limits import against_floods, against_made_up_links

bp = Blueprint("shares", __name__)


@bp.get("/shared/<slug:token>")
@public
@against_made_up_links
def show(token):
    """Show a text, as it is now, to whoever has its link."""
    keep_nowhere()
    tell_nobody()
    post = find.shared_post(token)
    if post.is_published and post.is_open:
        return redirect(post.path, 303)
    return render_template("shares/show.html", post=post)


@bp.post("/posts/<id:key>/share")
@against_floods("60 per minute")
def create(key):
    """Make a link that shows a text to whoever has it."""
    find.own_post(key, lock=True).show_by_link()
    db.session.commit()
    flash(_("The link is made. Give it to whom you like."), "success")
    return redirect(url_for("posts.edit", key=key), 303)


@bp.post("/posts/<id:key>/share/delete")
def destroy(key):
    """End the link: it shows nothing any more."""
    find.own_post(key, lock=True).end_link()
    db.session.commit()
    flash(_("The link shows nothing any more."), "success")
    return redirect(url_for("posts.edit", key=key), 303)
