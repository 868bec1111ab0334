import pytest

from app.extensions import db
from app.lib.passwords import hash_password
from app.models import AuditEntry, LoginSession
from tests.fixtures.cast import PASSWORD
from tests.support.accounts import account_of
from tests.support.database import changes, statements
from tests.support.factors import enter_password
from tests.support.mailbox import mailbox

WRONG = "That code isn’t right"


@pytest.fixture
def step(browser, bobs_app):
    """The page that follows Bob's right password."""
    return enter_password(browser, "bob")


def test_the_password_alone_signs_nobody_in(browser, bobs_app):
    with changes(LoginSession, by=0):
        page = enter_password(browser, "bob")

    assert page.path == "/sign-in/second-step"
    assert page.text("h1") == "One more step"


def test_without_factors_the_password_is_enough(browser, cleo, bobs_app):
    assert enter_password(browser, "cleo").path == "/"


def test_members_without_factors_pay_one_statement_more(browser, cleo):
    with statements() as seen:
        enter_password(browser, "cleo")

    assert len([asked for asked in seen if "FROM totp" in asked]) == 1
    assert not [asked for asked in seen if "recovery_code" in asked]


def test_pages_ask_nothing_about_factors(browser, bob, bobs_app):
    browser.sign_in(bob)

    with statements() as seen:
        browser.visit("/")

    assert not [asked for asked in seen if "totp" in asked or "passkey" in asked]


def test_the_code_of_now_signs_in(step, bobs_app):
    with changes(LoginSession, by=1):
        home = step.submit(one_time_code=bobs_app.code())

    assert home.path == "/"
    assert home.shows("Bob Lindqvist")


@pytest.mark.parametrize("skew", [-29, 30])
def test_a_phone_may_be_wrong_by_half_a_minute(step, bobs_app, skew):
    assert step.submit(one_time_code=bobs_app.code(skew)).path == "/"


@pytest.mark.parametrize("skew", [-90, -60, 60, 90])
def test_a_clock_that_is_further_off_is_named(step, bobs_app, skew):
    with changes(LoginSession, by=0):
        page = step.submit(one_time_code=bobs_app.code(skew))

    assert page.status == 422
    assert "set the clock of your phone" in page.text("[role=alert]")


@pytest.mark.parametrize("typed", ["", "000", "abcdef", "x" * 40, "1" * 41, "\x00"])
def test_anything_else_is_refused(step, typed):
    with changes(LoginSession, by=0):
        page = step.submit(one_time_code=typed)

    assert page.status == 422
    assert page.select("[role=alert]")


def test_a_code_may_be_typed_with_a_space(step, bobs_app):
    code = bobs_app.code()

    assert step.submit(one_time_code=f" {code[:3]} {code[3:]}").path == "/"


def test_a_used_code_is_refused(browser, step, bobs_app):
    code = bobs_app.code()
    step.submit(one_time_code=code)
    browser.forget_cookies()

    page = enter_password(browser, "bob").submit(one_time_code=code)

    assert page.status == 422
    assert page.shows(WRONG)


def test_nor_is_an_older_one_good_after_a_newer(browser, step, bobs_app):
    step.submit(one_time_code=bobs_app.code(30))
    browser.forget_cookies()

    page = enter_password(browser, "bob").submit(one_time_code=bobs_app.code())

    assert page.status == 422


def test_somebody_elses_code_is_refused(browser, bobs_app, cleo):
    page = enter_password(browser, "bob")

    assert page.submit(one_time_code="123456").status == 422


def test_the_wrong_code_is_not_repeated(step):
    assert step.submit(one_time_code="123456").value("one_time_code") == ""


def test_keep_me_signed_in_is_kept(browser, bobs_app):
    page = enter_password(browser, "bob", keep="y")

    page.submit(one_time_code=bobs_app.code())

    assert db.session.query(LoginSession).one().is_kept


def test_the_closed_page_opens_afterwards(browser, bobs_app):
    page = browser.visit("/drafts/").submit(identifier="bob", password=PASSWORD)

    assert page.submit(one_time_code=bobs_app.code()).path == "/drafts/"


def test_a_new_password_ends_what_the_old_one_began(step, bob, bobs_app):
    account_of(bob).password_hash = hash_password("eight loud herons")
    db.session.commit()

    with changes(LoginSession, by=0):
        page = step.submit(one_time_code=bobs_app.code())

    assert page.text("h1") == "Welcome back"


def test_a_recovery_code_signs_in_and_is_told(step, bobs_app):
    page = step.submit(recovery_code=bobs_app.recovery_codes[3].upper())

    assert page.shows("That code is used up. 9 recovery codes are left.")
    assert "A recovery code was used." in mailbox()[-1].text
    assert "Recovery codes left: 9" in mailbox()[-1].text


def test_it_is_written_down(step, bobs_app):
    step.submit(recovery_code=bobs_app.recovery_codes[0])

    assert db.session.query(AuditEntry).filter_by(action="recovery_code.used").count()


def test_a_recovery_code_is_good_once(browser, step, bobs_app):
    code = bobs_app.recovery_codes[0]
    step.submit(recovery_code=code)
    browser.forget_cookies()

    page = enter_password(browser, "bob").submit(recovery_code=code)

    assert page.status == 422
    assert page.shows("That recovery code isn’t right, or was used before.")


def test_the_last_one_says_that_it_was_the_last(browser, bobs_app):
    for code in bobs_app.recovery_codes:
        browser.forget_cookies()
        page = enter_password(browser, "bob").submit(recovery_code=code)

    assert page.shows("That was your last recovery code.")


def test_a_recovery_code_fits_into_the_field_for_the_other(step, bobs_app):
    assert step.submit(one_time_code=bobs_app.recovery_codes[0]).path == "/"
