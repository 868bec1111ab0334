"""The browser in somebody's hands: known again by a cookie that outlives sessions.

With it a stranger's sign-in is told to the owner of the account, and a stranger's
wrong guesses never lock the owner out (see :mod:`app.web.limits`).
"""

from flask import after_this_request, current_app, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.extensions import db
from app.lib.devices import browser_and_system
from app.lib.tokens import new_token
from app.models import AccessToken, Account, KnownDevice
from app.web import audit
from app.web.cookies import YEAR, set_cookie
from app.web.owner import warn_of_new_device
from app.web.programs import is_from_program


def meet(account: Account) -> None:
    """Remember this browser for ``account``, and write down whether it was new."""
    token = _token() or new_token()
    is_new = KnownDevice.meet(account.user_id, token)
    audit.record("session.begun_elsewhere" if is_new else "session.begun", account)
    if is_new:
        warn_of_new_device(account)
    after_this_request(lambda response: _with_cookie(response, token))


def meet_program(account: Account, name: str) -> None:
    """Write down that a program of this ``name`` signs in, and whether it was new.

    A program brings no cookie: known is what is signed in under the same name. Call it
    before it is given its token.
    """
    known = AccessToken.is_known_program(account.user, name)
    is_new = db.session.scalar(known) is None
    audit.record("session.begun_elsewhere" if is_new else "session.begun", account)
    if is_new:
        warn_of_new_device(account, name)


def device_name(user_agent: str) -> str:
    """What a browser is called, as in “Firefox on Fedora”; empty for nothing known."""
    browser, system = browser_and_system(user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s", browser=browser, system=system)
    return browser or system


def is_known(user_id: int | None) -> bool:
    """Whether this person has signed in with this browser before.

    The database is asked for nobody, too: the answer costs the same for any name.
    """
    token = _token()
    if token is None:
        return False
    if "known_device" not in g:
        g.known_device = db.session.scalar(KnownDevice.behind(user_id or 0, token))
    return g.known_device is not None


def _token() -> str | None:
    if is_from_program():
        return None
    return request.cookies.get(current_app.config["DEVICE_COOKIE"])


def _with_cookie(response: Response, token: str) -> Response:
    set_cookie(response, current_app.config["DEVICE_COOKIE"], token, YEAR)
    return response
