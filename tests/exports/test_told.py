"""Nothing about a person is missing from their copy without a reason."""

from app.exports.archive import told_tables
from app.extensions import db

# What of somebody is told in files of its own, or is nobody's to tell.
TOLD_ELSEWHERE = {
    "post": "posts/*.md",
    "former_slug": "posts/*.md, as former slugs",
    "feature": "account.json, as what they did",
    "pin": "posts/*.md, as pinned",
    "series": "profile.json, and posts/*.md",
    "follow": "following.csv and followers.csv",
    "conversation": "account.json, as participant",
    "message": "messages.json",
    "follow_request": "asked.csv; who asks somebody tells it in their own copy",
    "not_now": "not-now.csv",
    "block": "blocked.csv; nobody is told who has blocked them",
    "mute": "muted.csv; nobody is told who has muted them",
    "mention": "posts/*.md; what names them is in the words of others",
    "timeline_entry": "nothing of theirs: it is what others wrote",
    "person_entry": "profile.json, whose words it has",
    "limitation": "account.json, as what moderators did",
    "tag_follow": "profile.json, as followed tags",
    "comment": "comments.json",
    "notification_actor": "account.json, as how many there were",
    "like": "marks.json",
    "bookmark": "marks.json",
    "repost": "marks.json",
    "outbox": "letters that they have got, or will",
    "page": "nothing of theirs: pages belong to the site",
    "page_text": "nothing of theirs: pages belong to the site",
    "idempotency_key": "nothing of theirs: what they were answered, for a day",
    "matter": "nobody: it would tell them who has reported them",
}


def test_every_table_about_people_is_told_or_says_why_not():
    about_people = {
        table.name
        for table in db.metadata.sorted_tables
        if any(key.column.table.name == "user" for key in table.foreign_keys)
    }
    told = {table.__tablename__ for table in told_tables()}
    assert about_people == told | set(TOLD_ELSEWHERE), (
        "give the model a TOLD: what of a row its person finds in their copy"
    )
