"""Slow statements: told with the line that wanted them, not with their values."""

import pytest
from jinja2 import DictLoader
from sqlalchemy import select

from app.extensions import db
from app.models import Site, User
from app.web import statements


@pytest.fixture
def slow(like, monkeypatch):
    """A site on which every statement is slow."""
    monkeypatch.setattr(statements, "LEAST", 0.0)
    monkeypatch.setattr(statements, "_told", {})
    app = like(SLOW_STATEMENT=1, DEVELOPMENT=False)
    app.config["SLOW_STATEMENT"] = 1e-9
    return app


def test_a_slow_statement_names_the_line_that_wanted_it(slow, capsys):
    slow.test_client().get("/explore/")
    lines = capsys.readouterr().err

    assert "app.statements: Slow: " in lines
    assert "endpoint=explore.index" in lines
    assert " in index(): SELECT " in lines or "app/web/" in lines


def test_or_the_line_of_a_template(slow, capsys):
    def people():
        return db.session.scalars(select(User)).all()

    people.__code__ = people.__code__.replace(co_filename="/elsewhere/people.py")
    loader = DictLoader({"people.html": "\n\n{{ people() | length }}"})
    with slow.test_request_context():
        template = slow.jinja_env.overlay(loader=loader).get_template("people.html")
        template.render(people=people)

    assert "ms, app/templates/people.html:3: SELECT" in capsys.readouterr().err


def test_its_values_are_not_told(slow, capsys):
    with slow.app_context():
        db.session.scalar(select(Site.id).where(Site.name == "a diary"))

    assert "a diary" not in (lines := capsys.readouterr().err)
    assert "Slow" in lines


def test_each_is_told_of_once_a_minute(slow, capsys):
    with slow.app_context():
        for _ in range(5):
            db.session.scalar(select(Site.id))

    assert capsys.readouterr().err.count("SELECT site.id") == 1


def test_and_then_how_often_it_was(slow, capsys, monkeypatch):
    with slow.app_context():
        for _ in range(5):
            db.session.scalar(select(Site.id))
        monkeypatch.setattr(statements, "monotonic", lambda: 1e12)
        db.session.scalar(select(Site.id))

    assert ", 4 more before, " in capsys.readouterr().err


def test_with_0_none_is(slow, capsys):
    slow.config["SLOW_STATEMENT"] = 0
    slow.test_client().get("/explore/")

    assert "Slow" not in capsys.readouterr().err
