"""How often is too often."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from time import time
from typing import Any

from flask import Flask, current_app, g, request
from flask_login import current_user
from limits import parse
from werkzeug.wrappers import Response

from app.extensions import db, limiter
from app.lib.handles import normalized
from app.lib.plaintext import one_line
from app.lib.steady_counters import SteadyCounters
from app.models.account import claimed_by, spelled
from app.models.columns import now
from app.web import devices, pending
from app.web.network import network
from app.web.programs import is_from_program, sent_in_box

View = Callable[..., Any]
#: For how long somebody has only just joined.
NEW_FOR = timedelta(days=3)
#: What a limit is called in the configuration that lets everything through.
OFF = "off"


@dataclass(frozen=True)
class Window:
    """How much of a limit is used up.

    :param limit: how many requests it lets through, and
    :param length: in how many seconds.
    :param remaining: how many more come through now.
    :param reset: seconds until it begins anew.
    :param is_exceeded: whether the request that was counted is one too many.
    """

    limit: int
    length: int
    remaining: int
    reset: int
    is_exceeded: bool


def init_app(app: Flask) -> None:
    """Ask for counters that were away before a request begins its transaction."""
    app.before_request(_look_again)


def against_guessing(view: View) -> View:
    """Limit refused attempts: per name and network, per name, per network.

    The limit per name does not count what a device of its owner does: whoever
    guesses from elsewhere shuts the door for strangers, never for the owner.
    """
    view = limiter.limit(
        "5 per 15 minutes", key_func=_who_from_where, deduct_when=_refused
    )(view)
    view = limiter.limit("25 per hour", key_func=_who, deduct_when=_refused)(view)
    return limiter.limit("50 per 15 minutes", key_func=_where, deduct_when=_refused)(
        view
    )


def against_trying(view: View) -> View:
    """Limit refusals where no account is named: per network."""
    return limiter.limit("20 per 15 minutes", key_func=network, deduct_when=_failed)(
        view
    )


def against_made_up_tokens(view: View) -> View:
    """Limit codes, secrets and tokens of applications that are none: per network.

    One server asks for many people: there is room for their mistakes.
    """
    amount = "100 per 15 minutes"
    return limiter.limit(amount, key_func=network, deduct_when=_turned_away)(view)


def against_floods(amount: str) -> Callable[[View], View]:
    """Limit what one address may do with success, as in ``"5 per hour"``."""
    return limiter.limit(amount, key_func=network, deduct_when=_succeeded)


def against_sign_ups(view: View) -> View:
    """Limit the accounts that one network makes, as the configuration says."""

    def amount() -> str:
        said = str(current_app.config["SIGN_UP_LIMIT"])
        # What the library calls it.
        return "" if said == OFF else said

    return limiter.limit(amount, key_func=network, deduct_when=_succeeded)(view)


def against_letters(view: View) -> View:
    """Limit letters that somebody asks for: per account or name, and per network."""
    view = limiter.limit(
        "5 per 30 minutes", key_func=_for_whom, deduct_when=_succeeded
    )(view)
    return limiter.limit("25 per 5 minutes", key_func=network, deduct_when=_succeeded)(
        view
    )


def against_made_up_links(view: View) -> View:
    """Limit addresses out of letters that no letter has."""
    return limiter.limit("25 per 5 minutes", key_func=network, deduct_when=_missed)(
        view
    )


def for_each_member(amount: str, of_newcomers: str = "") -> Callable[[View], View]:
    """Limit what one member may do with success, wherever they are.

    :param of_newcomers: the limit of those who have joined in the last three days.
    """

    def for_whom() -> str:
        is_new = current_user.created_at > now() - NEW_FOR
        return of_newcomers if of_newcomers and is_new else amount

    return limiter.limit(for_whom, key_func=_member, deduct_when=_succeeded)


def for_each_reader(amount: str) -> Callable[[View], View]:
    """Limit how often one reader asks what costs more than a page: whoever they are."""
    return limiter.limit(amount, key_func=_reader)


def against_work(
    amount: str, cost: Callable[[], int] | int = 1
) -> Callable[[View], View]:
    """Limit what one member has the site do, whether it succeeds or not.

    :param cost: how much of it this request is.
    """
    return limiter.limit(amount, key_func=_member, cost=cost)


def is_few(amount: str, *what: object) -> bool:
    """Count one more of ``what``, which no request does; whether it stays within."""
    return limiter.limiter.hit(parse(amount), *map(str, what))


def count(amount: str, *what: object) -> Window | None:
    """Count one request of ``what``, and say how much of the limit is left.

    :param amount: as in ``"300 per 5 minutes"``, or :data:`OFF`: nothing is counted.
    """
    if amount == OFF:
        return None
    limit, names = parse(amount), [str(name) for name in what]
    is_within = limiter.limiter.hit(limit, *names)
    ends_at, remaining = limiter.limiter.get_window_stats(limit, *names)
    length = limit.get_expiry()
    # A clock that was set back makes nobody wait for longer than the limit lasts.
    reset = min(length, max(1, ceil(ends_at - time())))
    return Window(limit.amount, length, remaining, reset, not is_within)


def _look_again() -> None:
    if isinstance(counters := limiter.storage, SteadyCounters):
        counters.look_again()


def _member() -> str:
    return f"member {current_user.id}"


def _reader() -> str:
    return _member() if current_user.is_authenticated else f"visitor {network()}"


def _for_whom() -> str:
    """The reader; of visitors the name as typed, not whose it is: that would tell."""
    if current_user.is_authenticated:
        return str(current_user.id)
    return normalized(_typed())


def _who() -> str:
    """Who is tried: a name as typed or somebody who is known, a device of theirs apart.

    The two names of an account, its handle and its address, are counted apart. Counted
    together they would tell a stranger that they are two names of one account.
    """
    known = _tried_account()
    if devices.is_known(known):
        return f"{known} at home"
    return f"? {spelled(_typed())}" if _is_by_name() else str(known)


def _who_from_where() -> str:
    return f"{_who()} {network()}"


def _where() -> str:
    """The network; a device of the owner is not one of its crowd."""
    known = _tried_account()
    return f"{known} {network()}" if devices.is_known(known) else network()


def _is_by_name() -> bool:
    """Whether a name says whom it is about; elsewhere nobody looks at one."""
    return request.endpoint in {"auth.create", "api.sign_ins.create"}


def _tried_account() -> int | None:
    """Whose account is tried: by its name, by a member, or at the second step."""
    if not _is_by_name():
        is_member = current_user.is_authenticated
        return int(current_user.id) if is_member else pending.user_id()
    if "tried_account" not in g:
        account = db.session.scalar(claimed_by(_typed()))
        g.tried_account = account and account.user_id
    return g.tried_account


def _typed() -> str:
    if is_from_program():
        return one_line(sent_in_box("user", "email"))[:254]
    return one_line(request.form.get("identifier", ""))[:254]


def _refused(response: Response) -> bool:
    return response.status_code == (401 if is_from_program() else 422)


def _turned_away(response: Response) -> bool:
    return response.status_code in {400, 401}


def _failed(response: Response) -> bool:
    """Also where another server had to be asked, and did not answer or not well."""
    return response.status_code in {400, 422, 502}


def _succeeded(response: Response) -> bool:
    return response.status_code < 400


def _missed(response: Response) -> bool:
    return response.status_code in {404, 410}
