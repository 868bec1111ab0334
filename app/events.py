"""The complete list of what can happen here and others may want to hear of."""

from blinker import Namespace

_signals = Namespace()

#: A visitor became a member. Sent by the user.
user_joined = _signals.signal("user-joined")

#: Somebody joined by an invitation. Sent by who invited, with ``guest``.
invitation_accepted = _signals.signal("invitation-accepted")

#: Somebody took an account back by the address that it had before. Sent by the account,
#: with ``since``: what was added to it from then on was not added by its owner.
account_taken_back = _signals.signal("account-taken-back")

#: Somebody follows somebody. Sent by the follower, with ``followed``.
user_followed = _signals.signal("user-followed")

#: Somebody need not be asked any more, and whoever waited follows. Sent by the person,
#: with the ``moment`` at which all of these began to follow.
all_let_in = _signals.signal("all-let-in")

#: Somebody follows somebody no longer. Sent by who followed, with ``followed``.
user_unfollowed = _signals.signal("user-unfollowed")

#: Somebody follows a tag. Sent by the person, with ``tag``.
tag_followed = _signals.signal("tag-followed")

#: Somebody follows a tag no longer. Sent by the person, with ``tag``.
tag_unfollowed = _signals.signal("tag-unfollowed")

#: A tag has another name. Sent by the tag.
tag_renamed = _signals.signal("tag-renamed")

#: What stood under two tags stands under one. Sent by the tag that is left, with
#: ``former_id``, the number of the one that is no more.
tags_merged = _signals.signal("tags-merged")

#: Who finds a post, or from when on, may have changed. Sent by the post.
post_settled = _signals.signal("post-settled")

#: A post stands on lists of others for the first time. Sent by the post, which says
#: whom it is for.
post_published = _signals.signal("post-published")

#: A post that nobody else could read can be read, the first time or again. Sent by the
#: post, which says whom it is for.
post_appeared = _signals.signal("post-appeared")

#: A post that others could read can be read by nobody else any more. Sent by the post.
post_vanished = _signals.signal("post-vanished")

#: A post that others can read got another text. Sent by the post.
post_revised = _signals.signal("post-revised")

#: Somebody asks to follow a person who says yes or no first. Sent by who asks, with
#: ``followed``.
follow_requested = _signals.signal("follow-requested")

#: Such a person said yes. Sent by that person, with ``follower``.
follow_accepted = _signals.signal("follow-accepted")

#: Two people are apart from now on. Sent by who blocked, with ``blocked``; whatever
#: ties the two has to end.
user_blocked = _signals.signal("user-blocked")

#: Somebody likes a post. Sent by the person, with ``post``.
post_liked = _signals.signal("post-liked")

#: Somebody shows a post to their followers. Sent by the repost, which knows its post,
#: who did it, and what they said of it.
post_reposted = _signals.signal("post-reposted")

#: Somebody shows it to them no longer. Sent by the person, with ``post``.
post_unreposted = _signals.signal("post-unreposted")

#: A comment can be read. Sent by the comment, which knows its post, its author and
#: what it answers.
comment_written = _signals.signal("comment-written")

#: Somebody likes a comment. Sent by the person, with ``comment``.
comment_liked = _signals.signal("comment-liked")

#: A text that others can read names people for the first time. Sent by the post or the
#: comment, with ``people``.
people_mentioned = _signals.signal("people-mentioned")

#: Somebody takes back what another was told of. Sent by who did it, with ``told_id``,
#: the number of that other person; the ``kind``, "like", "repost", "follow" or
#: "follow_request"; and the ``post`` or the ``comment``, where it was about one.
taken_back = _signals.signal("taken-back")

#: A message went to a conversation. Sent by the message.
message_sent = _signals.signal("message-sent")

#: Somebody told the moderators of something. Sent by the report.
report_filed = _signals.signal("report-filed")

#: A moderator did something about a person or their words. Sent by the act, which knows
#: what was done, to whom, and why.
moderated = _signals.signal("moderated")
