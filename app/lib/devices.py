"""What a browser calls itself, in words that its owner understands."""

from ua_parser import parse

_PHONES = ("Android", "iOS")


def browser_and_system(user_agent: str) -> tuple[str, str]:
    """Return what is known of both, as in ``("Firefox", "Fedora")``; empty for nothing.

    :param user_agent: the header of that name (RFC 9110, section 10.1.5).
    """
    known = parse(user_agent)
    browser = known.user_agent.family if known.user_agent else ""
    system = known.os.family if known.os else ""
    return browser, system


def is_phone(user_agent: str) -> bool:
    """Whether it looks like something that fits into a pocket."""
    system = parse(user_agent).os
    return system is not None and system.family in _PHONES
