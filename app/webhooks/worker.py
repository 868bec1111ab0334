"""The worker tells programs what they wait for, and writes down what they answer."""

from datetime import timedelta
from threading import Lock
from time import monotonic

from app.extensions import db
from app.lib.fetching import Unheard
from app.lib.plaintext import several_lines
from app.models import Account, Webhook, WebhookDelivery
from app.models.columns import now
from app.models.webhook import FAILING, GONE, TEST, delivery_called, webhook_told
from app.models.webhook_delivery import PAUSED, VANISHED
from app.web.limits import is_few
from app.web.outbox import delivers
from app.web.owner import tell
from app.web.urls import absolute_url
from app.web.webhook_bodies import body_of
from app.web.webhooks import send, speak

#: How soon what found the way taken is tried again; the sweep comes each minute.
SOON = timedelta(seconds=30)
#: What the programs of one member are told beyond that waits as if they were slow: who
#: was quick until now may take their time all at once.
AT_ONCE = "12 per minute"
# However slow some programs are, the worker has a thread left for letters and others.
_one_slow_at_a_time = Lock()


@delivers("webhook")
def deliver(_row, name):
    """Tell a program one thing, and plan the next try where it does not take it."""
    delivery = db.session.scalar(delivery_called(name))
    if delivery is None or not delivery.is_waiting:
        return
    body = _body(delivery)
    if body is None:
        return
    is_slow = _may_take_long(delivery.webhook)
    if is_slow and not _one_slow_at_a_time.acquire(blocking=False):
        send(delivery, now() + SOON)
        return
    try:
        said = _said(delivery.webhook, name, body)
    finally:
        if is_slow:
            _one_slow_at_a_time.release()
    _note(name, *said)


def _may_take_long(webhook):
    return webhook.is_trying or not is_few(AT_ONCE, "webhook", webhook.user_id)


def _body(delivery):
    """What to send; None where there is nothing to be sent any more."""
    webhook, is_test = delivery.webhook, delivery.event == TEST
    if webhook.user.is_away or (webhook.is_paused and not is_test):
        delivery.give_up(PAUSED)
        return None
    body = body_of(delivery)
    if body is None:
        delivery.give_up(VANISHED)
    return body


def _said(webhook, name, body):
    """How many milliseconds it took; a status and the words, or why there is none."""
    db.session.expunge(webhook)
    # No transaction is open while somebody else takes their time.
    db.session.rollback()
    began = monotonic()
    status, words, silence = None, "", ""
    try:
        answer = speak(webhook, name, body)
        status = answer.status
        words = several_lines(answer.words.decode(errors="replace"))
    except Unheard as reason:
        silence = str(reason)
    return int((monotonic() - began) * 1000), status, words, silence


def _note(name, duration, status, words, silence):
    """Write down what came of it; whoever removed it meanwhile has the last word."""
    # The webhook first, as whoever removes it does.
    webhook = db.session.scalar(webhook_told(name).with_for_update(of=Webhook))
    if webhook is None:
        return
    delivery = db.session.scalar(
        delivery_called(name).with_for_update(of=WebhookDelivery)
    )
    if delivery is None:
        return
    delivery.note(duration, status, words, silence)
    if status is not None and 200 <= status < 300:
        delivery.succeed()
        webhook.note_success(duration)
    elif delivery.event == TEST:
        delivery.give_up()
    else:
        _fail(delivery, webhook, duration)


def _fail(delivery, webhook, duration):
    due_at = None if delivery.status == 410 else delivery.next_try()
    if due_at:
        send(delivery, due_at)
    else:
        delivery.give_up()
    if delivery.status == 410:
        if webhook.pause(GONE):
            _write_to_owner(webhook, GONE)
    elif webhook.note_failure(duration):
        _write_to_owner(webhook, FAILING)


def _write_to_owner(webhook, why):
    account = db.session.scalar(Account.of(webhook.user_id))
    link = absolute_url("webhooks.show", key=webhook.id)
    tell("webhook_paused", account, webhook=webhook, why=why, link=link)
