from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Passkey, RecoveryCode, Totp
from app.models.columns import now
from tests.support.accounts import account_of
from tests.support.database import changes, queries
from tests.support.factors import give_app, give_passkey


@pytest.fixture
def account(bob):
    return account_of(bob)


def test_at_first_there_is_none(account):
    assert not account.has_second_factor
    assert account.codes_left == 0


def test_app_and_passkeys_count_and_recovery_codes_do_not(account, bob):
    give_app(bob)
    give_passkey(bob)

    assert account.factor_count == 2


def test_whether_there_is_one_takes_one_statement(account):
    with queries(at_most=1):
        account.has_second_factor  # noqa: B018


def test_somebody_elses_factors_are_not_ones_own(account, cleo):
    give_app(cleo)
    give_passkey(cleo)

    assert not account.has_second_factor


def test_a_step_is_good_once(account, bob):
    give_app(bob)
    totp = account.totp
    later = totp.last_step + 1

    assert [totp.spend(later, "sealed") for _ in range(2)] == [True, False]


def test_an_earlier_step_is_none(account, bob):
    give_app(bob)
    totp = account.totp
    step = totp.last_step

    assert totp.spend(step + 2, "sealed")
    assert not totp.spend(step + 1, "sealed")


def test_a_recovery_code_is_good_once(account):
    code, *_rest = account.make_recovery_codes()
    db.session.flush()

    assert [account.spend_recovery_code(code) for _ in range(2)] == [True, False]
    assert account.codes_left == 9


def test_a_recovery_code_is_good_for_its_owner(account, cleo):
    code, *_rest = account.make_recovery_codes()
    db.session.flush()

    assert not account_of(cleo).spend_recovery_code(code)


def test_new_codes_replace_all_of_the_old(account):
    account.make_recovery_codes()
    db.session.flush()

    with changes(RecoveryCode, by=0):
        account.make_recovery_codes()
        db.session.commit()


@pytest.mark.parametrize(
    ("known", "new", "is_good"),
    [(0, 0, True), (0, 1, True), (5, 6, True), (5, 5, False), (5, 0, False)],
)
def test_a_count_has_to_grow_unless_there_is_none(bob, known, new, is_good):
    give_passkey(bob)
    passkey = db.session.query(Passkey).one()
    passkey.sign_count = known
    db.session.flush()

    assert passkey.spend(new, now()) is is_good


def test_a_question_from_before_the_last_use_is_void(bob):
    give_passkey(bob)
    passkey = db.session.query(Passkey).one()
    before = now() - timedelta(seconds=1)

    assert passkey.spend(0, before)
    assert not passkey.spend(0, before)


def test_when_the_last_factor_goes_the_codes_go(account, bob):
    give_app(bob)
    db.session.delete(account.totp)

    with changes(RecoveryCode, by=-10):
        account.settle_factors()
        db.session.commit()


def test_while_there_is_another_they_stay(account, bob):
    give_app(bob)
    give_passkey(bob)
    db.session.delete(account.totp)

    with changes(RecoveryCode, by=0):
        account.settle_factors()
        db.session.commit()


def test_all_of_it_goes_with_its_person(bob):
    give_app(bob)
    give_passkey(bob)

    with changes(Totp, by=-1), changes(Passkey, by=-1), changes(RecoveryCode, by=-10):
        db.session.delete(bob)
        db.session.commit()
