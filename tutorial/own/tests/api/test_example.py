"""The program of ten lines, against the real API."""

import io
import runpy
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "publish.py"


def test_the_example_publishes_a_file(app, browser, token, tmp_path, monkeypatch):
    def answered(request):
        headers = dict(request.header_items())
        answer = app.test_client().post(
            request.full_url, data=request.data, headers=headers
        )
        return io.BytesIO(answer.data)

    (tmp_path / "chains.md").write_text("# Chains\n\nOil *them*.\n")
    monkeypatch.setattr("urllib.request.urlopen", answered)
    monkeypatch.setenv("INKLINGS_TOKEN", token)
    monkeypatch.setenv("INKLINGS_SITE", "http://localhost")
    monkeypatch.setattr(sys, "argv", ["publish.py", str(tmp_path / "chains.md")])
    runpy.run_path(str(EXAMPLE))

    assert browser.visit("/@bob/chains").text(".prose em") == "them"
