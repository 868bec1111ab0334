import pytest
from sqlalchemy import delete

from app.extensions import db
from app.models import Account, Follow, LoginSession, Post, User
from tests.support.database import changes

WORDS = {
    "name": "Ann",
    "bio": "Ink *on* paper",
    "location": "Lagos",
    "links": ["https://a.example"],
}


def test_a_profile_says_what_its_person_wrote(ann):
    ann.describe(**WORDS)
    db.session.commit()
    db.session.refresh(ann)

    assert (ann.name, ann.location, ann.links) == (
        "Ann",
        "Lagos",
        ["https://a.example"],
    )
    assert ann.bio_html == "<p>Ink <em>on</em> paper</p>"


def test_who_takes_their_name_away_goes_by_their_handle(ann):
    ann.describe(**{**WORDS, "name": ""})

    assert ann.name == "ann"


def test_no_bio_runs_a_script(ann):
    ann.describe(**{**WORDS, "bio": "a<script>alert(1)</script> <b onclick=x>b</b>"})

    assert ann.bio_html == "<p>a <b>b</b></p>"


def test_the_links_of_one_are_not_the_links_of_another(app):
    one, two = User.named("fay", ""), User.named("gus", "")
    one.links.append("https://a.example")

    assert two.links == []


@pytest.mark.parametrize("handle", ["ann", "Ann", "@ANN"])
def test_a_person_is_known_in_any_case(ann, bob, handle):
    assert db.session.scalar(User.known_as(handle)) is ann


def test_a_profile_has_its_path(ann):
    assert ann.path == "/@ann"


def test_a_person_whose_account_was_read_can_be_removed(ann):
    with changes(Account, by=-1):
        db.session.delete(ann)
        db.session.flush()


@pytest.mark.parametrize(
    ("model", "by"),
    [(User, -1), (Account, -1), (Post, -1), (Follow, -2), (LoginSession, -1)],
)
def test_with_a_person_goes_all_that_is_theirs(ann, bob, essay, note, model, by):
    ann.follow(bob)
    bob.follow(ann)
    LoginSession.begin(ann, device="", keep=False)
    db.session.commit()

    with changes(model, by=by):
        db.session.execute(delete(User).where(User.id == ann.id))
