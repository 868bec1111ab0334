from app.api import reports
from app.api.blueprint import Blueprint, needs
from app.api.schemas.reports import NewReport, ReportAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member

bp = Blueprint("reports", __name__, "What the moderators are told of.")


@bp.post("/reports")
@needs(Scope.PEOPLE_WRITE)
@for_each_member("20 per hour")
@bp.takes(NewReport)
@bp.answers(201, ReportAnswer)
@bp.fails(404, 409)
def create(given):
    """Tell the moderators of something, once while nobody has looked."""
    report = reports.told(given)
    db.session.commit()
    return {"report": reports.shape(report)}
