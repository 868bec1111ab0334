from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import tag_changes
from app.models.permissions import MODERATE
from app.web import find
from app.web.access import permitted

bp = Blueprint("tag_merges", __name__, url_prefix="/tags/<slug:name>/merge")


@bp.get("/<slug:other>")
@permitted(MODERATE)
def new(name, other):
    """Say what merging one tag into another does, and ask."""
    tag, into = find.some_tag(name), find.owner_of_tag_name(other)
    if into is None or into.id == tag.id:
        abort(404)
    count = db.session.scalar(tag_changes.post_count(tag))
    return render_template("tag_merges/new.html", tag=tag, into=into, count=count)


@bp.post("/<slug:other>")
@permitted(MODERATE)
def create(name, other):
    """Merge one tag into another."""
    tag, into = find.tags_to_merge(name, other)
    if tag.id == into.id:
        abort(404)
    tag_changes.merge(tag, into, current_user)
    db.session.commit()
    flash(
        _("Merged. All of it stands under #%(label)s now.", label=into.label), "success"
    )
    return redirect(url_for("tags.show", name=into.name), 303)
