from flask import Blueprint

bp = Blueprint("outbox", __name__, url_prefix="/admin/outbox", cli_group=None)
