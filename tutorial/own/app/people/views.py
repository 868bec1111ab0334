from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models import Account
from app.models.permissions import ADMINISTER
from app.people.forms import RoleForm
from app.web import find
from app.web.access import permitted
from app.web.pagination import paginate

bp = Blueprint("people", __name__, url_prefix="/admin/people", cli_group=None)


@bp.get("/")
@permitted(ADMINISTER)
def index():
    """List everybody who has an account."""
    accounts = Account.with_person().order_by(Account.user_id.desc())  #: 10-12
    page = paginate(accounts, Account.user_id)  #: 10-12
    page = paginate(Account.with_person(), Account.created_at, Account.user_id)  #: 13
    return render_template("people/index.html", page=page)


@bp.get("/<handle:handle>")
@permitted(ADMINISTER)
def edit(handle):
    """Show one account and its role."""
    account = find.account(handle)
    return render_template(
        "people/edit.html", account=account, form=RoleForm(role=account.role)
    )


@bp.post("/<handle:handle>")
@permitted(ADMINISTER)
def update(handle):
    """Change somebody's role."""
    account, form = find.account(handle), RoleForm()
    if not form.validate():
        return render_template("people/edit.html", account=account, form=form), 422
    account.role = form.role.data
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("people.index"), 303)
