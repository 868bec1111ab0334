from flask import Blueprint, render_template

from app.extensions import db
from app.web import audit
from app.web.access import sudo
from app.web.find_tokens import own_application
from app.web.headers import keep_nowhere

bp = Blueprint(
    "application_secrets", __name__, url_prefix="/settings/applications/<id:key>/secret"
)


@bp.post("/")
@sudo
def create(key):
    """Give the application another secret, shown this once; the old one is void."""
    application = own_application(key)
    secret = application.renew_secret()
    audit.record("application.secret_made", detail=application.name)
    db.session.commit()
    keep_nowhere()
    return (
        render_template(
            "applications/show.html", application=application, secret=secret
        ),
        201,
    )
