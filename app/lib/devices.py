"""What a browser calls itself, in words that its owner understands."""

from ua_parser import parse

_PHONES = ("Android", "iOS")


def device_name(user_agent: str) -> str:
    """Return browser and system, as in "Firefox on Fedora"; empty if neither is known.

    :param user_agent: the header of that name (RFC 9110, section 10.1.5).
    """
    known = parse(user_agent)
    browser = known.user_agent.family if known.user_agent else ""
    system = known.os.family if known.os else ""
    return " on ".join(filter(None, (browser, system)))


def is_phone(user_agent: str) -> bool:
    """Whether it looks like something that fits into a pocket."""
    system = parse(user_agent).os
    return system is not None and system.family in _PHONES
