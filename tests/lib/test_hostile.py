"""What becomes of texts that were made to do harm, as another parser reads it.

``tests/browser/test_hostile.py`` asks a real browser.
"""

import re

import pytest
from bs4 import BeautifulSoup

from app.lib.addresses import is_local_path
from app.lib.markdown import render
from app.lib.sanitize import sanitized
from tests.support.hostile import FILES, cases

TEXTS = [(f"{path.stem}: {name}", t) for path in FILES for name, t in cases(path)]
POWERFUL = """
    annotation-xml applet audio base body button embed font form frame frameset head
    html iframe image link maction malignmark marquee meta mglyph noscript object param
    portal script select semantics slot style svg template textarea title video xmp
""".split()
# As browsers read it: what cannot be seen before it and within it does not count.
SCHEME = re.compile(r"[\x00-\x20]*(?P<name>[a-z][a-z0-9+.\-\t\r\n]*):", re.IGNORECASE)
SAFE = {"http", "https", "mailto", "tel", "xmpp", "gemini", "magnet"}
every_text = pytest.mark.parametrize(
    "source", [text for _, text in TEXTS], ids=[name for name, _ in TEXTS]
)


def faults(html):
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        if tag.name in POWERFUL:
            yield f"<{tag.name}>"
        for name, value in tag.attrs.items():
            if name.startswith("on") or name in {"style", "srcdoc", "action", "name"}:
                yield f"{name}={value}"
            if name in {"src", "srcset"} and not is_local_path(value.split()[0]):
                yield f"{name}={value}"
            scheme = SCHEME.match(value) if name == "href" else None
            if scheme and scheme["name"].lower() not in SAFE:
                yield f"{name}={value}"


@every_text
def test_a_hostile_text_has_no_power(source):
    assert not list(faults(render(source).html))


@every_text
def test_what_is_left_of_it_needs_no_further_cleaning(source):
    html = render(source).html

    assert sanitized(html) == html


def test_there_are_enough_of_them():
    assert len(TEXTS) >= 120
    assert len({name for name, _ in TEXTS}) == len(TEXTS)


@pytest.mark.parametrize(
    "hole",
    ["<p onclick=x>", "<script>", "<a href=javascript:x>", "<img src=//evil.example>"],
)
def test_a_hole_would_be_seen(hole):
    assert list(faults(hole))
