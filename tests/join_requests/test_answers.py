import pytest

from app.extensions import db
from app.models import Account, AuditEntry, JoinRequest, User
from tests.fixtures.cast import PASSWORD, join
from tests.fixtures.joining import ask_to_join
from tests.support.browser import Browser
from tests.support.database import changes, queries
from tests.support.mailbox import last_letter, mailbox

IN = "form[action='/admin/requests/{0.id}']"
OUT = "form[action='/admin/requests/{0.id}/delete']"
TOO_LATE = "Somebody else has answered this request already."


@pytest.fixture(params=["dan", "ann"])
def reader(request, browser):
    """The browser of a moderator, and of an admin: both answer requests."""
    role = {"dan": "moderator", "ann": "admin"}[request.param]
    return browser.sign_in(join(request.param, request.param.title(), role=role))


def test_the_page_shows_who_asks_and_why(reader, fay):
    page = reader.visit("/admin/requests/")

    assert page.text("article h2") == "Fay Ibarra @fay"
    assert page.shows("I like to read slowly.")
    assert page.shows("fay@example.org")


def test_the_navigation_counts_them(reader, fay):
    ask_to_join("yara")

    assert reader.visit("/admin/requests/").text(".side-nav .count") == "2"


def test_who_is_let_in_can_sign_in(app, reader, fay):
    page = reader.visit("/admin/requests/").submit(IN.format(fay))

    home = Browser(app.test_client()).visit("/sign-in")
    assert page.shows("Fay Ibarra is in.")
    assert home.submit(identifier="fay", password=PASSWORD).path == "/"


def test_who_is_let_in_is_seen_and_told(reader, fay):
    reader.visit("/admin/requests/").submit(IN.format(fay))

    assert last_letter().to == "fay@example.org"
    assert last_letter().subject == "Welcome to Inklings"
    assert reader.visit("/@fay").status == 200


def test_letting_in_is_written_down(reader, fay):
    reader.visit("/admin/requests/").submit(IN.format(fay))

    entry = db.session.query(AuditEntry).one()
    assert (entry.user_id, entry.action) == (fay.id, "request.approved")
    assert entry.actor_id not in {None, fay.id}


def test_who_is_refused_is_gone_and_told(reader, fay):
    with changes(User, by=-1), changes(Account, by=-1), changes(JoinRequest, by=-1):
        reader.visit("/admin/requests/").submit(OUT.format(fay))

    assert last_letter().to == "fay@example.org"
    assert last_letter().subject == "Your request to join Inklings"


def test_the_handle_of_who_was_refused_is_free_again(reader, fay):
    reader.visit("/admin/requests/").submit(OUT.format(fay))

    db.session.expunge_all()
    assert join("fay", "Another Fay").handle == "fay"


def test_a_refusal_is_written_down_with_who_refused(reader, fay):
    reader.visit("/admin/requests/").submit(OUT.format(fay))

    entry = db.session.query(AuditEntry).one()
    assert entry.user_id == entry.actor_id != fay.id
    assert (entry.action, entry.detail) == ("request.refused", "@fay")


@pytest.mark.parametrize("first", [IN, OUT])
@pytest.mark.parametrize("second", [IN, OUT])
def test_of_two_answers_the_first_counts(reader, fay, first, second):
    page = reader.visit("/admin/requests/")
    page.submit(first.format(fay))
    letters = len(mailbox())

    late = page.submit(second.format(fay))

    assert late.shows(TOO_LATE)
    assert len(mailbox()) == letters


def test_two_who_answer_in_one_moment_write_one_letter(race):
    with race.app.app_context():
        ann, dan = join("ann", "Ann", role="admin"), join("dan", "Dan", "moderator")
        fay = ask_to_join("fay")
    pages = [race.browser(who).visit("/admin/requests/") for who in (ann, dan)]

    answers = race.run(
        lambda: pages[0].submit(IN.format(fay)),
        lambda: pages[1].submit(OUT.format(fay)),
    )

    with race.app.app_context():
        assert len(mailbox()) == 1
    assert sum(answer.shows(TOO_LATE) for answer in answers) == 1


def test_members_are_no_requests(reader, bob):
    token = (
        reader.visit("/admin/requests/").browser.visit("/settings/").value("csrf_token")
    )

    page = reader.send(f"/admin/requests/{bob.id}/delete", {"csrf_token": token})

    assert page.shows(TOO_LATE)
    assert db.session.get(User, bob.id)


def test_a_reason_is_text_and_nothing_else(reader):
    ask_to_join("fay", reason="<script>alert(1)</script>")

    page = reader.visit("/admin/requests/")

    assert "<script>alert(1)</script>" in page.text("article")


def test_the_list_costs_the_same_however_long(reader):
    for number in range(25):
        ask_to_join(f"fay{number}")

    with queries(at_most=5):
        page = reader.visit("/admin/requests/")

    assert len(page.select("article")) == 20
