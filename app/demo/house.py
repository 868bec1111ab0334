"""What the demo site says of itself."""

from pathlib import Path

import frontmatter

from app.extensions import db
from app.models import Page

FOLDER = Path(__file__).parent / "pages"


def put_up_pages(admin):
    """Publish them, unless somebody has been there already."""
    for file in sorted(FOLDER.glob("*.md")):
        told = frontmatter.load(str(file))
        if db.session.scalar(Page.found_at(told["slug"])) is None:
            _put_up(admin, told)


def _put_up(admin, told):
    words = {"title": told["title"], "summary": "", "body": told.content}
    page = Page.begin(admin, words)
    page.move_to(told["slug"])
    page.language, page.is_linked, page.place = "en", True, told["place"]
    page.publish()
