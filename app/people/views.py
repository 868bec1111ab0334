from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Account, AuditEntry, LoginSession, people
from app.models.permissions import ADMINISTER
from app.people.forms import RoleForm, SearchForm
from app.web import find
from app.web.access import permitted, sudo
from app.web.pagination import paginate
from app.web.roles import change_role

bp = Blueprint("people", __name__, url_prefix="/admin/people", cli_group=None)

LATELY = 10


@bp.get("/")
@permitted(ADMINISTER)
@sudo
def index():
    """List everybody who has an account, or whom the reader looks for."""
    form = SearchForm()
    page = paginate(people.accounts(**form.asked), Account.created_at, Account.user_id)
    return render_template("people/index.html", page=page, form=form)


@bp.get("/<handle:handle>")
@permitted(ADMINISTER)
@sudo
def edit(handle):
    """Show one account and what an admin can do for it."""
    account = find.account(handle)
    return _page(account, RoleForm(role=account.role))


@bp.post("/<handle:handle>")
@permitted(ADMINISTER)
@sudo
def update(handle):
    """Change somebody's role; the last admin stays one."""
    account, form = find.account(handle), RoleForm()
    if not form.validate():
        return _page(account, form), 422
    if not change_role(account, form.role.data):
        form.role.errors = [_("Nobody else runs this site. Make another admin first.")]
        return _page(account, form), 422
    db.session.commit()
    flash(_("Saved. They’ll sign in anew with their new role."), "success")
    still_in = current_user.can(ADMINISTER)
    page = url_for("people.edit", handle=handle) if still_in else url_for("admin.index")
    return redirect(page, 303)


def _page(account, form):
    sessions = db.session.scalars(LoginSession.of(account.user)).all()
    entries = (
        AuditEntry.about(account.user)
        .order_by(AuditEntry.created_at.desc(), AuditEntry.id.desc())
        .limit(LATELY)
    )
    return render_template(
        "people/edit.html",
        account=account,
        person=account.user,
        form=form,
        sessions=sessions,
        page=db.session.scalars(entries).all(),
    )
