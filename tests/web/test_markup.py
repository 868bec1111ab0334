"""What looks at the pages finds what is wrong with one."""

import pytest

from tests.support.markup import faults

PAGE = (
    '<!doctype html><html lang="en" dir="ltr"><head><title>A</title></head>'
    "<body><main><h1>A</h1>{}</main></body></html>"
)
RIGHT = (
    "",
    "<h2>B</h2><h3>C</h3><h2>D</h2>",
    '<p><a href="#here">Here</a></p><p id="here">It is.</p>',
    '<label>Name <input name="name"></label>',
    '<a href="/"><img src="/a.png" alt="Home"></a>',
    '<time datetime="2026-11-21T20:15:39+00:00">now</time>',
    '<template><img src="" alt=""></template>',
    '<svg viewBox="0 0 1 1" aria-hidden="true"><use href="/icons.svg#pen"/></svg>',
)
WRONG = {
    "<p><div>A block</div></p>": "Unexpected end tag (p)",
    '<p class="a" class="b">Twice</p>': "duplicate attribute",
    "<form><form></form></form>": "Unexpected start tag (form)",
    '<a href="/">A <a href="/b">link</a></a>': "(a) implies end tag (a)",
    '<a href="/"><button>B</button></a>': "stands in <a>",
    "<span><div>A block</div></span>": "a block in <span>",
    "<ul><p>No item</p></ul>": "stands directly in <ul>",
    '<img src="/a.png">': "lacks alt",
    '<img src="" alt="">': "src is no address",
    '<a href="/a b">A space</a>': "href is no address",
    '<a target="_blank">Where to?</a>': "lacks href",
    "<time>soon</time>": "tells no time",
    '<time datetime="2026-11-21T20:15:39.123456+00:00">now</time>': "tells no time",
    '<a href="/"></a>': "has no name",
    '<button><img src="/a.png" alt=""></button>': "has no name",
    '<input name="name">': "has no label",
    '<p id="a"></p><p id="a"></p>': "2 elements have the id 'a'",
    '<p id="a b"></p>': "'a b' is no id",
    '<p aria-labelledby="there">A</p>': "aria-labelledby names nothing",
    '<a href="#there">A</a>': "href names nothing",
    "<h1>Another</h1>": "2 elements are h1",
    "<h3>B</h3>": "comes after h1",
    "</main><main>": "2 elements are main",
}


@pytest.mark.parametrize("html", RIGHT)
def test_nothing_is_wrong_with_this(html):
    assert not faults(PAGE.format(html))


@pytest.mark.parametrize(("html", "words"), WRONG.items())
def test_this_is_wrong(html, words):
    assert words in "\n".join(faults(PAGE.format(html)))
