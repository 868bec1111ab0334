"""What is done once the answer is out: nobody waits for it, and nobody can time it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Flask, after_this_request, current_app
from werkzeug.wrappers import Response


def afterwards(work: Callable[..., None], **values: Any) -> None:
    """Call ``work`` with ``values`` when the answer to this request has been sent.

    As if the site's own address had been asked. What goes wrong is in the log; what
    was not done when the server stops is forgotten.
    """
    app = current_app._get_current_object()  # type: ignore[attr-defined]

    @after_this_request
    def wait(response: Response) -> Response:
        response.call_on_close(partial(_do, app, work, values))
        return response


def _do(app: Flask, work: Callable[..., None], values: dict[str, Any]) -> None:
    address = app.config["SITE_URL"]
    with app.app_context(), app.test_request_context(base_url=address):
        try:
            work(**values)
        except Exception:
            app.logger.exception("Afterwards: %s failed", work.__name__)
