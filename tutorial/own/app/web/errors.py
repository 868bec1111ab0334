"""Pages for what goes wrong: what happened, and what to do next."""

from flask import Flask, render_template
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError  #: 6-20
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError  #: 21
from werkzeug.wrappers import Response
#: 20

from app.web.problems import told
from app.web.programs import is_from_program
#:

Page = tuple[str, int] | Response

_PAGES = {
    400: (
        _l("That didn’t arrive in one piece"),
        _l("The address or the form could not be read. Go back and try again."),
    ),
    403: (
        _l("This drawer is locked"),
        _l("You can look at this, but only the person it belongs to can change it."),
    ),
    404: (
        _l("Someone spilled something"),
        _l("There’s no page here. It may have been taken back by its writer."),
    ),
    413: (
        _l("That’s more than fits"),
        _l("Your text is still in the page before: go back, and send it in parts."),
    ),
    #: 21
    429: (
        _l("One at a time, please"),
        _l("That was a lot in a short while. Try again in a few minutes."),
    ),
    #:
    500: (
        _l("The ink ran out for a moment"),
        _l("Something broke on our side. It’s written down; try again in a minute."),
    ),
}


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _show)
    app.register_error_handler(CSRFError, _show_old_form)
    app.register_error_handler(SecurityError, _show_strange_host)  #: 21


def _show(error: HTTPException) -> Page:
    if error.response is not None or (error.code or 500) < 400:
        return error.get_response()
    if is_from_program():  #: 20
        return _told(error)  #: 20
    return _page(error.code or InternalServerError.code)
#: 20


def _told(error: HTTPException) -> Page:
    code = error.code or InternalServerError.code
    answer = told(code, getattr(error, "errors", None))
    # What to bring, and what is allowed: it belongs to the answer, not to the page.
    headers = dict(error.get_headers())
    headers.pop("Content-Type", None)
    answer.headers.update(headers)
    return answer
#:


def _show_old_form(_error: CSRFError) -> Page:
    words = _(
        "This page was open for too long, or comes from elsewhere. Your text is "
        "still in the page before: go back, copy it, and load that page again."
    )
    return _page(400, words)


#: 21
def _show_strange_host(_error: SecurityError) -> Page:
    """Under a name that is not the site's, no address can be made: plain words."""
    return Response("This is not a name of this site.\n", 400, mimetype="text/plain")


#:
def _page(code: int, words: str = "") -> Page:
    title, usual = _PAGES.get(code, _PAGES[400 if code < 500 else 500])
    page = render_template(
        "errors/error.html", title=title, words=words or usual, code=code
    )
    return page, code
