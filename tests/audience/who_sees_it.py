"""For every state of a text: on which pages it stands, and who sees it there."""

WORD, TAG = "quince", "orchard"
ME = {"author"}
NEAR = {"author", "follower"}
ALL = {"visitor", "stranger", "follower", "former follower", "moderator", "author"}
MEMBERS = ALL - {"visitor"}
# Who is away themselves is asked on every page whether they come back.
READERS = [*sorted(ALL), "away"]
# Who has blocked the author, or was blocked, is shown it by a link to it alone; who
# has muted the author comes across it on no list of many.
APART = {"blocked", "blocking"}
FRONTS = {"explore.index", "popular.index", "languages.show", "featured.index"}
LISTS = FRONTS | {"archives.show", "tags.show"}

# What programs ask for: whoever sends them is a stranger there, and reads what all do.
FEEDS = {"feeds.show", "author_feeds.show", "tag_feeds.show"}
ANYBODY = ALL | {"away"}

# In which state the text is, on which pages it stands, and who sees it there.
DRAFT = {
    "posts.edit": ME,
    "drafts.index": ME,
    "revisions.show": ME,
    "shares.show": ALL,
}
WHO_SEES_IT = {
    "draft": DRAFT,
    "scheduled": DRAFT,
    "unpublished": DRAFT,
    "public": {
        "posts.edit": ME,
        "revisions.show": ME,
        "posts.show": ALL,
        "histories.show": ALL,
        "reports.new": MEMBERS - ME,
        "profiles.show": ALL,
        "their_archives.show": ALL,
        "archives.show": ALL,
        **dict.fromkeys(FRONTS, ALL),
        "tags.show": ALL,
        "timelines.index": NEAR | {"visitor"},
        **dict.fromkeys(FEEDS, ANYBODY),
        "bookmarks.index": MEMBERS,
        "reposts.new": MEMBERS - ME,
    },
    "unlisted": {
        "posts.edit": ME,
        "revisions.show": ME,
        "posts.show": ALL,
        "histories.show": ALL,
        "reports.new": MEMBERS - ME,
        "profiles.show": ME,
        "their_archives.show": ME,
        "bookmarks.index": MEMBERS,
    },
    "followers": {
        "posts.edit": ME,
        "revisions.show": ME,
        "posts.show": NEAR,
        "histories.show": NEAR,
        "reports.new": NEAR - ME,
        "profiles.show": NEAR,
        "their_archives.show": NEAR,
        "tags.show": NEAR,
        "timelines.index": NEAR,
        "bookmarks.index": NEAR,
        "shares.show": ALL,
    },
    "private": {
        "posts.edit": ME,
        "revisions.show": ME,
        "posts.show": ME,
        "profiles.show": ME,
        "their_archives.show": ME,
        "bookmarks.index": ME,
        "shares.show": ALL,
    },
    "binned": {"bin.index": ME},
    "hidden": {
        "posts.edit": ME,
        "drafts.index": ME,
        "revisions.show": ME,
        "posts.show": ME | {"moderator"},
    },
    "author limited": {
        "posts.edit": ME,
        "revisions.show": ME,
        "posts.show": ALL,
        "histories.show": ALL,
        "reports.new": MEMBERS - ME,
        "profiles.show": NEAR,
        "their_archives.show": NEAR,
        "tags.show": NEAR,
        "timelines.index": NEAR,
        "bookmarks.index": MEMBERS,
        "reposts.new": MEMBERS - ME,
    },
    "author away": {},
}
