"""Every feature of the site: whoever adds one lists it here."""

from app import (
    access_tokens,  #: 20
    accounts,  #: 8
    api,  #: 20
    assets,  #: 22
    auth,  #: 8
    avatars,  #: 10
    backups,  #: 23
    banners,  #: 10
    comments,  #: 14
    covers,  #: 15
    dev_mail,  #: 11
    drafts,  #: 12
    explore,
    feeds,  #: 13
    follows,  #: 16
    health,  #: 23
    media,  #: 15
    notices_read,  #: 17
    notifications,  #: 17
    other_sessions,  #: 21
    outbox,  #: 19
    pages,
    people,  #: 10
    posts,
    profiles,  #: 10
    recoveries,  #: 11
    search,  #: 18
    security,  #: 21
    sessions,  #: 21
    timelines,  #: 16
)

# In the order in which they build upon each other: each uses only what stands above.
FEATURES = (
    health,  #: 23
    assets,  #: 22
    avatars,  #: 10
    banners,  #: 10
    auth,  #: 8
    accounts,  #: 8
    recoveries,  #: 11
    media,  #: 15
    posts,
    covers,  #: 15
    comments,  #: 14
    drafts,  #: 12
    follows,  #: 16
    profiles,  #: 10
    timelines,  #: 16
    explore,
    feeds,  #: 13
    search,  #: 18
    notifications,  #: 17
    notices_read,  #: 17
    pages,
    people,  #: 10
    security,  #: 21
    sessions,  #: 21
    other_sessions,  #: 21
    outbox,  #: 19
    backups,  #: 23
    access_tokens,  #: 20
    api,  #: 20
    dev_mail,  #: 11
)
