from app.models import LoginSession
from tests.support.database import changes


def test_who_has_a_second_factor_is_asked_for_it(
    traveller, provider, linked, bob, bobs_app
):
    linked(bob, provider.issuer)

    with changes(LoginSession, by=0):
        page = traveller.go()

    assert page.path == "/sign-in/second-step"


def test_after_it_they_go_on_to_where_they_were_going(
    traveller, provider, linked, bob, bobs_app
):
    linked(bob, provider.issuer)
    asked = traveller.go("/sign-in/with/oidc?next=/people")

    page = asked.submit(one_time_code=bobs_app.code())

    assert page.path == "/people"


def test_a_wrong_code_signs_nobody_in(traveller, provider, linked, bob, bobs_app):
    linked(bob, provider.issuer)

    with changes(LoginSession, by=0):
        refused = traveller.go().submit(one_time_code="000000")

    assert refused.status == 422
