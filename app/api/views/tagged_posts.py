from app.api import find_tags
from app.api import timelines as shown
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.timelines import Posts
from app.models import Tagging, timelines
from app.models.access_token import Scope
from app.web.access import public
from app.web.current import reader

bp = Blueprint("tagged_posts", __name__, "What stands under a tag.")


@bp.get("/timelines/tags/<name>")
@public
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Posts)
@bp.fails(404)
def index(asked, name):
    """List what the reader finds under a tag, newest first."""
    return shown.of_posts(
        timelines.tagged(find_tags.tag_in_use(name), reader()),
        asked,
        along=(Tagging.published_at, Tagging.post_id),
    )
