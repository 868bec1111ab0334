from datetime import timedelta

from app.extensions import db
from app.models.columns import now


def test_a_post_is_taken_back_to_where_it_was(browser, ann, binned):
    page = browser.sign_in(ann).visit("/bin/").submit(".feed form")

    assert page.path == "/@ann/the-tide-tables"
    assert page.shows("It’s back where it was.")
    assert page.text(".prose") == "High water again."


def test_a_draft_is_taken_back_to_the_drafts(browser, ann, draft):
    draft.throw_away()
    db.session.commit()

    page = browser.sign_in(ann).visit("/bin/").submit(".feed form")

    assert (page.path, page.text(".feed h2")) == ("/drafts/", "Draft")


def test_taking_back_counts_again(browser, ann, binned):
    browser.sign_in(ann).visit("/bin/").submit(".feed form")

    assert browser.visit("/@ann").texts(".stats a")[0] == "1 post"


def test_nobody_takes_back_what_is_not_theirs(browser, bob, binned):
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    page = browser.send(f"/bin/{binned.id}/delete", {"csrf_token": token})

    assert page.status == 404
    db.session.refresh(binned)
    assert binned.deleted_at


def test_after_thirty_days_it_is_too_late(browser, ann, binned):
    page = browser.sign_in(ann).visit("/bin/")
    binned.deleted_at = now() - timedelta(days=30)
    db.session.commit()

    assert page.submit(".feed form").status == 404


def test_what_missed_its_time_in_the_bin_is_a_draft(browser, ann, draft):
    draft.publish(now() + timedelta(hours=1))
    draft.throw_away()
    draft.deleted_at -= timedelta(hours=3)
    draft.published_at -= timedelta(hours=2)
    db.session.commit()

    page = browser.sign_in(ann).visit("/bin/").submit(".feed form")

    assert page.shows("Its time passed while it lay here.")
    assert page.texts(".feed h2") == ["Draft"]
