"""Who may import whom, as ARCHITECTURE draws it."""

import ast

import pytest

from app import models
from app.features import FEATURES
from tests.support.source import APP, imports, name_of, python_files, tree

ORDER = [feature.__name__.rpartition(".")[2] for feature in FEATURES]
# Which feature brings which part of the domain: chapters are cut along this line.
BROUGHT_BY = {
    "account": "auth",
    "audit_entry": "auth",
    "handle": "auth",
    "known_device": "auth",
    "login_session": "auth",
    "permissions": "auth",
    "rank": "auth",
    "user": "auth",
    "site": "setup",
    "sitemap": "sitemaps",
    "post": "posts",
    "publication": "posts",
    "address": "posts",
    "furniture": "posts",
    "mention": "posts",
    "standing": "posts",
    "block": "blocks",
    "mute": "mutes",
    "muted_word": "muted_words",
    "pin": "pins",
    "popularity": "popular",
    "tongues": "languages",
    "feature": "featured",
    "series": "series",
    "references": "posts",
    "notice": "posts",
    "post_count": "posts",
    "timelines": "posts",
    "timeline_entry": "timelines",
    "spreading": "timelines",
    "homes": "timelines",
    "returning": "timelines",
    "whoever": "muted_words",
    "versions": "posts",
    "working_copy": "posts",
    "bin": "bin",
    "search_index": "posts",
    "searched": "posts",
    "search_match": "search",
    "search_walks": "search",
    "searches": "search",
    "tag": "tags",
    "former_tag": "tags",
    "tag_aliases": "tags",
    "tag_changes": "tag_names",
    "tag_lists": "tags",
    "archives": "archives",
    "surroundings": "posts",
    "suggestions": "tag_suggestions",
    "findable": "handle_suggestions",
    "revision": "revisions",
    "picture": "media",
    "gallery": "media",
    "cover": "media",
    "face": "media",
    "follow": "follows",
    "follow_request": "follows",
    "tie": "follows",
    "reserve": "follows",
    "tag_follow": "tag_follows",
    "not_now": "acquaintances",
    "acquaintances": "acquaintances",
    "audience": "follows",
    "share": "shares",
    "outbox": "outbox",
    "notification": "notifications",
    "notification_settings": "notifications",
    "telling": "notifications",
    "news": "notifications",
    "feed_key": "notification_feeds",
    "account_token": "confirmations",
    "recovery_code": "recovery_codes",
    "totp": "totp",
    "passkey": "passkeys",
    "second_factors": "second_steps",
    "identity": "providers",
    "people": "people",
    "admission": "join_requests",
    "invitation": "invitations",
    "like": "likes",
    "bookmark": "bookmarks",
    "repost": "reposts",
    "comment": "comments",
    "comment_place": "comments",
    "comment_standing": "comments",
    "comment_like": "comments",
    "comment_upkeep": "comments",
    "threads": "comments",
    "discussion": "comments",
    "visit": "comments",
    "marks": "reposts",
    "echoes": "likes",
    "leaving": "absences",
    "matter": "reports",
    "report": "reports",
    "moderation_act": "moderation",
    "suspension": "standings",
    "link_preview": "link_previews",
    "conversation": "conversations",
    "correspondent": "conversations",
    "message": "conversations",
    "participant": "conversations",
    "reach": "conversations",
    "page": "pages",
    "page_address": "pages",
    "page_text": "pages",
}
# What all models are made of.
CLAY = {"__init__", "columns", "counting", "rows", "tally"}
SHARED = {"web", "models", "extensions", "events", "lib"}
MAY_IMPORT = {
    "lib": {"lib"},
    "extensions": set(),
    "events": set(),
    "models": {"models", "extensions", "events", "lib"},
    "web": {"web", "models", "extensions", "lib"},
    "jobs": SHARED,
    "features": set(ORDER),
    "__init__": SHARED | {"features", "jobs"},
}
# Satellites lend traits to hubs; hubs never lend to them.
HUBS = {"app.models.user", "app.models.post"}
# Above the hubs: they know them, and no hub knows them.
ABOVE = {
    "account",
    "login_session",
    "timelines",
    "tongues",
    "sitemap",
    "post_count",
    "timeline_entry",
    "spreading",
    "homes",
    "people",
    "suggestions",
    "tag_lists",
    "tag_changes",
    "archives",
    "surroundings",
    "search_walks",
    "searches",
    "gallery",
    "comment_upkeep",
    "acquaintances",
    "telling",
    "news",
    "echoes",
    "threads",
}
SATELLITES = sorted({*BROUGHT_BY, *CLAY} - {"__init__", "user", "post"} - ABOVE)
FILES = python_files()


def room_of(path):
    return path.relative_to(APP).parts[0].removesuffix(".py")


def inside(node):
    """What is imported from the application itself, without ``if TYPE_CHECKING``."""
    skipped = {
        number
        for child in ast.walk(node)
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        for number in range(child.lineno, child.end_lineno + 1)
    }
    for line, module in imports(node):
        if module.split(".")[0] == "app" and line not in skipped:
            yield line, module


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_one_way(path):
    room = room_of(path)
    allowed = MAY_IMPORT.get(room, SHARED | {room})
    wrong = [
        f"{name_of(path)}:{line} imports {module}; {room} may import {sorted(allowed)}"
        for line, module in inside(tree(path))
        if module.split(".")[1] not in allowed
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_stand_at_the_top(path):
    hidden = [
        f"{name_of(path)}:{line} imports {module} in {function.name}(): a cycle hides"
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef)
        for line, module in imports(function)
    ]
    assert not hidden, "\n".join(hidden)


@pytest.mark.parametrize("name", SATELLITES)
def test_satellites_do_not_know_the_hubs(name):
    path = APP / "models" / f"{name}.py"
    wrong = [
        module for _, module in inside(tree(path)) if module.rpartition(".")[0] in HUBS
    ]
    assert not wrong, (
        f"{name_of(path)} imports {wrong}: name the class in a string instead"
    )


def test_each_feature_is_listed_once():
    assert len(ORDER) == len(set(ORDER)), "a feature is listed twice in FEATURES"


def test_each_part_of_the_domain_is_brought_by_a_feature():
    files = {path.stem for path in python_files(APP / "models")} - CLAY
    assert files == set(BROUGHT_BY), (
        "say in BROUGHT_BY which feature brings a new file in app/models"
    )


def bringer(module):
    """The feature that brings what is imported as ``module`` from the domain."""
    room, _, name = module.removeprefix("app.").partition(".")
    if room != "models":
        return None
    file = name.partition(".")[0]
    known = vars(models).get(file)
    if isinstance(known, type):
        file = known.__module__.rpartition(".")[2]
    return BROUGHT_BY.get(file)


@pytest.mark.parametrize("feature", ORDER)
def test_a_feature_uses_only_what_stands_above_it(feature):
    above = ORDER[: ORDER.index(feature) + 1]
    wrong = [
        f"{name_of(path)}:{line} uses {module}, which {owner} brings further down"
        for path in python_files(APP / feature)
        for line, module in inside(tree(path))
        if (owner := bringer(module)) and owner not in above
    ]
    assert not wrong, "\n".join(wrong)
