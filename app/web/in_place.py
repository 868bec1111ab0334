"""Small changes where the reader is: the page again or, for a script, a part of it."""

from typing import Any

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from app.models import Post
from app.web.urls import back_path


def in_place(part: str, page: str, **known: Any) -> Response | str:
    """Lead back to where the reader was; give a script that asks only the ``part``.

    :param part: a template, drawn with ``known``. Its element says in ``data-part``
        which element of the page it replaces.
    :param page: where to go if nobody knows where the reader was.
    """
    if "X-Part" in request.headers:
        return render_template(part, **known)
    return redirect(back_path(page), 303)


def marked(post: Post) -> Response | str:
    """What a reader sees who has just done something with ``post``."""
    return in_place("posts/_marked.html", post.path, post=post)
