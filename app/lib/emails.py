"""E-mail addresses in one spelling."""

from email_validator import EmailNotValidError, validate_email

LONGEST = 254


def normalized(text: str) -> str:
    """Return ``text`` as the address is kept: normalized by RFC 6531, in lower case.

    :raises ValueError: when it is no address. Nobody is asked whether it exists.
    """
    try:
        found = validate_email(text.strip(), check_deliverability=False)
    except EmailNotValidError as error:
        raise ValueError(str(error)) from error
    return found.normalized.lower()
