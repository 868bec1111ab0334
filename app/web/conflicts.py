"""Two texts where one is wanted: both are shown, and the writer chooses."""

from flask import render_template

from app.lib.diff import differences
from app.models import Post
from app.web.sheet import PostForm


def both_texts(form: PostForm, post: Post) -> tuple[str, int]:
    """The text that was kept last and the writer's, with what differs, to choose.

    Where only what nobody else sees was to be kept, the choice is about that alone.
    """
    keeps = form.do.data == "keep"
    newer = (post.working_copy if keeps else None) or post
    page = render_template(
        "posts/conflict.html",
        form=form,
        post=post,
        newer=newer,
        keeps=keeps,
        changes=differences(newer.words, form.words),
    )
    return page, 409
