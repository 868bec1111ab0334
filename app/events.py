"""The complete list of what can happen here and others may want to hear of."""

from blinker import Namespace

_signals = Namespace()

#: A visitor became a member. Sent by the user.
user_joined = _signals.signal("user-joined")

#: Somebody took an account back by the address that it had before. Sent by the account,
#: with ``since``: what was added to it from then on was not added by its owner.
account_taken_back = _signals.signal("account-taken-back")

#: Somebody follows somebody. Sent by the follower, with ``followed``.
user_followed = _signals.signal("user-followed")

#: A post stands on lists of others for the first time. Sent by the post, which says
#: whom it is for.
post_published = _signals.signal("post-published")

#: A post that others can read got another text. Sent by the post.
post_revised = _signals.signal("post-revised")
