import pytest

from app.extensions import db
from app.models import LoginSession, Passkey
from tests.support.authenticator import FAULTS
from tests.support.database import changes
from tests.support.factors import (
    ask_for_passkey,
    enter_password,
    give_passkey,
    use_passkey,
)

REFUSED = "That passkey doesn’t open this account."


@pytest.fixture
def step(browser, bobs_key):
    """The page that follows Bob's right password."""
    return enter_password(browser, "bob")


def test_a_passkey_is_a_second_step(step, bobs_key):
    with changes(LoginSession, by=1):
        home = use_passkey(step, bobs_key)

    assert home.path == "/"


def test_the_browser_is_told_which_ones_will_do(step, bobs_key):
    told = ask_for_passkey(step)

    assert len(told["allowCredentials"]) == 1
    assert told["userVerification"] == "preferred"


def test_a_key_without_a_pin_will_do_beside_the_password(step, bobs_key):
    bobs_key.verifies = False

    assert use_passkey(step, bobs_key).path == "/"


def test_who_has_only_passkeys_is_not_asked_for_digits(step):
    assert not step.select("[name=one_time_code]")
    assert step.select("details[open] [name=recovery_code]")


def test_who_has_both_may_choose(browser, bobs_key, bobs_app):
    step = enter_password(browser, "bob")

    assert step.submit(one_time_code=bobs_app.code()).path == "/"


@pytest.mark.parametrize("fault", FAULTS)
def test_any_fault_is_refused(step, bobs_key, fault):
    vars(bobs_key).update(fault)

    with changes(LoginSession, by=0):
        page = use_passkey(step, bobs_key)

    assert page.status == 422
    assert page.shows(REFUSED)


def test_somebody_elses_passkey_is_refused(step, cleo):
    page = use_passkey(step, give_passkey(cleo))

    assert page.status == 422
    assert page.shows(REFUSED)


@pytest.mark.parametrize("answer", ["x", "{}", "[]", "null", "x" * 30_000])
def test_garbage_is_refused(step, answer):
    assert step.submit(button="passkey", credential=answer).status == 422


def test_a_copy_that_counts_behind_is_refused(browser, step, bobs_key):
    bobs_key.count = 7
    use_passkey(step, bobs_key)
    browser.forget_cookies()
    bobs_key.count = 6

    page = use_passkey(enter_password(browser, "bob"), bobs_key)

    assert page.status == 422


def test_an_answer_is_good_once(step, bobs_key):
    answer = bobs_key.get(ask_for_passkey(step))
    step.submit(button="passkey", credential="{}")

    assert step.submit(button="passkey", credential=answer).status == 422


def test_not_even_with_the_cookie_of_before(browser, step, bobs_key):
    bobs_key.count = -1
    answer = bobs_key.get(ask_for_passkey(step))
    before = browser.client.get_cookie("page").value
    step.submit(button="passkey", credential=answer)
    browser.forget_cookies()
    browser.client.set_cookie("page", before)

    with changes(LoginSession, by=0):
        page = step.submit(button="passkey", credential=answer)

    assert page.status == 422


def test_after_five_minutes_the_question_is_void(browser, step, bobs_key):
    answer = bobs_key.get(ask_for_passkey(step))
    with browser.client.session_transaction() as cookie:
        challenge, asked_at = cookie["passkey second-step"]
        cookie["passkey second-step"] = [challenge, asked_at - 5 * 60 - 1]

    assert step.submit(button="passkey", credential=answer).status == 422


def test_an_answer_for_signing_in_alone_is_none_here(browser, step, bobs_key):
    question = browser.client.post(
        "/passkey-options/sign-in", data={"csrf_token": step.value("csrf_token")}
    )
    answer = bobs_key.get(question.json)

    assert step.submit(button="passkey", credential=answer).status == 422


def test_the_use_is_noted(step, bobs_key):
    use_passkey(step, bobs_key)
    passkey = db.session.query(Passkey).one()

    assert passkey.sign_count == 1
    assert passkey.used_at is not None
