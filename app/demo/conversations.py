"""What the people of the demo site say below each other's posts."""

from datetime import timedelta

from app.models.columns import now

#: How long after what it answers somebody says something.
PAUSE = timedelta(minutes=47)


def discuss(post, comments, people):
    """Have ``people``, by their handles, say ``comments`` below ``post``, in turn."""
    waiting = [(entry, None) for entry in comments]
    moment = post.published_at
    while waiting:
        entry, answered = waiting.pop(0)
        comment = people[entry["by"]].comment_on(post, entry["says"], answered)
        moment = min(moment + PAUSE, now())
        comment.created_at = moment
        waiting += [(reply, comment) for reply in entry.get("replies", ())]
