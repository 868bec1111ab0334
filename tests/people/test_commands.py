import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Account, AuditEntry, LoginSession
from tests.fixtures.cast import PASSWORD
from tests.fixtures.joining import ask_to_join
from tests.support.database import changes
from tests.support.mailbox import last_letter

ZOE = ["users", "create", "fay", "--email", "fay@example.org", "--name", "Fay"]


@pytest.fixture
def run(app):
    """Run ``flask`` with these words, and type what it asks for."""
    return lambda *words, typed="": app.test_cli_runner().invoke(
        args=list(words), input=typed
    )


def account(handle):
    return db.session.scalar(
        select(Account).join(Account.user).filter_by(handle=handle)
    )


def test_somebody_is_added(run):
    with changes(Account, by=1):
        done = run(*ZOE, "--role", "moderator", typed=f"{PASSWORD}\n{PASSWORD}\n")

    assert done.output.endswith("@fay can sign in, as moderator.\n")
    assert account("fay").is_confirmed


def test_the_new_one_can_sign_in(run, browser):
    run(*ZOE, "--password", PASSWORD)

    page = browser.visit("/sign-in").submit(identifier="fay", password=PASSWORD)

    assert page.path == "/"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--email", "fay"], "email: Check this address."),
        (["--password", "short"], "password: 5 of at least 10 characters."),
        (["--name", "z" * 81], "name: This may be 80 characters long at most."),
        (["--role", "king"], "'king' is not one of"),
        (["--email", "bob@example.org"], "Somebody has this handle or address"),
    ],
)
def test_what_is_wrong_is_said_and_nobody_added(run, bob, words, says):
    with changes(Account, by=0):
        done = run(*ZOE, "--password", PASSWORD, *words)

    assert done.exit_code != 0
    assert says in done.output


def test_a_site_without_a_name_has_its_first_visitor_first(run, empty_site):
    with changes(Account, by=0):
        done = run(*ZOE, "--password", PASSWORD)

    assert "Open the site first" in done.output


def test_a_taken_handle_is_said(run, bob):
    done = run(
        "users", "create", "Bob", "--email", "b@example.org", "--password", PASSWORD
    )

    assert "handle: Somebody already writes as @bob." in done.output


def test_somebody_is_promoted(run, browser, bob):
    browser.sign_in(bob)

    with changes(LoginSession, by=-1):
        done = run("users", "promote", "@Bob", "admin")

    assert done.output == "@bob is admin now, and signs in anew.\n"
    assert account("bob").role == "admin"
    assert last_letter().to == "bob@example.org"


def test_nobody_with_an_account_did_it(run, bob):
    run("users", "promote", "bob", "author")

    entry = db.session.query(AuditEntry).one()
    assert (entry.user_id, entry.actor_id, entry.network) == (bob.id, None, "")
    assert (entry.action, entry.detail) == ("role.changed", "member → author")


def test_the_last_admin_stays(run, ann):
    done = run("users", "promote", "ann", "member")

    assert done.exit_code == 1
    assert "@ann is the last admin." in done.output


def test_an_unknown_handle_is_said(run):
    done = run("users", "promote", "nobody", "admin")

    assert done.exit_code == 1
    assert "Nobody here is called @nobody." in done.output


def test_everybody_is_listed(run, ann, bob):
    ask_to_join("fay")

    assert run("users", "list").output.splitlines() == [
        "ann\tadmin\tann@example.org",
        "bob\tmember\tbob@example.org",
        "fay\tmember\tfay@example.org\tnot confirmed, waiting",
    ]


def test_one_role_is_listed_alone(run, ann, bob):
    done = run("users", "list", "--role", "admin")

    assert done.output == "ann\tadmin\tann@example.org\n"


def test_how_somebody_stands_is_said(run, bob, bobs_app):
    said = run("users", "show", "bob").output

    assert "address: bob@example.org\n" in said
    assert "second factors: 1\n" in said
    assert "away" not in said


def test_somebody_is_signed_out_everywhere(run, browser, bob):
    browser.sign_in(bob)

    with changes(LoginSession, by=-1):
        done = run("users", "sign-out", "bob")

    assert done.output == "@bob is signed out everywhere.\n"
    assert "sessions.ended_by_admin" in {
        it.action for it in db.session.query(AuditEntry)
    }


@pytest.mark.parametrize("command", ["create", "promote", "list"])
def test_each_says_what_it_does(run, command):
    assert "Usage:" in run("users", command, "--help").output
