"""Names: where in a file something stands."""

import pytest

from tutorial.book.names import NotFound, spans

PYTHON = '''\
"""A module."""

import os

from flask import Flask

LIMIT: int = 3
app = Flask(__name__)
app.config["KEY"] = "a"
app.config["DEBUG"] = True

# Asked for by nobody,
# but still here.
@app.get("/")
def index():
    return os.name


class Post:
    title = "A"

    # What it is called.
    @property
    def name(self):
        return self.title


app.register_blueprint(index)
'''
TEMPLATE = """\
{% extends "layout.html" %}
{%- macro entry(post) %}
<p>
{%- endmacro %}
{% block main %}
  {% block inner %}{% endblock %}
  {% block outer %}
    <p>
  {% endblock %}
{% endblock main %}
{% block maintenance %}{% endblock %}
"""


@pytest.mark.parametrize(
    ("name", "span"),
    [
        ("imports", (1, 5)),
        ("LIMIT", (7, 7)),
        ("app", (8, 8)),
        ('app.config["DEBUG"]', (10, 10)),
        ("index", (12, 16)),
        ("Post", (19, 25)),
        ("Post.title", (20, 20)),
        ("Post.name", (22, 25)),
        ("app.register_blueprint", (28, 28)),
    ],
)
def test_a_name_of_python_is_found_with_all_that_belongs_to_it(name, span):
    assert spans("app.py", PYTHON, [name]) == [span]


@pytest.mark.parametrize(
    ("name", "span"),
    [
        ("macro entry", (2, 4)),
        ("block main", (5, 10)),
        ("block inner", (6, 6)),
        ("block outer", (7, 9)),
        ("block maintenance", (11, 11)),
    ],
)
def test_a_block_of_a_template_is_found_to_its_end(name, span):
    assert spans("page.html", TEMPLATE, name.split()) == [span]


def test_what_is_set_twice_is_found_twice():
    assert spans("app.py", PYTHON, ["app.config"]) == [(9, 9), (10, 10)]


def test_several_names_come_in_the_order_of_the_file():
    assert spans("app.py", PYTHON, ["Post", "LIMIT"]) == [(7, 7), (19, 25)]


@pytest.mark.parametrize(
    ("path", "text", "names"),
    [
        ("app.py", PYTHON, ["show"]),
        ("app.py", PYTHON, ["Post.show"]),
        ("page.html", TEMPLATE, ["block", "show"]),
    ],
)
def test_what_is_not_there_is_said_to_be_missing(path, text, names):
    with pytest.raises(NotFound, match=r"has no '.*show'"):
        spans(path, text, names)
