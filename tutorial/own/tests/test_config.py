"""Settings that come from the environment."""

import pytest

from config import Config, ConfigError


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_an_address_of_postgresql_gets_its_driver(scheme):
    config = Config.from_environ({"DATABASE_URL": f"{scheme}://ink@db/inklings"})

    assert config.database_url == "postgresql+psycopg://ink@db/inklings"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SITE_URL", "ink.example"),
        ("TRUSTED_PROXIES", "yes"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_setting_is_told_at_once_and_by_name(name, value):
    with pytest.raises(ConfigError, match=name):
        Config.from_environ({name: value})
