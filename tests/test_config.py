from pathlib import Path

import pytest

from config import Config, ConfigError

KEY = "a key that only the tests use, and nobody else"


@pytest.fixture
def make(tmp_path):
    """A configuration that is right but for what the test says."""

    def make(**settings):
        environ = {"SECRET_KEY": KEY, "INSTANCE_PATH": str(tmp_path), **settings}
        return Config.from_environ(environ)

    return make


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is not set. Start with bin/run"),
        (
            {"SECRET_KEY": "dev"},
            "SECRET_KEY is too easy to guess: give it 32 characters.",
        ),
        ({"SECRET_KEY": "x" * 31}, "SECRET_KEY is too easy to guess"),
        ({"SITE_URL": "example.org"}, "SITE_URL must look like https://example.org."),
        ({"SITE_URL": "ftp://example.org"}, "SITE_URL must look like"),
        ({"SITE_URL": "https://"}, "SITE_URL must look like"),
        ({"SITE_URL": "http://[::1"}, "SITE_URL must look like"),
        (
            {"TRUSTED_PROXIES": "yes"},
            "TRUSTED_PROXIES must be a number such as 0 or 1.",
        ),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES must be a number"),
        ({"TRUSTED_PROXIES": "1.5"}, "TRUSTED_PROXIES must be a number"),
    ],
)
def test_a_wrong_setting_is_refused_with_advice(make, settings, message):
    with pytest.raises(ConfigError) as refused:
        make(**settings)

    assert str(refused.value).startswith(message)


def test_the_key_that_is_kept_beside_the_database_is_used(make, tmp_path):
    (tmp_path / "secret_key").write_text(f"{KEY}\n")

    assert make(SECRET_KEY="").as_flask()["SECRET_KEY"] == KEY


def test_a_key_in_the_environment_comes_first(make, tmp_path):
    (tmp_path / "secret_key").write_text("x" * 64)

    assert make().secret_key == KEY


@pytest.mark.parametrize("kept", ["", "\n", "short"])
def test_a_kept_key_must_be_good_too(make, tmp_path, kept):
    (tmp_path / "secret_key").write_text(kept)

    with pytest.raises(ConfigError, match="SECRET_KEY"):
        make(SECRET_KEY="")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "http://127.0.0.1:8000"),
        ("TRUSTED_PROXIES", 0),
        ("SECRET_KEY_FALLBACKS", []),
        ("CACHE_TYPE", "SimpleCache"),
        ("BABEL_DEFAULT_LOCALE", "en"),
        ("WTF_CSRF_TIME_LIMIT", None),
        ("SESSION_COOKIE_SAMESITE", "Lax"),
        ("SESSION_COOKIE_SECURE", False),
        ("MAX_CONTENT_LENGTH", 2 * 1024 * 1024),
    ],
)
def test_what_nobody_sets_has_a_default(make, name, value):
    assert make().as_flask()[name] == value


def test_an_empty_setting_is_no_setting(make):
    assert make(SITE_URL="", TRUSTED_PROXIES="", LANGUAGE="") == make()


def test_everything_is_embedded_by_default(make, tmp_path):
    flask = make().as_flask()

    assert flask["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path}/inklings.sqlite"
    assert flask["RATELIMIT_STORAGE_URI"] == f"sqlite3://{tmp_path}"


def test_with_redis_workers_share_limits_and_cache(make):
    flask = make(REDIS_URL="redis://redis:6379/0").as_flask()

    assert (
        flask["RATELIMIT_STORAGE_URI"]
        == flask["CACHE_REDIS_URL"]
        == "redis://redis:6379/0"
    )
    assert flask["CACHE_TYPE"] == "RedisCache"


@pytest.mark.parametrize(
    "scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"]
)
def test_every_spelling_of_postgresql_finds_its_driver(make, scheme):
    config = make(DATABASE_URL=f"{scheme}://ann:a%2Fb@db:5432/inklings?sslmode=require")

    assert config.database_url == (
        "postgresql+psycopg://ann:a%2Fb@db:5432/inklings?sslmode=require"
    )


def test_an_sqlite_file_elsewhere_is_taken_as_it_is(make):
    assert (
        make(DATABASE_URL="sqlite:////data/a.sqlite").database_url
        == "sqlite:////data/a.sqlite"
    )


@pytest.mark.parametrize("site", ["https://example.org", "HTTPS://example.org"])
def test_with_https_cookies_belong_to_this_host_alone(make, site):
    flask = make(SITE_URL=site).as_flask()

    assert flask["SESSION_COOKIE_SECURE"]
    assert flask["SESSION_COOKIE_NAME"] == "__Host-page"
    assert flask["LOGIN_COOKIE"] == "__Host-login"


def test_without_https_cookies_work_all_the_same(make):
    flask = make(SITE_URL="http://example.org").as_flask()

    assert flask["SESSION_COOKIE_NAME"] == "page"
    assert flask["LOGIN_COOKIE"] == "login"


def test_the_site_answers_to_its_own_names_only(make):
    config = make(
        SITE_URL="https://Example.org:8443", TRUSTED_HOSTS="a.example, ,b.example"
    )

    assert config.hosts == [
        "example.org",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "a.example",
        "b.example",
    ]


def test_an_address_of_numbers_is_one_of_the_names(make):
    assert "[2001:db8::1]" in make(SITE_URL="http://[2001:db8::1]:8000").hosts


def test_the_site_address_is_kept_without_a_slash(make):
    assert (
        make(SITE_URL="https://example.org/").as_flask()["SITE_URL"]
        == "https://example.org"
    )


def test_older_keys_are_still_believed(make):
    flask = make(SECRET_KEY_FALLBACKS="first, second,").as_flask()

    assert flask["SECRET_KEY_FALLBACKS"] == ["first", "second"]


def test_the_number_of_proxies_is_a_number(make):
    assert make(TRUSTED_PROXIES="2").TRUSTED_PROXIES == 2


def test_the_instance_is_an_absolute_folder(make):
    assert make(INSTANCE_PATH="here").instance == Path("here").resolve()
