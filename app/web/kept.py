"""What somebody typed, carried across a closed door or a failure.

A form that arrives too late (signed out, an old token, a limit, a crash) is not
thrown away: its fields travel on in the page that says what happened, and one more
press of a button sends them where they were going.
"""

import re
from collections.abc import Iterator

from flask import redirect, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from app.lib.addresses import is_local_path
from app.web.urls import this_path

# Never repeated: tokens grow old, and a password belongs in no page.
_SECRET = ("csrf_token", "password", "one_time_code", "recovery_code")
# ``kept:name`` travels on; what was sent twice, as ticked boxes are: ``kept+2:…``.
_KEPT = re.compile(r"kept(?:\+\d+)?:")


def sent_words() -> dict[str, str] | None:
    """The form that has just been sent, if it came from a page of this site.

    :returns: its fields with ``action``, where it was going; None where another
        site may have made the browser send it, which must not get a second chance.
    """
    if request.method != "POST" or not _is_from_here():
        return None
    fields = {_kept_as(name, turn): text for name, turn, text in _typed()}
    return {"action": this_path(), **fields} if fields else None


def interrupted_words() -> dict[str, str] | None:
    """What a closed door has just stopped: a form, or a page that carried one on.

    :returns: None where another site may have sent it. The door is closed before
        anybody looks at the token, so that whoever made up a form for somebody else
        could have them send it with a token of ours.
    """
    return (carried_words() or sent_words()) if _is_from_here() else None


def carried_words() -> dict[str, str] | None:
    """The form that travels through the sign-in page, if one does."""
    action = request.form.get("kept-action", "")
    fields = {n: t for n, t in request.form.items() if _KEPT.match(n)}
    return {"action": action, **fields} if fields and is_local_path(action) else None


def go_on(path: str) -> str | Response:
    """Lead to ``path``; or, if a form travels along, to the button that sends it on."""
    if kept := carried_words():
        return render_template("auth/resume.html", kept=kept)
    return redirect(path, 303)


def fields_of(kept: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The fields of ``kept`` under the names that they had at first."""
    for name, text in kept.items():
        if found := _KEPT.match(name):
            yield name[found.end() :], text


def _kept_as(name: str, turn: int) -> str:
    return f"kept:{name}" if turn == 1 else f"kept+{turn}:{name}"


def _typed() -> Iterator[tuple[str, int, str]]:
    """Each field that is no secret, and the how manyth of its name it is."""
    try:
        for name, texts in request.form.lists():
            if not name.endswith(_SECRET):
                yield from ((name, turn, text) for turn, text in enumerate(texts, 1))
    except HTTPException:  # a body that is too large or broken has nothing to keep
        return


def _is_from_here() -> bool:
    """Whether the browser says that a page of this site sent the request.

    Fetch metadata (https://www.w3.org/TR/fetch-metadata/) where there is any; every
    browser sends Origin with a POST.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    return request.headers.get("Origin") == request.host_url.rstrip("/")
