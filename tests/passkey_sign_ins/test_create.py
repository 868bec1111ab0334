import pytest

from app.extensions import db
from app.models import LoginSession, Post
from tests.support.authenticator import FAULTS
from tests.support.database import changes
from tests.support.factors import ask_for_passkey, give_passkey, use_passkey

UNKNOWN = "No account here knows that passkey"


@pytest.fixture
def page(browser, bobs_key):
    return browser.visit("/sign-in")


def test_a_passkey_alone_signs_in(page, bobs_key):
    with changes(LoginSession, by=1):
        home = use_passkey(page, bobs_key)

    assert home.path == "/"
    assert home.shows("Bob Lindqvist")


def test_no_second_step_follows(page, bobs_key, bobs_app):
    assert use_passkey(page, bobs_key).path == "/"


def test_the_browser_is_told_nothing_about_anybody(page):
    told = ask_for_passkey(page)

    assert not told.get("allowCredentials")
    assert told["userVerification"] == "required"
    assert told["rpId"] == "localhost"


def test_the_closed_page_opens_afterwards(browser, bobs_key):
    page = browser.visit("/drafts/")

    assert use_passkey(page, bobs_key).path == "/drafts/"


def test_keep_me_signed_in_is_kept(page, bobs_key):
    use_passkey(page, bobs_key, keep="y")

    assert db.session.query(LoginSession).one().is_kept


def test_a_key_that_asks_for_no_pin_is_not_enough(page, bobs_key):
    bobs_key.verifies = False

    with changes(LoginSession, by=0):
        refused = use_passkey(page, bobs_key)

    assert refused.status == 422
    assert refused.shows(UNKNOWN)


@pytest.mark.parametrize("fault", FAULTS)
def test_any_fault_is_refused(page, bobs_key, fault):
    vars(bobs_key).update(fault)

    with changes(LoginSession, by=0):
        refused = use_passkey(page, bobs_key)

    assert refused.status == 422
    assert refused.shows(UNKNOWN)


@pytest.mark.parametrize(
    "answer", ["", "x", "{}", "x" * 30_000, r'{"id":"\ud800"}', r'{"id":"\u0000"}']
)
def test_garbage_is_refused_kindly(page, answer):
    refused = page.submit(button="passkey", credential=answer)

    assert refused.status == 422
    assert refused.shows(UNKNOWN)


def test_one_can_try_again_from_there(page, bobs_key):
    refused = page.submit(button="passkey", credential="{}")

    assert use_passkey(refused, bobs_key).path == "/"


def test_a_removed_passkey_opens_nothing(page, bobs_key, bob):
    db.session.execute(db.delete(db.metadata.tables["passkey"]))
    db.session.commit()

    assert use_passkey(page, bobs_key).status == 422


def test_an_answer_is_good_once(browser, page, bobs_key):
    answer = bobs_key.get(ask_for_passkey(page))
    page.submit(button="passkey", credential=answer)
    browser.forget_cookies()
    again = browser.visit("/sign-in")

    assert again.submit(button="passkey", credential=answer).status == 422


def test_words_that_were_kept_go_on(browser, bob, bobs_key):
    editor = browser.sign_in(bob).visit("/posts/new")
    db.session.query(LoginSession).delete()
    db.session.commit()
    door = editor.submit(button="publish", title="Late", body="Evening.")
    refused = door.submit(button="passkey", credential="{}")

    page = use_passkey(refused, bobs_key)

    with changes(Post, by=1):
        page.submit()


def test_many_refusals_from_one_network_have_to_wait(page):
    for _ in range(21):
        refused = page.submit(button="passkey", credential="{}")

    assert refused.status == 429


def test_others_are_not_kept_waiting(page, browser, bobs_key):
    for _ in range(21):
        page.submit(button="passkey", credential="{}")
    browser.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"

    assert use_passkey(page, bobs_key).path == "/"


def test_the_page_by_itself_leads_in_too(browser, bobs_key):
    page = browser.visit("/sign-in/passkey")

    assert use_passkey(page, bobs_key).path == "/"


def test_a_member_has_no_use_for_it(browser, bob):
    assert browser.sign_in(bob).visit("/sign-in/passkey").path == "/"


@pytest.mark.parametrize("purpose", ["confirm", "second-step"])
def test_a_visitor_is_asked_for_nobodys_passkey(browser, page, purpose):
    answer = browser.client.post(
        f"/passkey-options/{purpose}", data={"csrf_token": page.value("csrf_token")}
    )

    assert answer.status_code == 401


def test_who_asks_for_passkeys_without_end_has_to_wait(browser, page):
    fields = {"csrf_token": page.value("csrf_token")}

    for _ in range(101):
        answer = browser.client.post("/passkey-options/sign-in", data=fields)

    assert answer.status_code == 429


def test_where_the_site_has_no_name_no_passkey_is_offered(app, browser, monkeypatch):
    monkeypatch.setitem(app.config, "SITE_URL", "http://127.0.0.1:8000")

    assert not browser.visit("/sign-in").select("[data-behaviour=passkey_get]")
    assert browser.visit("/sign-in/passkey").shows(
        "Passkeys don’t work at this address"
    )


def test_another_person_gets_their_own_account(browser, bobs_key, cleo):
    page = use_passkey(browser.visit("/sign-in"), give_passkey(cleo))

    assert page.shows("Cleo Marchetti")
