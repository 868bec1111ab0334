"""The way to a provider and back, which a test client cannot go alone."""

from urllib.parse import urlsplit

import requests

from tests.support.browser import Browser, Page


class Traveller:
    """Goes to a provider with one browser."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    def set_out(self, path: str = "/sign-in/with/oidc") -> str:
        """Follow the link; the address at the provider that it leads to."""
        answer = self.browser.client.get(path)
        assert answer.status_code == 303, answer.get_data(as_text=True)
        return str(answer.location)

    def ask(self, address: str) -> str:
        """Visit the provider; the path of ours that it sends back to."""
        answer = requests.get(address, allow_redirects=False, timeout=10)
        back = urlsplit(answer.headers["Location"])
        return f"{back.path}?{back.query}"

    def go(self, path: str = "/sign-in/with/oidc") -> Page:
        """All the way there and back."""
        return self.browser.visit(self.ask(self.set_out(path)))
