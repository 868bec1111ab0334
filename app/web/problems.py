"""What programs are told of a failure: one shape, whatever failed.

``{"errors": {"title": ["can't be blank"]}}`` is the shape of the RealWorld contract.
Who asks for ``application/problem+json`` gets the same with the members of RFC 9457.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, NoReturn

from flask import Response as FlaskResponse
from flask import json, request
from werkzeug.exceptions import HTTPException

Errors = dict[str, list[str]]
PROBLEM = "application/problem+json"
#: What is said of a failure that no field is to blame for.
USUAL: dict[int, Errors] = {
    400: {"request": ["can't be read"]},
    401: {"token": ["is missing"]},
    403: {"access": ["forbidden"]},
    404: {"address": ["not found"]},
    405: {"method": ["is not allowed here"]},
    406: {"accept": ["must allow application/json"]},
    409: {"state": ["was changed meanwhile"]},
    412: {"if-match": ["was changed meanwhile"]},
    413: {"body": ["is too large"]},
    415: {"content-type": ["must be application/json"]},
    422: {"body": ["is invalid"]},
    428: {"if-match": ["is missing"]},
    429: {"rate": ["is too high: wait as long as Retry-After says"]},
    500: {"server": ["broke; it is written down"]},
    503: {"server": ["can't be reached: try again later"]},
    507: {"server": ["has no room left"]},
}


class Problem(HTTPException):
    """A failure with what is to blame for it.

    :param code: the status.
    :param errors: what is wrong, by the name of a field or a thing.
    :param headers: further headers of the answer.
    :param more: what else the answer says, as what is there instead.
    """

    def __init__(
        self,
        code: int,
        errors: Errors,
        headers: dict[str, str] | None = None,
        more: dict[str, object] | None = None,
    ) -> None:
        super().__init__()
        self.code, self.errors, self.headers = code, errors, headers or {}
        self.more = more

    def get_headers(self, *asked: Any) -> list[tuple[str, str]]:
        return [*super().get_headers(*asked), *self.headers.items()]


def refuse(code: int, headers: dict[str, str] | None = None, **errors: str) -> NoReturn:
    """Answer with ``code``, and say of each thing in ``errors`` what is wrong.

    :raises Problem: always.
    """
    raise Problem(code, {thing: [why] for thing, why in errors.items()}, headers)


def about(code: int, words: object) -> Errors:
    """What is usually said of ``code``, in other ``words`` if there are any."""
    usual = USUAL.get(code) or USUAL[400 if code < 500 else 500]
    return {thing: [str(words)] if words else said for thing, said in usual.items()}


def told(
    code: int, errors: Errors | None = None, more: dict[str, object] | None = None
) -> FlaskResponse:
    """The answer that says so, as JSON whatever the request accepts."""
    errors = errors or about(code, None)
    said: dict[str, object] = {"errors": errors, **(more or {})}
    asked = request.accept_mimetypes
    is_problem = PROBLEM in asked.values() and asked[PROBLEM] > 0
    if is_problem:
        said |= {
            "type": "about:blank",
            "title": HTTPStatus(code).phrase,
            "status": code,
            "detail": "; ".join(f"{thing} {why[0]}" for thing, why in errors.items()),
        }
    answer = FlaskResponse(json.dumps(said), code)
    answer.mimetype = PROBLEM if is_problem else "application/json"
    return answer
