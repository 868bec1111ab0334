"""What is written down: enough to find a fault, and nobody's words."""

import pytest
from sqlalchemy import select, text

from app.extensions import db
from app.models import Outbox, User
from app.web import watch
from app.web.access import public
from app.web.outbox import defer, deliver, delivers

PASSWORD = "ninety nine red herrings"
TOKEN = "nZ3kQ9v_x7Lw2-TbRr8sYc1uHd5fEo6pJ4mGaVi0KWt"
ADDRESS = "a.secret.pen.name@example.org"
WORDS = "Nobody else is to read about the lighthouse"
SECRETS = (PASSWORD, TOKEN, ADDRESS, WORDS, "lighthouse", "herrings", "pen.name")


def compare_moment_with_words():
    db.session.scalars(select(User).where(User.created_at > WORDS)).all()


def ask_for_what_is_not_there():
    values = {"words": WORDS, "address": ADDRESS}
    db.session.execute(text("SELECT :words, :address FROM nowhere"), values)


def read_words_as_number():
    int(WORDS)


def fail_to_reach():
    raise OSError(f"smtp://{ADDRESS}:{TOKEN}@mail.example.org does not answer")


FAULTS = (
    compare_moment_with_words,
    ask_for_what_is_not_there,
    read_words_as_number,
    fail_to_reach,
)


def crash(browser, how):
    """Let the page for a forgotten password fail, with secrets all around."""

    def view(**_parts):
        how()

    app = browser.client.application
    app.view_functions["recoveries.edit"] = public(view)
    return browser.visit(f"/forgotten-password/{TOKEN}?email={ADDRESS}&note={WORDS}")


@pytest.fixture(params=FAULTS, ids=lambda how: how.__name__)
def crashed(request, loud, capsys):
    page = crash(loud, request.param)
    assert page.status == 500, page.text()
    return page, capsys.readouterr().err


def test_a_crash_tells_no_secret(crashed):
    assert not [secret for secret in SECRETS if secret in crashed[1]]


def test_a_crash_tells_where_it_was(crashed):
    assert "recoveries.edit" in crashed[1]
    assert "test_logs.py" in crashed[1]


def test_the_page_for_it_names_the_line(crashed):
    page, lines = crashed
    reference = page.answer.headers["X-Request-Id"]

    assert f"reference {reference})" in page.text("main p")
    assert f'"request": "{reference}"' in lines


def test_what_people_type_is_not_written_down(loud, bob, ann, capsys):
    page = loud.visit("/sign-in")
    page.submit("main form", identifier=ADDRESS, password=PASSWORD)
    loud.sign_in(bob).visit(f"/search/?q={WORDS}")
    loud.visit("/posts/new").submit("main form", body=WORDS, do="publish")
    loud.visit(f"/confirm-address/{TOKEN}")
    lines = capsys.readouterr().err

    assert lines.count('"status"') >= 5
    assert not [secret for secret in SECRETS if secret in lines]
    assert not [where for where in ("/sign-in", "/@", "127.0.0.1") if where in lines]


def test_a_line_says_what_one_asks_of_a_request(loud, bob, written):
    loud.sign_in(bob).visit("/explore/")
    line = written()[-1]

    assert (
        line.items()
        >= {
            **{"logger": "app.requests", "level": "info", "method": "GET"},
            **{"endpoint": "explore.index", "status": 200, "user": bob.id},
        }.items()
    )
    assert line["statements"] > 0
    assert line["ms"] > 0


@delivers("test.fails")
def _fail(_row, words):
    read_words_as_number()


def test_the_worker_says_at_which_row_it_was(loud, bob, written):
    with loud.client.application.test_request_context():
        defer("test.fails", words=WORDS)
        db.session.commit()
        row = db.session.scalars(select(Outbox).filter_by(kind="test.fails")).one()
        deliver(row.key)
    line = written()[-1]

    assert (line["job"], line["row"]) == ("test.fails", row.id)
    assert "lighthouse" not in line["trace"]


@pytest.mark.parametrize(
    "new", "\n \r \v \f \x1b[2J \x7f \x85 \u2028 \u2029".split(" ")
)
def test_a_line_for_people_is_one_line(like, capsys, new):
    app = like(LOG_FORMAT="text")
    app.logger.warning("One%sTwo%s2026-01-01 ERROR forged: line", new, new)
    lines = capsys.readouterr().err

    assert len(lines.splitlines()) == 1
    assert new not in lines.removesuffix("\n")


def test_so_is_each_line_of_a_trace(like, capsys):
    app = like(LOG_FORMAT="text")
    try:
        raise ValueError("one\r2026-01-01 ERROR forged: line\x1b[2J")
    except ValueError:
        app.logger.exception("It failed")

    assert not {"\r", "\x1b"} & set(capsys.readouterr().err)


@pytest.mark.parametrize(("setting", "count"), [("off", 0), ("slow", 0), ("all", 1)])
def test_requests_are_written_down_as_it_is_set(like, setting, count, capsys):
    like(ACCESS_LOG=setting).test_client().get("/healthz")

    assert capsys.readouterr().err.count("app.requests") == count


def test_what_is_slow_has_a_line_where_others_have_none(like, capsys, monkeypatch):
    monkeypatch.setattr(watch, "SLOW", 0.0)
    like(ACCESS_LOG="slow").test_client().get("/healthz")

    assert "GET health.show 200" in capsys.readouterr().err


def test_libraries_do_not_tell_what_goes_over_the_wire(like, capsys):
    app = like(LOG_LEVEL="debug")
    app.logger.getChild("x").debug("ours")
    db_logger = app.logger.root.getChild("botocore")
    db_logger.debug("theirs")

    assert "ours" in (lines := capsys.readouterr().err)
    assert "theirs" not in lines
