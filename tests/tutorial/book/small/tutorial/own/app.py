"""The application."""

from flask import (
    Flask,
    render_template,  #: 2
)

#: 2
from words import capital

#:
app = Flask(__name__)
NAMES = {"ann", "bob"}


@app.get("/")
def index():
    """The first page."""
    return "hello"  #: 1-1
    return render_template("page.html", word=capital("hello"))  #: 2
