"""The complete list of what can happen here and others may want to hear of."""

from blinker import Namespace

_signals = Namespace()

#: Somebody follows somebody. Sent by the follower, with ``followed``.
user_followed = _signals.signal("user-followed")

#: A comment can be read. Sent by the comment, with the ``post`` that it stands below
#: and the comment that it ``answered``, or None.
comment_written = _signals.signal("comment-written")
