from flask import Blueprint, abort, flash, redirect, render_template
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Repost, echoes
from app.reposts.forms import REFUSED, RemarkForm
from app.web import find
from app.web.access import public
from app.web.current import reader
from app.web.headers import keep_private
from app.web.in_place import marked
from app.web.limits import against_floods
from app.web.marks import ties_among
from app.web.pagination import paginate
from app.web.urls import back_path

bp = Blueprint("reposts", __name__, url_prefix="/@<handle:handle>/<slug:slug>")


@bp.get("/reposts")
@public
def index(handle, slug):
    """List who reposted a post and what they said of it, newest first."""
    post = find.post(handle, slug)
    if not post.is_public:
        keep_private()
    page = paginate(echoes.reposts(post, reader()), Repost.created_at, Repost.id)
    return render_template(
        "reposts/index.html",
        post=post,
        page=page,
        ties=ties_among([row.user for row in page]),
    )


@bp.get("/repost")
def new(handle, slug):
    """Ask what the reader says of a post that they are about to show to others."""
    post = find.post(handle, slug)
    done = current_user.repost_of(post)
    if not (done or current_user.can_repost(post)):
        abort(409, REFUSED)
    form = RemarkForm(post, remark=done.remark if done else "")
    return render_template("reposts/new.html", post=post, form=form, done=done)


@bp.post("/repost")
@against_floods("60 per minute")
def create(handle, slug):
    """Show a post to the reader's followers; done again, with another remark."""
    post = find.post(handle, slug)
    form = RemarkForm(post)
    if not form.validate():
        return render_template("reposts/new.html", post=post, form=form), 422
    current_user.repost(post, form.remark.data)
    db.session.commit()
    flash(_("Reposted. Your followers come across it now."), "success")
    return redirect(back_path(post.path), 303)


@bp.post("/repost/delete")
@against_floods("60 per minute")
def destroy(handle, slug):
    """Show a post to the reader's followers no longer."""
    post = find.post(handle, slug)
    current_user.unrepost(post)
    db.session.commit()
    return marked(post)
