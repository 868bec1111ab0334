"""Posts that an older renderer drew, drawn once more."""

from sqlalchemy import select
from sqlalchemy.orm import undefer_group

from app.extensions import db
from app.lib import markdown
from app.models import Post

#: They are locked meanwhile: who saves one of them just then waits for a second.
BATCH = 25


def rerender_older(at_most: int | None = None) -> int:
    """Draw posts again, the newest first, and commit; how many it were.

    :param at_most: leave the others for another time.
    """
    done = 0
    while at_most is None or done < at_most:
        if not (count := _rerender_batch()):
            break
        done += count
    return done


def _rerender_batch() -> int:
    older = (
        select(Post)
        .where(Post.renderer < markdown.VERSION)
        .options(undefer_group("whole"))
        .order_by(Post.id.desc())
        .limit(BATCH)
        .with_for_update()
    )
    posts = db.session.scalars(older).all()
    for post in posts:
        post.rerender()
    db.session.commit()
    return len(posts)
