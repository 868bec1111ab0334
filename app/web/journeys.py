"""Who has gone to a provider from this browser, and whom it has vouched for.

Both are kept in the signed page cookie: the database learns nothing of a visitor who
only looks at the other side's door. The cookie can be read by whoever has the browser,
for whom it holds no secret: the code that it goes with can be spent only once.
"""

from hmac import compare_digest
from time import time

from flask import session

from app.lib.openid import Person
from app.web.providers import Departure

_GOING, _MET = "going", "met"
#: Seconds to come back in, and to fill in the form of a new account.
_LONGEST = 15 * 60
#: Tabs in which somebody may be on the way at once: a cookie has 4 KB.
_TABS = 3
_LONGEST_NEXT, _LONGEST_CODE = 300, 100


class Journey(Departure):
    """What must be known when somebody comes back: from where, and where to next."""

    key: str
    next: str
    # Of an invitation, which travels along to the form of a newcomer.
    code: str
    at: float


def set_out(key: str, departure: Departure, wanted: str, code: str) -> None:
    """Remember that this browser goes to the provider called ``key``.

    :param wanted: the path to go on to afterwards.
    :param code: of the invitation that they came with, if any.
    """
    journey = Journey(
        **departure,
        key=key,
        next=wanted if len(wanted) <= _LONGEST_NEXT else "/",
        code=code[:_LONGEST_CODE],
        at=time(),
    )
    session[_GOING] = [*session.get(_GOING, []), journey][-_TABS:]


def come_back(key: str, state: str) -> Journey | None:
    """The journey that ends with ``state``; None for one that never began here.

    It is forgotten, whatever becomes of it: nobody arrives twice.
    """
    going: list[Journey] = session.get(_GOING, [])
    found = [
        j for j in going if compare_digest(j["state"].encode(), state.encode("utf-8"))
    ]
    session[_GOING] = [journey for journey in going if journey not in found]
    return next((j for j in found if j["key"] == key and _is_fresh(j["at"])), None)


def keep_met(person: Person, journey: Journey) -> None:
    """Remember whom a provider has vouched for when this ``journey`` ended."""
    session[_MET] = {
        "key": journey["key"],
        "person": person.as_dict(),
        "next": journey["next"],
        "code": journey["code"],
        "at": time(),
    }


def met(key: str = "") -> Person | None:
    """Who was vouched for, by this provider or by any; None after fifteen minutes."""
    known = session.get(_MET)
    if not known or key not in {"", known["key"]} or not _is_fresh(known["at"]):
        return None
    return Person(**known["person"])


def wanted_path() -> str:
    """Where the person who was vouched for wanted to go."""
    return str(session.get(_MET, {}).get("next", "/"))


def invitation_code() -> str:
    """The code of the invitation that they came with; empty for none."""
    return str(session.get(_MET, {}).get("code", ""))


def forget_met() -> None:
    session.pop(_MET, None)


def _is_fresh(since: float) -> bool:
    return time() - since < _LONGEST
