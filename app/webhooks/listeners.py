"""What happens to somebody, left to the worker for the programs that are told of it."""

from app import events
from app.extensions import db
from app.models import Webhook
from app.models.webhook import COMMENTED, DELETED, FOLLOWED, PUBLISHED, UPDATED
from app.web.webhook_bodies import facts_about
from app.web.webhooks import tell


@events.post_appeared.connect
def tell_of_post(post):
    tell(post.author_id, PUBLISHED, post)


@events.post_revised.connect
def tell_of_new_text(post):
    if post.was_out:
        tell(post.author_id, UPDATED, post)


@events.post_vanished.connect
def tell_of_end(post):
    """What it was called is told now: it may be gone when that is sent."""
    tell(post.author_id, DELETED, post, facts_about)


@events.comment_written.connect
def tell_of_comment(comment):
    # Of their own words nobody is told: a program that answers would answer itself.
    if comment.author_id != comment.post.author_id:
        tell(comment.post.author_id, COMMENTED, comment)


@events.user_followed.connect
def tell_of_follower(follower, followed):
    tell(followed.id, FOLLOWED, follower)


@events.account_taken_back.connect
def end_later_ones(account, since):
    """Or a stranger would go on hearing what happens."""
    db.session.execute(Webhook.since(account.user_id, since))
