"""What the demo site says of itself."""

from pathlib import Path

import frontmatter
from sqlalchemy import select

from app.extensions import db
from app.models import Page

FOLDER = Path(__file__).parent / "pages"


def put_up_pages(admin):
    """Publish them, unless they are there already."""
    for file in sorted(FOLDER.glob("*.md")):
        key = f"demo:{file.stem}"
        if db.session.scalar(select(Page.id).where(Page.form_key == key)) is None:
            _put_up(admin, key, frontmatter.load(str(file)))


def _put_up(admin, key, told):
    words = {"title": told["title"], "summary": "", "body": told.content}
    page = Page.begin(admin, words, key)
    page.move_to(told["slug"])
    page.language, page.is_linked, page.place = "en", True, told["place"]
    page.publish()
