import pytest
from itsdangerous import URLSafeSerializer

from app.extensions import db
from app.models import Account
from app.web.mail_kinds import unsubscribe_url, wants
from tests.support.settings import KEY

KIND = "invitation_accepted"


@pytest.fixture
def link(app, bob):
    """The path in the header of a letter to Bob."""
    with app.test_request_context():
        return unsubscribe_url(bob.account, KIND).removeprefix("http://localhost")


def bob_wants(bob):
    db.session.expire_all()
    account = db.session.get(Account, bob.id)
    return wants(account, KIND)


def signed(*words, salt="unsubscribe", key=KEY):
    return "/unsubscribe/" + URLSafeSerializer(key, salt=salt).dumps(list(words))


def test_looking_changes_nothing(browser, bob, link):
    page = browser.visit(link)

    assert page.text("h1") == "No more of these?"
    assert bob_wants(bob)


def test_the_button_ends_them_without_signing_in(browser, bob, link):
    page = browser.visit(link).submit("main form")

    assert page.text("h1") == "You won’t get these any more"
    assert not bob_wants(bob)


def test_a_mail_program_needs_no_cookie_and_no_token(client, bob, link):
    answer = client.post(link, data={"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert not bob_wants(bob)


def test_a_second_time_changes_nothing_more(client, bob, link):
    client.post(link)

    assert client.post(link).status_code == 200
    assert db.session.query(Account.muted_mail).scalar().count(KIND) == 1


def test_one_network_does_not_do_so_for_ever(client, link):
    statuses = [client.post(link).status_code for _ in range(61)]

    assert statuses == [200] * 60 + [429]


def test_somebody_else_who_is_signed_in_does_not_matter(browser, bob, eve, link):
    browser.sign_in(eve).visit(link).submit("main form")

    assert not bob_wants(bob)
    assert wants(db.session.get(Account, eve.id), KIND)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "words",
    [
        [0, KIND],
        [None, KIND],
        [1, "security_change"],
        [1],
        [1, KIND, 2],
        [],
    ],
    ids=str,
)
def test_what_names_nobody_is_unknown(client, bob, method, words):
    assert getattr(client, method)(signed(*words)).status_code == 404


def test_a_token_for_another_purpose_is_unknown(client, bob):
    assert client.post(signed(bob.id, KIND, salt="session")).status_code == 404
    assert bob_wants(bob)


def test_a_token_of_another_key_is_unknown(client, bob):
    assert client.post(signed(bob.id, KIND, key="x" * 40)).status_code == 404
    assert bob_wants(bob)


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path[:-1],
        lambda path: path + "x",
        lambda path: path.upper(),
        lambda path: path.replace(".", ""),
        lambda path: path + "%20",
        lambda path: path + "%00",
        lambda path: path + "%0A",
        lambda path: path + "x" * 10_000,
    ],
)
def test_a_damaged_token_is_unknown(client, bob, link, change):
    assert client.post(change(link)).status_code == 404
    assert bob_wants(bob)


def test_a_key_that_was_changed_is_still_believed(app, client, bob, link):
    app.config["SECRET_KEY_FALLBACKS"], old = [app.config["SECRET_KEY"]], KEY
    app.config["SECRET_KEY"] = "another key that only the tests use, since today"
    try:
        assert client.post(link).status_code == 200
    finally:
        app.config.update(SECRET_KEY=old, SECRET_KEY_FALLBACKS=[])
