from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Block
from app.web import find
from app.web.limits import against_floods
from app.web.pagination import paginate

bp = Blueprint("blocks", __name__)


@bp.get("/settings/blocks/")
def index():
    """List whom the reader has blocked."""
    page = paginate(current_user.blocks(), Block.created_at, Block.blocked_id)
    return render_template("blocks/index.html", page=page)


@bp.get("/@<handle:handle>/block")
def new(handle):
    """Say what blocking somebody does, and ask."""
    return render_template("blocks/new.html", person=find.person(handle))


@bp.post("/@<handle:handle>/block")
@against_floods("60 per minute")
def create(handle):
    """Be apart from somebody; nobody tells them."""
    person = find.person(handle)
    current_user.block(person)
    db.session.commit()
    flash(_("Blocked. Neither of you sees the other any more."), "success")
    return redirect(url_for("blocks.index"), 303)


@bp.post("/@<handle:handle>/block/delete")
def destroy(handle):
    """Be apart no longer; who followed whom before is not remembered."""
    person = find.blocked(handle)
    current_user.unblock(person)
    db.session.commit()
    flash(_("Unblocked. To read them again, follow them."), "success")
    return redirect(find.page_of(person, url_for("blocks.index")), 303)
