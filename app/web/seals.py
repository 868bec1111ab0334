"""Words under the site's key, which only the site itself reads again."""

from flask import current_app

from app.lib.sealing import seal, unseal


def sealed(words: str) -> str:
    """``words`` under the key of now; opened by it, and later by it as a fallback."""
    return seal(words, _keys())


def unsealed(words: str) -> str | None:
    """What was sealed; None when no key of the site opens it any more."""
    try:
        return unseal(words, _keys())
    except ValueError:
        return None


def _keys() -> list[str]:
    config = current_app.config
    return [config["SECRET_KEY"], *config["SECRET_KEY_FALLBACKS"]]
