"""A client whose every request is a new one, as on a server."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class FreshClient(FlaskClient):
    """Gives each request a context of its own: its own ``g`` and database session.

    Flask takes over the context that the test itself runs in, and with it whoever
    was signed in and every row that was loaded before.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        with self.application.app_context():
            return super().open(*args, **kwargs)
