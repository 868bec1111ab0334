"""Pages for what goes wrong: what happened, then what to do, and nothing typed lost."""

from secrets import token_hex
from time import time

from flask import Flask, current_app, g, make_response, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from flask_wtf.csrf import CSRFError, generate_csrf
from sqlalchemy.exc import DBAPIError, IntegrityError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError
from werkzeug.wrappers import Response

from app.extensions import limiter, login
from app.web import problems, scripts
from app.web.access import is_public
from app.web.at_hand import at_hand
from app.web.current import start_over
from app.web.hindrances import Hindered
from app.web.kept import sent_words
from app.web.outages import PAUSES, outage_behind
from app.web.programs import is_from_program

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
    405: (
        _l("Wrong way in"),
        _l("This address doesn’t answer that. Start from the page with the button."),
    ),
    409: (
        _l("Somebody was faster"),
        _l("The same thing was changed a moment ago, perhaps by you in another tab."),
    ),
    410: (
        _l("Gone for good"),
        _l("Whoever wrote here has left and taken everything along. It won’t return."),
    ),
    413: (
        _l("That’s more than fits"),
        _l("Your text is still in the page before: go back, and send it in parts."),
    ),
    429: (
        _l("A little slower, please"),
        _l("That was tried many times in a short while. Wait a few minutes first."),
    ),
    500: (
        _l("The ink ran out for a moment"),
        _l("Something broke on our side. It’s written down; try again in a minute."),
    ),
    503: (
        _l("The shelves are out of reach"),
        _l("Where texts are kept, nobody answers just now. Try again in a minute."),
    ),
    507: (
        _l("Not a blank page left"),
        _l("There’s no room on our side for anything new. Reading goes on meanwhile."),
    ),
}
# Where nobody was faster, and sending it again would not help.
_REFUSED = _l("That can’t be done")
_OLD_FORM = _l("This page is from another session. Press the button to send it again.")


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _show)
    app.register_error_handler(SecurityError, _show_strange_host)
    app.register_error_handler(CSRFError, _show_old_form)
    app.register_error_handler(Hindered, _show_hindrance)
    app.register_error_handler(IntegrityError, _show_lost_race)
    app.register_error_handler(Exception, _show_crash)


def _show(error: HTTPException) -> Page:
    if isinstance(error, InternalServerError) and error.original_exception:
        return _show_crash(error.original_exception)
    if error.response is not None or (error.code or 500) < 400:
        return error.get_response()
    code = error.code or 500
    response = make_response(_about(error, code))
    if limit := limiter.current_limit if code == 429 else None:
        response.headers["Retry-After"] = max(1, int(limit.reset_at - time()))
    # Allow, Retry-After and their like belong to the answer, not to the page.
    for name, value in error.get_headers():
        if name not in {"Content-Type", "Location"}:
            response.headers[name] = value
    return response


def _about(error: HTTPException, code: int) -> Page:
    if isinstance(error, problems.Problem):
        return problems.told(code, error.errors, error.more)
    return _page(code, words=_own_words(error))


def _show_strange_host(error: SecurityError) -> Page:
    """Under a name that is not the site's, no address can be made: plain words."""
    if is_from_program():
        return problems.told(400, {"host": ["is not this site's"]})
    words = _(
        "The site does not answer to this name. Its own is %(url)s.", url=_site_url()
    )
    return make_response(words, 400, {"Content-Type": "text/plain; charset=utf-8"})


def _site_url() -> str:
    return str(current_app.config["SITE_URL"])


def _written_down(reference: str) -> str:
    return reference and f"broke; it is written down as {reference}"


def _own_words(error: HTTPException) -> str | None:
    """What a view said with ``abort(code, words)``; never Werkzeug's own words."""
    said = error.description
    return None if said == type(error).description or error.code == 429 else said


def _show_old_form(error: CSRFError) -> Page:
    """The token is from another session: the reader only has to press once more."""
    if not is_public(request.endpoint) and not current_user.is_authenticated:
        return login.unauthorized()
    if scripts.is_asking():
        # Only a page of ours can read it, and asks itself whose session it is now.
        whose = current_user.get_id()
        return scripts.told("old-form", 400, csrf_token=generate_csrf(), whose=whose)
    return _page(400, words=_OLD_FORM if sent_words() else None)


def _show_hindrance(error: Hindered) -> Page:
    start_over()
    if is_from_program():
        return problems.told(403, {"account": [error.hindrance.title]})
    return render_template("errors/hindered.html", why=error.hindrance), 403


def _show_lost_race(error: Exception) -> Page:
    start_over()
    return _page(409)


def _show_crash(error: BaseException) -> Page:
    if code := outage_behind(error):
        return _show_outage(error, code)
    work = at_hand.get()
    reference = work.id if work else token_hex(8)
    current_app.logger.exception("Error 500, reference %s", reference)
    start_over()
    return _page(500, reference=reference)


def _show_outage(error: BaseException, code: int) -> Page:
    """Something is away that comes back: the one page that must not wait for it."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    current_app.logger.error("Error %s: %s", code, cause)
    # Readers wait for no lock, and a database that is full is read.
    g.only_reads = True
    start_over()
    response = make_response(_page(code))
    response.headers["Retry-After"] = PAUSES[code]
    return response


def _page(code: int, words: object = None, reference: str = "") -> Page:
    if is_from_program():
        return problems.told(
            code, problems.about(code, words or _written_down(reference))
        )
    title, usual = _PAGES.get(code, _PAGES[400] if code < 500 else _PAGES[500])
    is_refused = code == 409 and words is not None
    if is_refused:
        title = _REFUSED
    if scripts.is_asking():
        return scripts.told("failed", code, title=title, error=words or usual)
    kept = None if is_refused or code in {405, 413} else sent_words()
    page = render_template(
        "errors/show.html",
        code=code,
        title=title,
        words=words or usual,
        reference=reference,
        kept=kept,
        # There is nowhere to send it, but it can be taken along.
        is_gone=code in {404, 410},
    )
    return page, code
