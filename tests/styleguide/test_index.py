import pytest


@pytest.fixture
def real_site(app):
    """The application as visitors of a real site meet it."""
    app.testing = False
    yield app
    app.testing = True


def test_visitors_of_a_real_site_have_no_styleguide(real_site, browser):
    assert browser.visit("/styleguide/").status == 404


def test_members_of_a_real_site_have_none_either(real_site, browser, ann):
    assert browser.sign_in(ann).visit("/styleguide/").status == 404
