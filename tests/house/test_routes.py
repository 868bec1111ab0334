"""What is open, what changes things, and what views are called."""

import pytest

from app.web.access import is_public
from tests.support.source import python_files

VERBS = {"index", "show", "new", "create", "edit", "update", "destroy"}
CHANGE = {"create", "update", "destroy"}
PROGRAMS_SAY = {"create": {"POST"}, "update": {"PUT", "PATCH"}, "destroy": {"DELETE"}}

# Open to everybody. Whoever opens one more writes it down here.
OPEN = {
    # Posts of any kind, by programs.
    *("api.posts.show", "api.notes.index", "api.series.show"),
    *("api.profile_series.index", "api.comment_replies.index"),
    *("api.post_comments.index", "api.post_comments.show"),
    "api.users.create",
    "api.sign_ins.create",
    "api.profiles.show",
    "api.articles.index",
    "api.articles.show",
    "api.comments.index",
    "api.tags.index",
    "api.explore.index",
    "api.popular.index",
    "api.featured.index",
    "api.tagged_posts.index",
    "api.profile_posts.index",
    "api.search.index",
    "api.followers.index",
    "api.following.index",
    "api.openapi.show",
    "api_reference.show",
    "assets.show",
    "health.show",
    "health.index",
    "metrics.show",
    "avatars.show",
    "cards.show",
    "banners.show",
    "media.show",
    "dev_mail.index",
    "dev_mail.show",
    "auth.new",
    "auth.create",
    "auth.destroy",
    "second_steps.new",
    "second_steps.create",
    "second_steps.destroy",
    "passkey_options.create",
    "passkey_sign_ins.new",
    "passkey_sign_ins.create",
    "accounts.new",
    "accounts.create",
    "providers.new",
    "providers.show",
    "introductions.new",
    "introductions.create",
    "accounts.show",
    "confirmations.edit",
    "confirmations.update",
    "recoveries.new",
    "recoveries.create",
    "recoveries.show",
    "recoveries.edit",
    "recoveries.update",
    "address_changes.edit",
    "address_changes.update",
    "address_reversals.edit",
    "address_reversals.update",
    "setup.new",
    "setup.create",
    "settings.index",
    "appearance.edit",
    "appearance.update",
    "shortcuts.show",
    "offline.index",
    "offline.show",
    "language.edit",
    "language.update",
    "unsubscriptions.new",
    "unsubscriptions.create",
    "profiles.index",
    "profiles.show",
    "posts.show",
    "pages.show",
    "comments.index",
    "comments.show",
    "histories.index",
    "histories.show",
    "shares.show",
    "series.show",
    "follows.index",
    "explore.index",
    "popular.index",
    "languages.index",
    "languages.show",
    "featured.index",
    "likes.index",
    "reposts.index",
    "their_reposts.index",
    "long_reads.index",
    "timelines.index",
    "tags.index",
    "tags.show",
    "search.index",
    "search_suggestions.index",
    "robots.show",
    "oembed.show",
    "sitemaps.index",
    "sitemaps.show",
    "icons.show",
    "manifest.show",
    "well_known.show",
    "well_known.edit",
    "oauth_metadata.show",
    "oauth_tokens.create",
    "oauth_revocations.create",
    "archives.index",
    "archives.show",
    "their_archives.index",
    "their_archives.show",
    "feeds.index",
    "feeds.show",
    "feed_guesses.show",
    "author_feeds.show",
    "tag_feeds.show",
    "series_feeds.show",
    "comment_feeds.show",
    "search_feeds.show",
    "notification_feeds.show",
    "styleguide.index",
}


@pytest.fixture
def rules(app):
    return list(app.url_map.iter_rules())


def test_the_open_views_are_those_we_decided_upon(app, rules):
    found = {rule.endpoint for rule in rules if is_public(rule.endpoint)}
    assert found == OPEN, f"opened or closed without a word here: {found ^ OPEN}"


def test_views_are_named_by_the_seven_verbs(rules):
    odd = {rule.endpoint for rule in rules if rule.endpoint.split(".")[-1] not in VERBS}
    assert not odd, f"{odd}: a new verb is a new resource, a package of its own"


def test_what_changes_things_is_a_post(rules):
    wrong = {
        rule.endpoint
        for rule in rules
        if rule.endpoint.split(".")[-1] in CHANGE
        and not rule.methods - {"OPTIONS"} <= may_change(rule)
    }
    assert not wrong, f"{wrong}: no state changes by GET"


def may_change(rule):
    """Browsers send forms by POST alone; programs say what they want to do."""
    verb = rule.endpoint.split(".")[-1]
    return PROGRAMS_SAY[verb] if rule.rule.startswith("/api/") else {"POST"}


def test_what_only_shows_is_a_get(rules):
    wrong = {
        rule.endpoint
        for rule in rules
        if rule.endpoint.split(".")[-1] not in CHANGE and "POST" in rule.methods
    }
    assert not wrong, f"{wrong}: new and create, edit and update are two functions"


def test_every_view_says_what_it_does(app):
    silent = [name for name, view in app.view_functions.items() if not view.__doc__]
    assert not silent, f"{silent}: one line is enough"


def test_every_admin_page_asks_for_a_permission_and_who_it_is(app, rules):
    views = {
        rule.endpoint: app.view_functions[rule.endpoint]
        for rule in rules
        if rule.rule.startswith("/admin")
    }
    bare = {
        name
        for name, view in views.items()
        if not (hasattr(view, "permission") and hasattr(view, "is_sudo"))
    }
    assert not bare, f"{bare}: say @permitted(ADMINISTER) and @sudo"


def test_nobody_joins_past_the_door():
    """But for the first visitor, who finds no door yet."""
    open_accounts = {
        path.parent.name: path.read_text()
        for path in python_files()
        if path.name == "views.py" and "Account.open(" in path.read_text()
    }
    past = {
        name
        for name, text in open_accounts.items()
        if name != "setup" and "admit(" not in text
    }
    assert not past, f"{past}: ask web/joining.py who may join"


# What may be changed in the settings without a fresh proof of who one is: words and
# looks, who may follow, what only shuts doors, what goes where other things went, and
# what a mailed link proves. All else asks first.
EASY = {
    "profiles.update",
    "faces.create",
    "faces.update",
    "faces.destroy",
    "appearance.update",
    "language.update",
    "notification_settings.update",
    "privacy.update",
    "message_settings.update",
    "muted_words.create",
    "muted_words.destroy",
    "notification_feeds.destroy",
    "invitations.create",
    "invitations.destroy",
    "sessions.destroy",
    "other_sessions.destroy",
    "access_tokens.destroy",
    "allowed_applications.destroy",
    "addresses.destroy",
    "address_changes.update",
    "webhooks.destroy",
    "webhook_tests.create",
    "webhook_deliveries.create",
    "webhook_pauses.create",
}


def test_what_is_dear_asks_who_one_is(app, rules):
    bare = {
        rule.endpoint
        for rule in rules
        if rule.rule.startswith("/settings/")
        and "POST" in rule.methods
        and not hasattr(app.view_functions[rule.endpoint], "is_sudo")
    }
    assert bare == EASY, f"{bare ^ EASY}: say @sudo, or here why not"
