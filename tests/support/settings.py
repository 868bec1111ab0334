"""A configuration that is right but for what a test says."""

from config import Config

KEY = "a key that only the tests use, and nobody else"


def configured(folder: object, **settings: str) -> Config:
    """What ``settings`` in the environment make of the site in ``folder``."""
    return Config.from_environ(
        {"SECRET_KEY": KEY, "INSTANCE_PATH": str(folder), **settings}
    )
