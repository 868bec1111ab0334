"""What happens between people, and who is told of it."""

from app import events
from app.models.notification import COMMENT, FOLLOW, REPLY, tell


@events.user_followed.connect
def tell_of_follower(follower, followed):
    tell(followed.id, FOLLOW, follower.id, f"{FOLLOW} {follower.id}")


@events.comment_written.connect
def tell_of_comment(comment, post, answered):
    # One group for both kinds: nobody is told of one comment twice.
    group = f"{COMMENT} {comment.id}"
    if answered:
        tell(answered.author_id, REPLY, comment.author_id, group, comment)
    tell(post.author_id, COMMENT, comment.author_id, group, comment)
