from app.api import find_posts, pages, shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.revisions import RevisionAnswer, RevisionList
from app.models import Revision
from app.models.access_token import Scope
from app.web.pagination import paginate

bp = Blueprint("revisions", __name__, "The texts that a post of one's own had.")


@bp.get("/posts/<slug>/revisions")
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, RevisionList)
@bp.fails(404)
def index(asked, slug):
    """List the texts that a post of one's own had, the newest first."""
    kept = find_posts.own(slug).revisions()
    page = paginate(kept, Revision.created_at, Revision.id, asked["limit"])
    return pages.answer("revisions", page, _in_list)


@bp.get("/posts/<slug>/revisions/<row:number>")
@needs(Scope.POSTS_READ)
@bp.answers(200, RevisionAnswer)
@bp.fails(404)
def show(slug, number):
    """Show one of them whole."""
    text = find_posts.revision(find_posts.own(slug), number)
    return {"revision": {**_in_list(text), "body": text.body}}


def _in_list(text):
    return {
        "number": text.number,
        "title": text.title,
        "description": text.summary,
        "wordsAdded": text.words_added,
        "wordsRemoved": text.words_removed,
        "restoredFrom": text.restored_from,
        "createdAt": shapes.moment(text.created_at),
        "publishedAt": text.published_at and shapes.moment(text.published_at),
    }
