"""The complete list of what can happen here and others may want to hear of."""

from blinker import Namespace

_signals = Namespace()

#: A visitor became a member. Sent by the user.
user_joined = _signals.signal("user-joined")

#: Somebody follows somebody. Sent by the follower, with ``followed``.
user_followed = _signals.signal("user-followed")

#: A post can be read by others for the first time. Sent by the post.
post_published = _signals.signal("post-published")
