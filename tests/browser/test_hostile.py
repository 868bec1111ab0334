"""No text runs anything in a reader's browser, even where no policy would stop it."""

import pytest

from app.lib import markdown
from tests.support.hostile import FILES, Trap, cases

pytestmark = pytest.mark.browser
HOLES = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=https://evil.example/a.png>",
    "<a href=javascript:alert(1)>a</a>",
    "<svg onload=alert(1)></svg>",
    "<p onmouseover=alert(1)>a</p>",
    "<math><mi href=/a>x</mi></math>",
    "<iframe srcdoc=''></iframe>",
    "<p style='position:fixed'>a</p>",
]


@pytest.fixture(scope="module")
def trap(chromium):
    context = chromium.new_context()
    yield Trap(context)
    context.close()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_does_anything(trap, path):
    found = {
        name: trap.caught(markdown.render(text).html) for name, text in cases(path)
    }

    assert not {name: caught for name, caught in found.items() if caught}


@pytest.mark.parametrize("hole", HOLES)
def test_the_trap_would_notice(trap, hole):
    assert trap.caught(hole)


def test_the_trap_would_notice_if_nothing_were_cleaned(trap, monkeypatch):
    monkeypatch.setattr(markdown, "sanitized", str)
    texts = [text for path in FILES for _, text in cases(path)]

    assert sum(bool(trap.caught(markdown.render(t).html)) for t in texts) > 100
