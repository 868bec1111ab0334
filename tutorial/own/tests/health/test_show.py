"""Signs of life."""

from pathlib import Path

from app.extensions import db


def test_the_process_answers_without_asking_anybody(browser):
    assert browser.client.get("/healthz").data == b"ok\n"


def test_it_is_ready_when_the_database_is(browser):
    assert browser.client.get("/readyz").status_code == 200


def test_without_its_database_it_is_alive_and_not_ready(app, browser):
    db.engine.dispose()
    for path in Path(app.instance_path).glob("inklings.sqlite*"):
        path.unlink()
    Path(app.instance_path, "inklings.sqlite").mkdir()

    assert browser.client.get("/readyz").status_code == 503
    assert browser.client.get("/healthz").status_code == 200


def test_no_cache_says_so_for_it(browser):
    assert browser.client.get("/healthz").headers["Cache-Control"] == "no-store"
