"""Posts that an older renderer drew, drawn once more."""

from sqlalchemy import Select, select, update
from sqlalchemy.orm import undefer_group

from app.extensions import db
from app.lib import markdown
from app.models import Picture, PictureUse, Post

#: They are locked meanwhile: who saves one of them just then waits for a second.
BATCH = 25
#: So many of them somebody waits for.
AT_ONCE = 5


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


def rerender_showing(picture: Picture) -> None:
    """Draw what shows ``picture`` again: a few posts now, any others at night."""
    showing = select(PictureUse.post_id).where(PictureUse.picture_id == picture.id)
    db.session.execute(update(Post).where(Post.id.in_(showing)).values(renderer=0))
    _rerender(select(Post).where(Post.id.in_(showing)), AT_ONCE)


def _rerender_batch() -> int:
    count = _rerender(select(Post).where(Post.renderer < markdown.VERSION), BATCH)
    db.session.commit()
    return count


def _rerender(posts: Select[Post], at_most: int) -> int:
    newest = posts.order_by(Post.id.desc()).limit(at_most)
    whole = newest.options(undefer_group("whole")).with_for_update(
        of=Post, key_share=True
    )
    found = db.session.scalars(whole).all()
    for post in found:
        post.rerender()
    return len(found)
