from app.extensions import db
from app.models import Face
from tests.support.database import changes

REMOVE = "form[action$=delete]"


def test_the_drawn_one_is_there_again(show_face, ann):
    page = show_face(ann)

    with changes(Face, by=-1):
        page = page.submit(REMOVE)

    assert page.shows("drawn from your handle again")
    assert ann.avatar_path == "/avatars/ann.svg"


def test_the_other_one_stays(show_face, ann):
    show_face(ann, "banner")

    show_face(ann).submit(REMOVE)
    db.session.expire_all()

    assert (ann.avatar_name, bool(ann.banner_name)) == ("", True)


def test_to_do_it_twice_does_no_harm(show_face, ann):
    page = show_face(ann)

    assert [page.submit(REMOVE).status for _ in range(2)] == [200, 200]
