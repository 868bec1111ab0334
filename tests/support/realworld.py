"""What the RealWorld contract says of times, objects and their keys."""

import re

from app.models.access_token import SIGN_IN
from tests.support.program import Program

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
PROFILE = {"username", "bio", "image", "following"}
IN_LIST = {
    *("slug", "title", "description", "tagList", "createdAt", "updatedAt"),
    *("favorited", "favoritesCount", "author"),
}
WHOLE = {*IN_LIST, "body"}
COMMENT = {"id", "createdAt", "updatedAt", "body", "author"}
USER = {"email", "token", "username", "bio", "image"}
TEXT = {"title": "How to", "description": "In short", "body": "At length."}


def write(program: Program, **said: object) -> dict:
    """Publish an article, as the program's person; what was answered."""
    answer = program.post("/articles", {"article": {**TEXT, **said}})
    assert answer.status_code == 201, answer.text
    return answer.json["article"]


def signed_in(program: Program, person: object) -> Program:
    """Act for ``person`` with what signing in gives."""
    return program.acting_for(person, kind=SIGN_IN)
