from app.comments.upkeep import rerender_older, rerender_some
from app.extensions import db
from app.lib.markdown import VERSION
from tests.support.database import fresh


def drawn_before(comment):
    comment.body_html, comment.renderer = "<p>Old.</p>", VERSION - 1
    db.session.commit()


def test_after_an_update_comments_are_drawn_again(bob, essay):
    said = bob.comment_on(essay, "It *did*.")
    drawn_before(said)

    rerender_some()

    assert fresh(said).body_html == "<p>It <em>did</em>.</p>"


def test_it_says_how_many_there_were(bob, essay):
    drawn_before(bob.comment_on(essay, "It did."))

    assert (rerender_older(), rerender_older()) == (1, 0)
