import pytest
from werkzeug.routing import AnyConverter

from app.extensions import db
from app.models import Account, Follow, LoginSession, Post, Site, User

TABLES = (Account, Follow, LoginSession, Post, Site, User)
ARGUMENTS = {
    "handle": "ann",
    "username": "ann",
    "slug": "the-tide-tables",
    "key": 1,
    "path": "site.css",
    "side": "followers",
    "language": "de",
    "box": "sent",
    "shelf": "mentions",
    "token": "made-up",
    "state": "failed",
    "purpose": "confirm",
    "code": "nothing2see4here",
    "name": "letterletterletterletterle",
    "file": "480.webp",
    "number": 1,
    "digest": "0123456789abcdef",
    "post_key": 1,
    "provider": "oidc",
    "year": 2026,
    "other": "ink",
    "month": 11,
}
# When somebody looked is noted once in a while, and changes nothing for anybody.
SEEN = {"home_seen_at", "home_left_at"}
# Anybody may choose these for themselves.
OPEN_CHOICES = {"/settings/appearance/", "/settings/language/"}
CLOSED = ["/posts/new", "/drafts/", "/bin/", "/settings/profile/", "/posts/1/edit"]


def addresses(app):
    """An address for every rule of the site."""
    for rule in app.url_map.iter_rules():
        parts = {name: argument(rule, name) for name in rule.arguments}
        yield app.url_map.bind("localhost").build(rule.endpoint, parts)


def argument(rule, name):
    """What stands in the address; one of a few where only those are known."""
    converter = rule._converters.get(name)
    few = isinstance(converter, AnyConverter)
    return min(converter.items) if few else ARGUMENTS[name]


def rows():
    """Everything in the database, to be compared."""
    db.session.expire_all()
    # In one order: PostgreSQL hands over last what was written last.
    return {table.__name__: sorted(map(str, rows_of(table))) for table in TABLES}


def rows_of(table):
    columns = (column for column in table.__table__.c if column.name not in SEEN)
    return db.session.execute(db.select(*columns))


@pytest.fixture
def before(essay, note):
    """What is in the database before anybody comes."""
    return rows()


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_visitor_changes_nothing_anywhere(app, client, before, method):
    found = {client.open(path, method=method).status_code for path in addresses(app)}

    assert found <= {303, 400, 401, 404, 405, 422}
    assert rows() == before


def test_nor_with_a_form_and_a_good_token(app, browser, before):
    token = browser.visit("/sign-in").value("csrf_token")
    form = {"csrf_token": token, "body": "Spam", "name": "Spam", "do": "publish"}
    closed = {path for path in addresses(app) if path not in OPEN_CHOICES}

    found = {browser.client.post(path, data=form).status_code for path in closed}

    assert found <= {303, 400, 401, 404, 405, 409, 415, 422}
    assert rows() == before


def test_a_member_changes_nothing_without_a_token(app, browser, bob, before):
    client = browser.sign_in(bob).client
    before = rows()

    found = {client.post(path).status_code for path in addresses(app)}

    # What is for programs knows no member by a cookie.
    assert found <= {400, 401, 404, 405, 422}
    assert rows() == before


def test_a_member_changes_nothing_by_reading(app, browser, bob, essay):
    client = browser.sign_in(bob).client
    before = rows()

    found = {client.get(path).status_code for path in addresses(app)}

    # 400: an application that asks for nothing.
    assert found <= {200, 301, 303, 308, 400, 401, 404, 405}
    assert rows() == before


@pytest.mark.parametrize("path", CLOSED)
def test_a_visitor_is_asked_to_sign_in_first(client, essay, path):
    answer = client.get(path)

    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in?next=")


@pytest.mark.parametrize("path", CLOSED)
def test_a_head_is_as_closed_as_a_get(client, essay, path):
    assert client.head(path).status_code == 303


def test_an_override_of_the_method_is_not_believed(browser, bob, before):
    client = browser.sign_in(bob).client
    headers = {"X-HTTP-Method-Override": "POST"}

    client.get("/posts/1/delete?_method=POST", headers=headers)

    assert rows()["Post"] == before["Post"]
