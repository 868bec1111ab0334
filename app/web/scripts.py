"""What a script of ours is told where a person would be shown a page."""

from typing import Any

from flask import jsonify, request
from werkzeug.wrappers import Response


def is_asking() -> bool:
    """Whether a script sent the request: it reads JSON, and nothing else."""
    wanted = request.accept_mimetypes
    return bool(wanted["application/json"]) and not wanted["text/html"]


def told(state: str, code: int = 200, **more: Any) -> Response:
    """Say in a word how it went, with what the script needs to go on."""
    response = jsonify(state=state, **more)
    response.status_code = code
    return response
