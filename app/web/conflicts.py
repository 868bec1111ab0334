"""Two texts where one is wanted: both are shown, and the writer chooses."""

from typing import Any

from flask import render_template

from app.lib.diff import differences


def both_texts(form: Any, post: Any) -> tuple[str, int]:
    """The text that was kept last and the writer's, with what differs, to choose.

    :param form: a sheet of whatever kind, and ``post`` what it was meant for.

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
