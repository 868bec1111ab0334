from io import BytesIO

import pytest

from app.models import Account
from tests.accounts.test_create import ZOE
from tests.support.database import changes

FORMS = ["/sign-up", "/sign-in", "/settings/appearance/"]


@pytest.fixture
def token(browser):
    """A token that is good, so that the body is all that is odd."""
    return browser.visit("/sign-up").value("csrf_token")


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[1]",
        "5",
        "null",
        '""',
        '{"handle": {}, "email": {}, "identifier": {}, "theme": {}}',
        '{"name": [5], "handle": [{}], "password": [7], "language": [[]]}',
    ],
)
def test_json_is_no_form(browser, token, path, body):
    with changes(Account, by=0):
        answer = browser.client.post(
            path,
            data=body,
            content_type="application/json",
            headers={"X-CSRFToken": token},
        )

    assert answer.status_code in {303, 400, 415, 422}


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=",
        "application/x-www-form-urlencoded; charset=no-such",
        "text/plain",
        "",
    ],
)
def test_a_broken_body_is_refused(browser, token, path, content_type):
    answer = browser.client.post(
        path,
        data=b"--x\r\nContent-Disposition: form-data; name=\xff\r\n\r\n\x00\xfe",
        content_type=content_type,
        headers={"X-CSRFToken": token},
    )

    assert answer.status_code in {303, 400, 422}


@pytest.mark.parametrize("field", ["name", "handle", "email", "password"])
def test_a_form_may_lack_a_field(browser, token, field):
    fields = {**ZOE, "csrf_token": token}
    del fields[field]

    answer = browser.client.post("/sign-up", data=fields)

    assert answer.status_code == (303 if field == "name" else 422)


def test_a_file_in_place_of_a_word_is_refused(browser, token):
    file = (BytesIO(b"zoe"), "zoe.txt")
    fields = {**ZOE, "handle": file, "csrf_token": token}

    answer = browser.client.post("/sign-up", data=fields)

    assert answer.status_code == 422


def test_of_a_field_sent_twice_the_first_counts(browser, token):
    fields = {**ZOE, "handle": ["zoe", "admin"], "csrf_token": token}

    with changes(Account, by=1):
        browser.client.post("/sign-up", data=fields)
