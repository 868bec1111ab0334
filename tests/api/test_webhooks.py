"""Programs that are told what happens, looked after by programs."""

import pytest

from app.extensions import db
from app.models import Webhook, WebhookDelivery
from app.models import webhook as rules
from tests.support.database import changes, fresh, queries
from tests.support.hooks import told_by

NEW = {"address": "https://example.org/in", "events": ["post.published"]}


def make(program, **given):
    return program.post("/webhooks", {"webhook": {**NEW, **given}})


def test_the_secret_is_in_the_answer_of_its_making_alone(program, ann):
    program.acting_for(ann)

    with changes(Webhook, by=1):
        made = make(program).json["webhook"]

    assert made.pop("secret").startswith("whsec_")
    assert program.get("/webhooks").json["webhooks"] == [made]
    assert program.get(f"/webhooks/{made['id']}").json["webhook"] == made


def test_what_is_named_changes_and_the_rest_stays(program, ann):
    made = make(program.acting_for(ann)).json["webhook"]
    given = {"events": ["follow.created"]}

    answer = program.put(f"/webhooks/{made['id']}", {"webhook": given})

    assert answer.json["webhook"]["events"] == ["follow.created"]
    assert answer.json["webhook"]["address"] == NEW["address"]


def test_one_is_removed(program, ann):
    made = make(program.acting_for(ann)).json["webhook"]

    with changes(Webhook, by=-1):
        answer = program.delete(f"/webhooks/{made['id']}")

    assert answer.status_code == 204


def test_another_secret_is_made(program, ann):
    made = make(program.acting_for(ann)).json["webhook"]

    other = program.post(f"/webhooks/{made['id']}/secret").json["webhook"]

    assert other["secret"].startswith("whsec_")
    assert other["secret"] != made["secret"]


@pytest.mark.parametrize(
    "given",
    [
        {"address": "example.org"},
        {"address": "https://ann:secret@example.org/"},
        {"address": "https://example.org:25/"},
        {"address": 7},
        {"address": "https://example.org/" + "x" * 500},
        {"events": []},
        {"events": ["post.liked"]},
        {"events": "post.published"},
        {"secret": "mine"},
    ],
)
def test_what_cannot_be_made_is_named(program, ann, given):
    answer = make(program.acting_for(ann), **given)

    assert answer.status_code == 422
    assert set(answer.json["errors"]) == set(given)


def test_a_change_obeys_the_same_rules(program, ann):
    made = make(program.acting_for(ann)).json["webhook"]

    answer = program.put(
        f"/webhooks/{made['id']}", {"webhook": {"address": "ftp://example.org"}}
    )

    assert answer.status_code == 422
    assert fresh(db.session.get(Webhook, made["id"])).address == NEW["address"]


def test_there_is_room_for_so_many(program, ann, monkeypatch):
    monkeypatch.setattr(rules, "MOST", 0)

    answer = make(program.acting_for(ann))

    assert answer.status_code == 422
    assert "webhook" in answer.json["errors"]


def test_a_test_is_sent_and_its_answer_listed(program, ann, hook, listener):
    program.acting_for(ann)

    sent = program.post(f"/webhooks/{hook.id}/test").json["delivery"]
    assert [event for event, _ in told_by(listener)] == ["test"]

    [told] = program.get(f"/webhooks/{hook.id}/deliveries").json["deliveries"]
    assert told["name"] == sent["name"]
    assert (told["status"], told["answer"]) == (200, "Thank you.")


def test_what_arrived_is_sent_once_more(program, ann, news, listener):
    told_by(listener)
    program.acting_for(ann)

    answer = program.post(f"/webhooks/deliveries/{news.id}")

    assert answer.json["delivery"]["attempts"] == 0
    assert len(told_by(listener)) == 2


def test_what_is_on_its_way_is_not_sent_twice(program, ann, news):
    answer = program.acting_for(ann).post(f"/webhooks/deliveries/{news.id}")
    assert answer.status_code == 409


def test_one_is_paused_and_told_again(program, ann, news, hook, listener):
    told_by(listener)
    program.acting_for(ann)

    paused = program.post(f"/webhooks/{hook.id}/pause").json["webhook"]
    assert (paused["paused"], paused["pausedWhy"]) == (True, "owner")
    assert program.post(f"/webhooks/deliveries/{news.id}").status_code == 409

    assert (
        program.delete(f"/webhooks/{hook.id}/pause").json["webhook"]["paused"] is False
    )


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("DELETE", ""),
        ("GET", "/deliveries"),
        ("POST", "/test"),
        ("POST", "/secret"),
        ("POST", "/pause"),
        ("DELETE", "/pause"),
    ],
)
def test_those_of_others_are_not_there(program, bob, hook, method, path):
    with changes(WebhookDelivery, by=0):
        answer = program.acting_for(bob).ask(method, f"/webhooks/{hook.id}{path}")

    assert answer.status_code == 404


def test_nobody_changes_or_repeats_what_is_of_others(program, bob, hook, news):
    program.acting_for(bob)

    changed = program.put(f"/webhooks/{hook.id}", {"webhook": NEW})
    repeated = program.post(f"/webhooks/deliveries/{news.id}")

    assert (changed.status_code, repeated.status_code) == (404, 404)


def test_the_list_of_what_was_told_costs_the_same(program, ann, hook):
    for _ in range(6):
        hook.begin_delivery("test")
    db.session.commit()
    program.acting_for(ann).get(f"/webhooks/{hook.id}/deliveries")

    with queries(at_most=3):
        answer = program.get(f"/webhooks/{hook.id}/deliveries")

    assert len(answer.json["deliveries"]) == 6


def test_it_takes_a_token_for_webhooks(program, ann, hook):
    program.acting_for(ann, ["account:read", "account:write"])

    assert program.get("/webhooks").status_code == 403
    assert make(program).status_code == 403
