"""The stylesheet: every file in its order, and none that styles nothing."""

import re

import pytest

from tests.support.source import APP, name_of, templates

CSS = APP / "static/css"
ORDER = (CSS / "ORDER").read_text().split()
COMPONENTS = sorted((CSS / "components").glob("*.css"))
CLASS = re.compile(r"\.([a-z][a-z-]+)")
# Classes that the renderer of Markdown gives, or that stand in Python.
RENDERED = {
    "footnotes",
    "formula",
    "highlight",
    "link-card",
    "prose",
    "table-scroll",
    "task-list-item",
    "tone",
}


def test_every_file_has_its_place_in_the_order():
    files = {str(path.relative_to(CSS)) for path in CSS.rglob("*.css")}
    assert files == set(ORDER), "css/ORDER names each file once"


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_every_component_is_worn_by_a_template(path):
    words = " ".join(template.read_text() for template in templates())
    worn = set(re.findall(r"[a-z][a-z-]+", words)) | RENDERED
    classes = set(CLASS.findall(path.read_text()))
    assert not classes or classes & worn, f"{name_of(path)} styles nothing: take it out"


@pytest.mark.parametrize("name", ORDER)
def test_no_id_and_no_forced_rule(name):
    text = (CSS / name).read_text()
    forced = [] if name in {"reset.css", "base.css"} else re.findall("!important", text)
    assert not forced + re.findall(r"^\s*#[a-z]", text, re.MULTILINE)
