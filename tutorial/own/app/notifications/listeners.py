"""What happens between people, and who is told of it."""

from app import events
from app.models.notification import FOLLOW, tell


@events.user_followed.connect
def tell_of_follower(follower, followed):
    tell(followed.id, FOLLOW, follower, f"{FOLLOW} {follower.id}")
