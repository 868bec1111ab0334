"""What moderators and those who call them say: reasons, things, acts."""

from typing import Final

from flask import Flask
from flask_babel import lazy_gettext as _l

#: The same as in app/models/matter.py.
KINDS: Final = {
    "post": _l("Posts"),
    "comment": _l("Comments"),
    "message": _l("Messages"),
    "person": _l("Profiles"),
}
#: One of them, as a heading; and the heading of the page where it is reported.
THINGS: Final = {
    "post": _l("A post by %(name)s"),
    "comment": _l("A comment by %(name)s"),
    "message": _l("A message by %(name)s"),
    "person": _l("The profile of %(name)s"),
}
QUESTIONS: Final = {
    "post": _l("Report a post by %(name)s"),
    "comment": _l("Report a comment by %(name)s"),
    "message": _l("Report a message by %(name)s"),
    "person": _l("Report %(name)s"),
}
#: The same as in app/models/report.py.
REASONS: Final = {
    "spam": _l("Advertising or spam"),
    "harassment": _l("Harassment or hate"),
    "harmful": _l("Somebody could come to harm"),
    "illegal": _l("Against the law"),
    "rules": _l("Against the rules of this site"),
    "other": _l("Something else"),
}
#: The same as in app/models/moderation_act.py: what a moderator can choose.
ACTS: Final = {
    "dismiss": _l("Leave it as it is"),
    "hide": _l("Hide it"),
    "restore": _l("Show it again"),
    "warn": _l("Warn them"),
    "limit": _l("Limit them"),
    "unlimit": _l("Lift the limit"),
    "suspend": _l("Suspend them"),
    "unsuspend": _l("Lift the suspension"),
}
HINTS: Final = {
    "dismiss": _l("It’s within the rules. They learn nothing of it."),
    "hide": _l("Only they and moderators see it. It can come back as it was."),
    "restore": _l("Everybody sees it again who did before."),
    "warn": _l("They get your message, and nothing else happens."),
    "limit": _l("Only those who follow them find what they write."),
    "unlimit": _l("Everybody finds what they write again."),
    "suspend": _l(
        "They’re signed out and can’t sign in; nobody sees them or what they wrote."
    ),
    "unsuspend": _l("They can sign in, and all of theirs is back as it was."),
}
#: The same once it is done, as in “Dan · hid it”.
DEEDS: Final = {
    "dismiss": _l("left it as it is"),
    "hide": _l("hid it"),
    "restore": _l("showed it again"),
    "warn": _l("warned them"),
    "limit": _l("limited them"),
    "unlimit": _l("lifted the limit"),
    "suspend": _l("suspended them"),
    "unsuspend": _l("lifted the suspension"),
    "rename": _l("renamed a tag"),
    "merge": _l("merged two tags"),
}
#: What a letter to them is called, and what it says first.
SUBJECTS: Final = {
    "hide": _l("Something you wrote was hidden"),
    "restore": _l("Something you wrote is shown again"),
    "warn": _l("A word from the moderators"),
    "limit": _l("Your account is limited"),
    "unlimit": _l("Your account is no longer limited"),
    "suspend": _l("Your account is suspended"),
    "unsuspend": _l("Your account is no longer suspended"),
}
NEWS: Final = {
    "hide": _l(
        "A moderator has hidden something that you wrote. You still see it, and so do "
        "moderators; others don’t."
    ),
    "restore": _l("What a moderator had hidden is shown again, as it was."),
    "warn": _l("A moderator has looked at what you do, and asks you to take care."),
    "limit": _l(
        "A moderator has limited your account. You can write as before, but only those "
        "who follow you find it."
    ),
    "unlimit": _l("Everybody finds what you write again."),
    "suspend": _l(
        "A moderator has suspended your account. You can’t sign in, and nobody sees "
        "your page or what you wrote. Nothing is deleted."
    ),
    "unsuspend": _l("You can sign in again, and everything of yours is as it was."),
}
#: Days that a limit or a suspension lasts.
TERMS: Final = {
    "": _l("Until a moderator lifts it"),
    "1": _l("A day"),
    "7": _l("A week"),
    "30": _l("A month"),
    "90": _l("Three months"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        matter_kinds=KINDS,
        matter_titles=THINGS,
        report_titles=QUESTIONS,
        report_reasons=REASONS,
        act_hints=HINTS,
        act_deeds=DEEDS,
    )
