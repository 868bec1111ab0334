from flask import Blueprint, render_template

bp = Blueprint("account", __name__, url_prefix="/settings/account")


@bp.get("/")
def index():
    """Show the handle and the address of the reader, and how to leave."""
    return render_template("account/index.html")
