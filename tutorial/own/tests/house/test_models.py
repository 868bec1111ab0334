"""What models leave to others."""

from pathlib import Path

import pytest

MODELS = Path(__file__).parent.parent.parent / "app" / "models"
FILES = sorted(MODELS.glob("*.py"))
LEFT_TO_OTHERS = {
    ".commit(": "views and commands commit, once, at the edge",
    "abort(": "models know nothing of HTTP: web/find.py answers 404",
    "render_template": "models do not render",
    "from flask import": "models know nothing of requests",
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_models_do_not_commit_abort_or_render(path):
    text = path.read_text(encoding="utf-8")
    wrong = [why for words, why in LEFT_TO_OTHERS.items() if words in text]

    assert not wrong, f"{path.name}: {wrong}"
