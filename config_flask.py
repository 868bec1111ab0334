"""What Flask and its extensions call by names of their own: ``config.py`` asks.

Beside it, since settings are read before there is an application to import.
"""

MIB = 1024 * 1024
FORMS: dict[str, object] = {
    # A page may stay open as long as its session: no word is lost to a timer.
    "WTF_CSRF_TIME_LIMIT": None,
    # Some browsers send no Referer; token, SameSite and __Host- suffice.
    "WTF_CSRF_SSL_STRICT": False,
    # The longest text in the widest script, percent-encoded, and some more.
    "MAX_CONTENT_LENGTH": 3 * MIB,
    "MAX_FORM_MEMORY_SIZE": 3 * MIB,
    "MAX_FORM_PARTS": 100,
}


def cookies(is_https: bool) -> dict[str, object]:
    """Their names, and who gets them."""
    # Binds a cookie to this host, by its name alone (RFC 6265bis, 4.1.3).
    prefix = "__Host-" if is_https else ""
    return {
        "COOKIE_PREFIX": prefix,
        "SESSION_COOKIE_NAME": f"{prefix}page",
        "SESSION_COOKIE_SECURE": is_https,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "LOGIN_COOKIE": f"{prefix}login",
        "DEVICE_COOKIE": f"{prefix}device",
    }


def engine_options(database_url: str) -> dict[str, object]:
    """How SQLAlchemy connects to the database."""
    # Errors tell no values: somebody wrote them.
    silent = {"hide_parameters": True}
    if database_url.startswith("sqlite"):
        return {**silent, "connect_args": {"timeout": 10}}
    return {
        **silent,
        "pool_size": 4,
        "max_overflow": 4,
        "pool_pre_ping": True,
        # Seconds, and milliseconds, after which a server that is away is given up.
        "pool_timeout": 10,
        "connect_args": {"connect_timeout": 5, "tcp_user_timeout": 15_000},
    }
