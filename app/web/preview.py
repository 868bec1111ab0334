"""What publishing would make of a sheet, before anything is published."""

from flask import g

from app.extensions import db
from app.lib import markdown
from app.lib.markdown import Rendered
from app.models.references import known
from app.web.sheet import WordsPart


def preview_of(form: WordsPart) -> Rendered:
    """Render the text on the sheet as a post would; nothing is written any more."""
    return rendered(form.body.data or "")


def rendered(body: str) -> Rendered:
    """Render a text as a post would; nothing is written any more."""
    # Others may write meanwhile: a long text takes a moment.
    db.session.commit()
    g.only_reads = True
    return markdown.render(body, look_up=known)
