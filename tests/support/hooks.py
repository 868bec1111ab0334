"""What came of webhooks, and the examples that docs/webhooks.md gives for them."""

import json
import re
from typing import Any

from app.extensions import db
from app.models import Webhook, WebhookDelivery
from tests.support.mailbox import work
from tests.support.source import ROOT
from tests.support.web_page import Pages


def told_by(listener: Pages) -> list[tuple[str, dict[str, Any]]]:
    """What a program was told once the worker has worked: each event, and its data."""
    work()
    messages = [json.loads(message.body) for message in listener.told]
    return [(message["type"], message["data"]) for message in messages]


def deliveries(webhook: Webhook) -> list[WebhookDelivery]:
    """What the database says of each, the first one first."""
    db.session.expire_all()
    return list(db.session.scalars(webhook.deliveries().order_by(WebhookDelivery.id)))


def example() -> dict[str, Any]:
    """What the Python of the documentation defines."""
    page = (ROOT / "docs/webhooks.md").read_text()
    code = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert code is not None
    names: dict[str, Any] = {}
    exec(code[1], names)  # noqa: S102 – our own documentation
    return names
