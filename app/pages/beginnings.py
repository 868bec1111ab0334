"""Texts to begin a page from: neutral, and true of every site as it comes."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

#: Under which address each is expected, and what it is about.
BEGINNINGS = {
    "about": (_l("About"), _l("What this place is, and who runs it")),
    "terms": (_l("Terms"), _l("What people agree to when they join")),
    "privacy": (_l("Privacy"), _l("What is kept about people, and for how long")),
}


def fields_of(slug, site_name):
    """What stands on the sheet of a page that is begun from one of them."""
    title, _about = BEGINNINGS[slug]
    note = _("This is a place to begin, and no advice of a lawyer.")
    note = f"> **{_('To be adapted.')}** {note}"
    parts = {"about": _about_it, "terms": _terms, "privacy": _privacy}[slug](site_name)
    return {
        "slug": slug,
        "title": str(title),
        "body": "\n\n".join((note, *parts)),
        "is_linked": True,
        "place": 1 + list(BEGINNINGS).index(slug),
    }


def _about_it(site):
    return (
        _("%(site)s is a place to write and to follow people who write.", site=site),
        _headed(_("Who runs it")),
        _("Write here who you are, and how people reach you."),
        _headed(_("How it works")),
        _("Everything stands in the order in which it was written. There are no ads."),
    )


def _terms(site):
    return (
        _("Whoever has an account on %(site)s agrees to these few rules.", site=site),
        _headed(_("Your words")),
        _("What you write stays yours. You let us show it to whom you have chosen."),
        _("Publish only what is yours, or what you are allowed to publish."),
        _headed(_("Each other")),
        _("No threats, no hate, no harassment, no spam, and nothing against the law."),
        _("Moderators can hide what breaks the rules, and limit or suspend accounts."),
        _headed(_("Leaving")),
        _("You can take all your words along, and delete your account at any time."),
        _headed(_("This service")),
        _("We do our best to keep it running, and cannot promise that it always does."),
    )


def _privacy(site):
    return (
        _("This is what %(site)s keeps about you, and for how long.", site=site),
        _headed(_("Who is responsible")),
        _("Write here the name, address and email of whoever runs this site."),
        _headed(_("Cookies")),
        _cookies(),
        _("None of them follows you to other sites, and no page loads anything there."),
        _headed(_("What is kept")),
        _kept(),
        _("Pictures are made anew: where and with what they were taken is not kept."),
        _("Words that could not be sent yet wait in your own browser, for 30 days."),
        _("A visitor’s browser keeps the last thirty posts it showed, for offline."),
        _headed(_("Your rights")),
        _("Under Settings you find a copy of everything, and the way to leave."),
        _("A deleted account is gone after 14 days. Only its handle stays taken."),
        _("What you wrote to others in private stays with them, without your name."),
        _("Backups are kept for: write here how long."),
    )


def _cookies():
    return _listed(
        _("One keeps you signed in: 12 hours, or until 30 days without a visit."),
        _("One protects forms, and remembers what you have just done."),
        _("One tells this browser from a strange one, to warn you of the latter."),
        _("Others remember the looks and the language that you have chosen."),
    )


def _kept():
    return _listed(
        _("Your email address, and a password that nobody can read."),
        _("What you write, follow, like and save, until you delete it."),
        _("Where you signed in from, until that session ends."),
        _("What happened to your account, and from where: 180 days."),
        _("Known browsers: a year after their last visit."),
        _("Letters that went out: a week, without their words."),
        _("Deleted posts: 30 days, so that you can take them back."),
    )


def _headed(words):
    return f"## {words}"


def _listed(*lines):
    return "\n".join(f"- {line}" for line in lines)
