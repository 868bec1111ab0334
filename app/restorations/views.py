from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web import find
from app.web.limits import against_floods

bp = Blueprint("restorations", __name__)


@bp.post("/posts/<id:key>/revisions/<id:number>/restore")
@against_floods("60 per minute")
def create(key, number):
    """Make an earlier text of a post the present one."""
    post = find.own_post(key, lock=True)
    revision = find.revision(post.revisions(), number)
    if post.is_promised and not revision.body.strip():
        abort(409, _("This text is empty. Take the post back to the drafts first."))
    post.restore(revision)
    db.session.commit()
    flash(_("This text is back. The one before it is kept here too."), "success")
    return redirect(url_for("revisions.index", key=key), 303)
