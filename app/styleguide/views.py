from datetime import timedelta
from pathlib import Path

from flask import Blueprint, abort, current_app, render_template

from app.lib.markdown import render
from app.models import Post, User
from app.models.columns import now
from app.web.access import before_setup

bp = Blueprint("styleguide", __name__, url_prefix="/styleguide")

SAMPLE = (Path(__file__).parent / "sample.md").read_text(encoding="utf-8")


@bp.before_request
def only_in_development():
    """Visitors of a real site have no use for it."""
    if not (current_app.debug or current_app.testing):
        abort(404)


@bp.get("/")
@before_setup
def index():
    """Show every component once."""
    samples = [
        _sample("The tide tables"),
        _sample("An essay without a picture"),
        _sample(""),
    ]
    return render_template(
        "styleguide/index.html", samples=samples, preview=render(SAMPLE)
    )


def _sample(title):
    """A post that is in no database."""
    author = User(
        handle="ann", name="Ann Okafor", bio_html="<p>Keeps the tide tables.</p>"
    )
    text = render(SAMPLE, f"{len(title)}-")
    post = Post(author=author, title=title, slug="sample", picture="")
    post.teaser_html, post.excerpt = text.html, text.excerpt
    post.word_count = text.words
    post.published_at = now() - timedelta(hours=5)
    return post
