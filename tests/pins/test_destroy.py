from app.extensions import db
from app.models import Pin
from tests.support.database import changes


def test_the_author_unpins_from_the_post(browser, ann, essay):
    ann.pin(essay)
    db.session.commit()
    page = browser.sign_in(ann).visit(essay.path)

    with changes(Pin, by=-1):
        page = page.submit("form.pin")

    assert page.text("form.pin button") == "Pin to your page"


def test_it_stands_among_the_others_again(browser, ann, essay):
    ann.pin(essay)
    ann.unpin(essay)
    db.session.commit()

    page = browser.visit("/@ann")

    assert page.texts(".feed h2") == ["The tide tables"]
    assert not page.select(".entry-context")
