from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from app.lib.addresses import is_local_path
from app.lib.sanitize import sanitized
from tests.support.prose import a_property

PIECES = """
    <script> </script> <style> <svg> </svg> <math> <mi> <mglyph> <b> </b> <p> </p> <h2>
    <li> <td> <table> <button> <select> <option> <form> <template> <noscript> <textarea>
    <title> <!-- --> <![CDATA[ ]]> <a href= <img src= <img src=/a.png onload=x>
    <p onclick=x> <p style=x> <b id=main> <h2 id=h-a> javascript:x //evil.example/a.png
    data:text/html,x &lt;script&gt; " ' > / <iframe src=/> <object> <base href=//evil>
    <meta> <link> <div class=flash>
""".split()
SPACED = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map(
    " ".join
)
HTML = SPACED | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def page(html):
    return BeautifulSoup(sanitized(html), "html.parser")


@a_property
@given(HTML)
def test_nothing_runs_and_nothing_is_loaded_from_elsewhere(html):
    tags = page(html).find_all()

    assert not {tag.name for tag in tags} & {
        "script",
        "style",
        "svg",
        "iframe",
        "form",
        "base",
    }
    assert all(is_local_path(tag["src"]) for tag in tags if tag.has_attr("src"))
    assert not [
        name
        for tag in tags
        for name in tag.attrs
        if name.startswith("on") or name == "style"
    ]


@a_property
@given(HTML)
def test_no_address_is_a_script_and_no_id_is_foreign(html):
    tags = page(html).find_all()

    assert not [
        tag
        for tag in tags
        if tag.get("href", "").lower().strip().startswith(("java", "data"))
    ]
    assert all(tag["id"].startswith(("h-", "fn")) for tag in tags if tag.has_attr("id"))


@a_property
@given(HTML)
@example("<p>a<button><p>b")
@example("<h2>a<button><h2>b")
@example("<li>a<button><li>b")
def test_what_was_cleaned_once_is_clean(html):
    assert sanitized(sanitized(html)) == sanitized(html)
