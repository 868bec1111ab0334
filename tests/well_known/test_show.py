from datetime import UTC, datetime, timedelta

import pytest

from app.lib.security_txt import security_txt
from app.models.columns import now

ADDRESS = "/.well-known/security.txt"


@pytest.fixture
def contact(app, monkeypatch):
    monkeypatch.setitem(app.config, "SECURITY_CONTACT", "holes@example.org")


@pytest.fixture
def fields(client, contact):
    lines = client.get(ADDRESS).text.splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_it_names_whom_one_tells(fields):
    assert fields["Contact"] == "mailto:holes@example.org"
    assert fields["Canonical"] == f"http://localhost{ADDRESS}"
    assert fields["Preferred-Languages"] == "en"


def test_it_holds_for_months_and_for_less_than_a_year(fields):
    ends = datetime.fromisoformat(fields["Expires"])

    assert timedelta(days=120) < ends - now() < timedelta(days=365)


@pytest.mark.parametrize("month", range(1, 13))
def test_it_ends_in_every_month_of_the_year(month):
    today = datetime(2027, month, 28, tzinfo=UTC)

    said = security_txt("https://a.example/", today, "https://a.example/", ["en"])

    assert said.startswith("Contact: https://a.example/\nExpires: 202")


def test_nobody_is_named_unless_the_settings_do(client):
    assert client.get(ADDRESS).status_code == 404


def test_it_is_there_before_the_site_is(client, contact, empty_site):
    assert client.get(ADDRESS).status_code == 200


def test_any_cache_may_keep_it(client, contact):
    answer = client.get(ADDRESS)
    again = client.get(ADDRESS, headers={"If-None-Match": answer.headers["ETag"]})

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert not {"Set-Cookie", "Vary"} & set(answer.headers.keys())
    assert again.status_code == 304
