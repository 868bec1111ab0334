"""The letters of a try-out: there for who sits at the machine, for nobody else."""

import pytest

from app.extensions import db
from app.web.mail import post
from app.web.outbox import as_if_asked
from tests.support.mailbox import deliver_all


@pytest.fixture
def letter(app, bob):
    """A letter to Bob, kept on this machine."""
    with as_if_asked():
        post("test", bob.account, link="http://localhost/explore/")
        db.session.commit()
    deliver_all()


def test_a_letter_can_be_found(browser, letter):
    page = browser.visit("/dev/mail/")

    assert page.texts(".feed h2") == ["A letter from Inklings"]
    assert "bob@example.org" in page.text(".feed .meta")


def test_its_links_lead_on(browser, letter):
    page = browser.visit(browser.visit("/dev/mail/").select(".feed a")[0]["href"])

    assert page.select(".letter a")[0]["href"] == "http://localhost/explore/"


def test_as_html_it_can_do_nothing(browser, letter):
    path = browser.visit("/dev/mail/").select(".feed a")[0]["href"]
    page = browser.visit(f"{path}?as=html")

    assert page.select("a.button")[0]["href"] == "http://localhost/explore/"
    assert "sandbox" in page.answer.headers["Content-Security-Policy"]


def test_an_address_in_any_script_can_be_read(browser, app):
    with as_if_asked():
        post("test", None, to="bücher@example.org", link="http://localhost/")
        db.session.commit()
    deliver_all()

    assert browser.visit("/dev/mail/").shows("bücher@example.org")


def test_before_the_first_letter_it_says_so(browser, app):
    assert browser.visit("/dev/mail/").shows("No letters yet")


def test_no_browser_keeps_them(browser, letter):
    headers = browser.visit("/dev/mail/").answer.headers

    assert headers["Cache-Control"] == "no-store"


def test_the_foot_of_each_page_leads_there(browser, app, ann):
    assert browser.visit("/explore/").select(".colophon a[href='/dev/mail/']")


@pytest.mark.parametrize("path", ["/dev/mail/", "/dev/mail/one"])
def test_on_a_real_site_there_is_nothing(browser, ann, letter, monkeypatch, path):
    monkeypatch.setitem(browser.client.application.config, "DEVELOPMENT", False)

    assert browser.sign_in(ann).visit(path).status == 404


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via"]
)
def test_through_a_proxy_there_is_nothing(browser, letter, header):
    assert browser.visit("/dev/mail/", **{header: "127.0.0.1"}).status == 404


def test_from_another_machine_there_is_nothing(client, letter):
    elsewhere = {"REMOTE_ADDR": "192.168.1.7"}

    assert client.get("/dev/mail/", environ_overrides=elsewhere).status_code == 404


def test_under_a_name_of_the_world_there_is_nothing(client, letter, app, monkeypatch):
    monkeypatch.setitem(app.config, "TRUSTED_HOSTS", ["localhost", "ink.example"])

    answer = client.get("/dev/mail/", base_url="http://ink.example")

    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["..%2f..%2fsecret_key", "nothing", "*"])
def test_what_is_no_letter_is_not_shown(browser, letter, name):
    assert browser.visit(f"/dev/mail/{name}").status == 404


def test_where_mail_goes_out_there_is_nothing_to_read_here(browser, app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://127.0.0.1")

    assert browser.visit("/dev/mail/").status == 404
    assert not browser.visit("/explore/").select("a[href='/dev/mail/']")
