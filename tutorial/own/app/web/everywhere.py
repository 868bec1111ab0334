"""What every page and every feature stands on, in the order of plugging in."""

from app.web import (
    access,  #: 8
    assets,
    commands,  #: 6-8
    errors,
    filters,
    headers,  #: 22
    logs,  #: 23
    mail,  #: 11
    pictures,  #: 15
    policies,  #: 21
    programs,  #: 20
    proxies,  #: 23
    templates,  #: 17
    urls,  #: 8
)

SHARED = (
    proxies,  #: 23
    logs,  #: 23
    programs,  #: 20
    urls,  #: 8
    assets,
    filters,
    templates,  #: 17
    access,  #: 8
    headers,  #: 22
    policies,  #: 21
    errors,
    mail,  #: 11
    pictures,  #: 15
    commands,  #: 6-8
)
