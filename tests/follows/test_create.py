import pytest
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.models import Follow
from tests.support.database import changes


def test_the_button_turns_into_following(browser, ann, bob):
    profile = browser.sign_in(ann).visit("/@bob")

    with changes(Follow, by=1):
        profile = profile.submit("form.follow")

    assert profile.text("form.follow button") == "Following Bob Lindqvist"


def test_nobody_follows_themselves(browser, ann):
    home = browser.sign_in(ann).visit("/")

    with changes(Follow, by=0):
        browser.send("/@ann/follow", {"csrf_token": home.value("csrf_token")})


def test_the_table_refuses_it_too(ann):
    db.session.add(Follow(follower_id=ann.id, followed_id=ann.id))

    with pytest.raises(IntegrityError):
        db.session.flush()
