"""The least that Flask can do: the unit in which every page is measured."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def index() -> str:
    """Greet."""
    return "Hello, World!"
