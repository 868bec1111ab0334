from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app import events
from app.extensions import db
from app.models import tag_changes
from app.models.permissions import MODERATE
from app.tag_names.forms import TagNameForm
from app.web import find
from app.web.access import permitted
from app.web.messages import flash_with_undo
from app.web.races import won

bp = Blueprint("tag_names", __name__, url_prefix="/tags/<slug:name>/name")


@bp.get("")
@permitted(MODERATE)
def edit(name):
    """Ask a moderator what a tag is to be called."""
    tag = find.some_tag(name)
    return _page(tag, TagNameForm(data={"label": tag.label}))


@bp.post("")
@permitted(MODERATE)
def update(name):
    """Call a tag otherwise; where the name is taken, ask whether to merge the two."""
    (tag,) = find.held_tags(name)
    form = TagNameForm()
    if not form.validate():
        return _page(tag, form), 422
    other = find.owner_of_tag_name(form.name)
    if other is not None and other.id != tag.id:
        merge = url_for("tag_merges.new", name=tag.name, other=other.name)
        return redirect(merge, 303)
    return _rename(tag, form.label.data)


@bp.post("/<slug:other>/delete")
@permitted(MODERATE)
def destroy(name, other):
    """Take a new name back: the tag is called as before."""
    (tag,) = find.held_tags(name)
    return _rename(tag, find.former_label(tag, other))


def _rename(tag, label):
    former = tag.name
    tag_changes.rename(tag, label, current_user)
    if not won():
        abort(409, _("Somebody used this name just now. Try again."))
    events.tag_renamed.send(tag)
    db.session.commit()
    done = _("It’s called #%(label)s now.", label=tag.label)
    if tag.name == former:
        flash(done, "success")
    else:
        undo = url_for("tag_names.destroy", name=tag.name, other=former)
        flash_with_undo(done, undo)
    return redirect(url_for("tags.show", name=tag.name), 303)


def _page(tag, form):
    return render_template("tag_names/edit.html", tag=tag, form=form)
