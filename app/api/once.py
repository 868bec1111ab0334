"""Idempotency keys: what a program sends twice, since no answer came, is made once.

``Idempotency-Key`` is taken by every view that makes something for a member (201). The
key is claimed in the transaction that makes the thing: both are committed, or neither
is. The answer is written down right after that. So there are three states to come
back to: no row, and nothing was made; a row with its answer, which is given again; and
a row without one, where the first is not answered yet, or its process ended in between.
Then something was made, or is being made, and nobody can say any more how it looked: a
409 says so, for making it again would be wrong and calling it done might be.

A refusal makes nothing and keeps no key: the same may be sent again. Answers that hold
a secret are never kept: see :data:`_SECRETIVE`.
"""

import json
import re
from hashlib import sha256

from flask import Response, current_app, request
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from app.extensions import db
from app.lib.tokens import digest
from app.models import IdempotencyKey
from app.models.access_token import Scope
from app.web.current import start_over
from app.web.problems import refuse
from app.web.seals import sealed, unsealed

NAME, REPLAYED = "Idempotency-Key", "Idempotent-Replayed"
PATTERN = "^[!-~]{1,255}$"
#: What is made under these may answer with a secret that no table should know.
_SECRETIVE = {Scope.ACCOUNT_READ, Scope.ACCOUNT_WRITE, Scope.WEBHOOKS}
#: What of the headers belongs to what was made.
_KEPT_HEADERS = ("ETag", "Location")


def takes_keys(view):
    """Whether ``view`` makes something that is made once under one key."""
    scope = getattr(view, "scope", None)
    makes = getattr(view, "makes_something", False)
    is_open = getattr(view, "is_public", False)
    return makes and not is_open and scope is not None and scope not in _SECRETIVE


def once(make):
    """What ``make`` answers; under a key that was used before, what it said then."""
    key = request.headers.get(NAME)
    view = current_app.view_functions[request.endpoint]
    if key is None or not takes_keys(view):
        return make()
    if not re.fullmatch(PATTERN, key):
        refuse(400, **{"idempotency-key": "must be 1 to 255 visible letters of ASCII"})
    mine = (current_user.id, digest(key), _fingerprint())
    if known := IdempotencyKey.claim(*mine):
        return _again(known, mine[-1])
    try:
        response = make()
    except HTTPException:
        _let_go(mine)
        raise
    if response.status_code < 300:
        _keep(mine, response)
    return response


def _let_go(mine):
    """Have a key that stands for nothing, also where it was committed for a while.

    A picture takes a second to be made, and others may write meanwhile.
    """
    start_over()
    db.session.execute(IdempotencyKey.release(*mine[:2]))
    db.session.commit()


def _fingerprint():
    """Of all that says what is to be made; of a form each part, in whatever frame."""
    told = sha256(f"{request.method} {request.full_path}".encode())
    if request.files or request.form:
        for name, words in sorted(request.form.items(multi=True)):
            told.update(f"\0{name}\0{words}".encode(errors="replace"))
        for name, file in sorted(request.files.items(multi=True), key=lambda it: it[0]):
            told.update(f"\0{name}\0{sha256(file.read()).hexdigest()}".encode())
            file.seek(0)
    else:
        told.update(request.get_data(cache=True))
    return told.hexdigest()


def _again(known, fingerprint):
    if known.fingerprint != fingerprint:
        refuse(422, **{"idempotency-key": "was used for something else"})
    said = known.answer and unsealed(known.answer)
    if not said:
        why = "is in use: it is being made, or was, and its answer is not known"
        refuse(409, **{"idempotency-key": why})
    code, body, headers = json.loads(said)
    response = Response(body, code, headers, mimetype="application/json")
    response.headers[REPLAYED] = "true"
    return response


def _keep(mine, response):
    known = response.headers
    headers = {name: known[name] for name in _KEPT_HEADERS if name in known}
    said = json.dumps([response.status_code, response.get_data(as_text=True), headers])
    try:
        IdempotencyKey.keep(*mine, sealed(said))
        db.session.commit()
    except SQLAlchemyError:
        # It is made, and is answered now; asked again, its key says that it is in use.
        db.session.rollback()
        current_app.logger.exception("An answer was not written down")
