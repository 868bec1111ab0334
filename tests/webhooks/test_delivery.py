"""How a message gets to a program, and how that knows whose it is."""

import json
from datetime import timedelta

import pytest

from app.extensions import db
from app.models import WebhookDelivery
from app.models.columns import now
from app.web import webhooks
from app.webhooks import worker
from tests.support.hooks import deliveries, example, told_by
from tests.support.mailbox import deferred, work


def test_it_is_signed_as_the_documentation_says(made, news, listener):
    work()

    [message] = listener.told
    assert example()["is_ours"](made[1], message.headers, message.body)
    assert message.headers["webhook-id"] == news.public_id
    assert message.headers["content-type"] == "application/json"


def test_somebody_elses_message_is_not_ours(made, news, listener):
    work()

    [message] = listener.told
    is_ours, (_, secret) = example()["is_ours"], made
    assert not is_ours(secret, message.headers, message.body + b" ")
    later = message.headers | {"webhook-timestamp": "1"}
    assert not is_ours(secret, later, message.body, now=lambda: 1)


def test_an_old_message_is_not_believed(made, news, listener):
    work()

    [message] = listener.told
    an_hour_later = int(message.headers["webhook-timestamp"]) + 3600
    assert not example()["is_ours"](
        made[1], message.headers, message.body, now=lambda: an_hour_later
    )


def test_the_body_says_what_and_when(news, listener, app):
    work()

    body = json.loads(listener.told[0].body)
    assert (body["id"], body["type"]) == (news.public_id, "follow.created")
    assert body["timestamp"].endswith("Z")
    assert body["site"] == app.config["SITE_URL"]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_this_machine_is_not_told_unless_it_may_be(
    app, hook, news, listener, monkeypatch, name
):
    monkeypatch.setitem(app.config, "WEBHOOK_NETWORKS", [])
    hook.address = f"http://{name}:{listener.server_port}/in"
    db.session.commit()

    work()

    [delivery] = deliveries(hook)
    assert (delivery.silence, delivery.status) == ("near", None)
    assert listener.told == []


def test_what_is_not_there_by_then_is_not_sent(hook, news, listener):
    db.session.delete(hook)
    db.session.commit()

    work()

    assert (listener.told, deferred()) == ([], [])


def test_while_its_owner_is_away_nothing_is_sent(ann, hook, news, listener):
    ann.leave()
    db.session.commit()

    work()

    assert listener.told == []
    assert deliveries(hook)[0].silence == "paused"


def test_the_slow_wait_for_each_other(hook, news, listener):
    hook.pace = 9_000
    db.session.commit()

    with worker._one_slow_at_a_time:
        work()

    assert (listener.told, deferred()) == ([], ["webhook"])
    assert deliveries(hook)[0].attempts == 0


def test_who_was_quick_waits_for_nobody(hook, news, listener):
    hook.note_success(0)
    db.session.commit()

    with worker._one_slow_at_a_time:
        work()

    assert len(listener.told) == 1


@pytest.mark.parametrize("why", ["new", "told again", "told much"])
def test_so_does_who_may_be_slow_by_now(hook, news, listener, why, monkeypatch):
    hook.note_success(9_000 if why == "told again" else 0)
    if why == "told again":
        hook.resume()
    if why == "new":
        hook.pace = 0
    if why == "told much":
        monkeypatch.setattr(worker, "AT_ONCE", "0 per minute")
    db.session.commit()

    with worker._one_slow_at_a_time:
        work()

    assert listener.told == []


def test_deliveries_are_listed_for_thirty_days(hook, news):
    news.created_at = now() - timedelta(days=30)
    db.session.commit()

    db.session.execute(WebhookDelivery.removal())

    assert deliveries(hook) == []


def test_with_a_new_secret_both_are_good_for_a_day(made, news, listener):
    hook, former = made
    later = webhooks.renew(hook)
    db.session.commit()

    work()

    [message] = listener.told
    is_ours = example()["is_ours"]
    assert is_ours(former, message.headers, message.body)
    assert is_ours(later, message.headers, message.body)


def test_after_a_day_only_the_new_one_is(made, news, listener):
    hook, former = made
    webhooks.renew(hook)
    hook.renewed_at = now() - timedelta(days=1)
    db.session.commit()

    assert told_by(listener)

    [message] = listener.told
    assert not example()["is_ours"](former, message.headers, message.body)


def test_no_secret_lies_open_in_the_database(made):
    hook, secret = made

    assert secret.removeprefix("whsec_") not in hook.secret
