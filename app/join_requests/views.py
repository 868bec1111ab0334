from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models import JoinRequest, people
from app.models.permissions import MODERATE
from app.web import audit
from app.web.access import permitted, sudo
from app.web.mail import post
from app.web.pagination import paginate
from app.web.urls import absolute_url

bp = Blueprint("join_requests", __name__, url_prefix="/admin/requests")


@bp.get("/")
@permitted(MODERATE)
@sudo
def index():
    """List who waits to be let in, and why they would like to join."""
    page = paginate(people.requests(), JoinRequest.created_at, JoinRequest.user_id)
    return render_template("join_requests/index.html", page=page)


@bp.post("/<id:key>")
@permitted(MODERATE)
@sudo
def update(key):
    """Let somebody in and write to them."""
    person = _answered(key)
    if person is None:
        return _too_late()
    person.account.approve()
    audit.record("request.approved", person.account)
    post("request_approved", person.account, link=absolute_url("auth.new"))
    db.session.commit()
    flash(_("%(name)s is in.", name=person.name), "success")
    return redirect(url_for("join_requests.index"), 303)


@bp.post("/<id:key>/delete")
@permitted(MODERATE)
@sudo
def destroy(key):
    """Refuse a request: the account goes, and its handle is free again."""
    person = _answered(key)
    if person is None:
        return _too_late()
    audit.record("request.refused", detail=f"@{person.handle}")
    post("request_refused", person.account)
    person.let_go()
    db.session.delete(person)
    db.session.commit()
    flash(_("Refused. The handle is free again."), "success")
    return redirect(url_for("join_requests.index"), 303)


def _answered(key):
    """Who asked, if it is the reader who answers; None where somebody was faster."""
    asked = db.session.scalar(people.requests().where(JoinRequest.user_id == key))
    return asked.user if asked and asked.answer() else None


def _too_late():
    flash(_("Somebody else has answered this request already."), "warning")
    return redirect(url_for("join_requests.index"), 303)
