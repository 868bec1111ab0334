"""Whatever is typed into whatever form: it is answered, and never with a crash.

What a form changes is undone after each: the next one finds the same site.
"""

from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.extensions import cache, db, limiter
from tests.support.browser import HEADERS, Page
from tests.support.prose import a_property
from tests.web.full_site import fill
from tests.web.test_any_request import ODD
from tests.web.test_closed import addresses

odd = st.sampled_from(ODD) | st.binary(max_size=20)


@pytest.fixture
def forms(app, browser, ann, bob, cleo, heron):
    """Every form that the admin is shown: where it goes, and what it sends."""
    browser.sign_in(ann)
    found = {}
    for path in sorted({*addresses(app), *fill(ann, bob, cleo, heron)}):
        answer = browser.client.get(path)
        if answer.mimetype != "text/html":
            continue
        for form in Page(browser, answer).select("form[method=post]"):
            fields = sent_by(form)
            for action in goes_to(form):
                found[kind_of(app, action), frozenset(fields)] = action, fields
    return sorted(found.values(), key=str)


def goes_to(form):
    """Where its buttons send it; they can ask for a page instead (GET)."""
    send = form.select("[formaction]:not([formmethod=get])")
    others = [button["formaction"] for button in send]
    return [action for action in (form.get("action"), *others) if action]


def sent_by(form):
    """What the form sends, and what its buttons say."""
    fields = form.select("[name]:not([name=csrf_token])")
    return {field["name"]: field.get("value", field.get_text()) for field in fields}


def kind_of(app, action):
    site = app.url_map.bind("localhost")
    return site.match(action.partition("?")[0].partition("#")[0], method="POST")[0]


@pytest.fixture
def token(browser):
    return browser.visit("/settings/profile/").value("csrf_token")


def send(client, action, fields, token):
    body = urlencode([*fields.items(), ("csrf_token", token)])
    kind = "application/x-www-form-urlencoded"
    return client.post(action, data=body, headers=HEADERS, content_type=kind)


@st.composite
def typed(draw, forms):
    """One of the forms, with something odd in one of its fields or more."""
    action, fields = draw(st.sampled_from(forms))
    names = draw(st.sets(st.sampled_from([*fields, "next", "x"]), min_size=1))
    return action, fields | {name: draw(odd) for name in sorted(names)}


@pytest.fixture
def undone(app, browser):
    """Do something, and let nobody remember it: ``with undone():``."""
    connection = db._app_engines[app][None]

    @contextmanager
    def start():
        cookies = dict(browser.client._cookies)
        with connection.begin_nested() as savepoint:
            yield
            db.session.remove()
            savepoint.rollback()
        browser.client._cookies = cookies
        cache.clear()
        limiter.reset()

    return start


def test_nothing_that_is_typed_is_a_crash(browser, forms, token, undone):
    @settings(a_property, max_examples=60, suppress_health_check=list(HealthCheck))
    @given(typed(forms))
    def type_in(form):
        with undone():
            answer = send(browser.client, *form, token)
            answer.close()
        assert answer.status_code < 500, form

    type_in()


def test_no_form_is_taken_without_its_token(app, browser, forms):
    taken = []
    for action, fields in forms:
        with browser.client.post(action, data=fields, headers=HEADERS) as answer:
            if answer.status_code != 400:
                taken.append(kind_of(app, action))

    assert taken == []
