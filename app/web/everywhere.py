"""What every page and every feature stands on, in the order of plugging in."""

from app.web import (
    access,
    afterwards,
    assets,
    crawlers,
    current,
    errors,
    filters,
    headers,
    locale,
    mail,
    moderation_words,
    pictures,
    providers,
    proxies,
    templates,
    urls,
)

SHARED = (
    proxies,
    urls,
    locale,
    filters,
    templates,
    moderation_words,
    mail,
    pictures,
    assets,
    providers,
    headers,
    crawlers,
    afterwards,
    current,
    access,
    errors,
)
