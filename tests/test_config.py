from pathlib import Path

import pytest

from tests.support.settings import KEY, configured


def test_the_key_that_is_kept_beside_the_database_is_used(tmp_path):
    (tmp_path / "secret_key").write_text(f"{KEY}\n")

    assert configured(tmp_path, SECRET_KEY="").as_flask()["SECRET_KEY"] == KEY


def test_a_key_in_the_environment_comes_first(tmp_path):
    (tmp_path / "secret_key").write_text("x" * 64)

    assert configured(tmp_path).secret_key == KEY


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "http://127.0.0.1:8000"),
        ("TRUSTED_PROXIES", 0),
        ("MAIL_URL", ""),
        ("MAIL_FROM", "inklings@localhost"),
        ("OUTBOX_LEASE", 300),
        ("DEVELOPMENT", False),
        ("CAN_SEND_MAIL", False),
        ("JOINING", ""),
        ("CONFIRM_ADDRESSES", True),
        ("PASSWORD_SHORTEST", 10),
        ("PASSWORD_CHECK", True),
        ("SIGN_UP_LIMIT", "5 per hour"),
        ("API_LIMIT", "1500 per 5 minutes"),
        ("API_VISITOR_LIMIT", "300 per 5 minutes"),
        ("SECRET_KEY_FALLBACKS", []),
        ("CACHE_TYPE", "SimpleCache"),
        ("BABEL_DEFAULT_LOCALE", "en"),
        ("WTF_CSRF_TIME_LIMIT", None),
        ("SESSION_COOKIE_SAMESITE", "Lax"),
        ("SESSION_COOKIE_SECURE", False),
        ("MAX_CONTENT_LENGTH", 3 * 1024 * 1024),
    ],
)
def test_what_nobody_sets_has_a_default(tmp_path, name, value):
    assert configured(tmp_path).as_flask()[name] == value


def test_an_empty_setting_is_no_setting(tmp_path):
    assert configured(
        tmp_path, SITE_URL="", TRUSTED_PROXIES="", SITE_LANGUAGE=""
    ) == configured(tmp_path)


def test_everything_is_embedded_by_default(tmp_path):
    flask = configured(tmp_path).as_flask()

    assert flask["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path}/inklings.sqlite"
    assert flask["RATELIMIT_STORAGE_URI"] == f"steady+sqlite3://{tmp_path}"


def test_with_redis_hosts_share_limits(tmp_path):
    flask = configured(tmp_path, REDIS_URL="redis://redis:6379/0").as_flask()

    assert flask["RATELIMIT_STORAGE_URI"] == "steady+redis://redis:6379/0"


@pytest.mark.parametrize(
    "scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"]
)
def test_every_spelling_of_postgresql_finds_its_driver(tmp_path, scheme):
    config = configured(
        tmp_path, DATABASE_URL=f"{scheme}://ann:a%2Fb@db:5432/inklings?sslmode=require"
    )

    assert config.database_url == (
        "postgresql+psycopg://ann:a%2Fb@db:5432/inklings?sslmode=require"
    )


def test_an_sqlite_file_elsewhere_is_taken_as_it_is(tmp_path):
    assert (
        configured(tmp_path, DATABASE_URL="sqlite:////data/a.sqlite").database_url
        == "sqlite:////data/a.sqlite"
    )


@pytest.mark.parametrize("site", ["https://example.org", "HTTPS://example.org"])
def test_with_https_cookies_belong_to_this_host_alone(tmp_path, site):
    flask = configured(tmp_path, SITE_URL=site).as_flask()

    assert flask["SESSION_COOKIE_SECURE"]
    assert flask["SESSION_COOKIE_NAME"] == "__Host-page"
    assert flask["LOGIN_COOKIE"] == "__Host-login"


def test_without_https_cookies_work_all_the_same(tmp_path):
    flask = configured(tmp_path, SITE_URL="http://example.org").as_flask()

    assert flask["SESSION_COOKIE_NAME"] == "page"
    assert flask["LOGIN_COOKIE"] == "login"


def test_the_site_answers_to_its_own_names_only(tmp_path):
    config = configured(
        tmp_path,
        SITE_URL="https://Example.org:8443",
        TRUSTED_HOSTS="a.example, ,b.example",
    )

    assert config.hosts == [
        "example.org",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "a.example",
        "b.example",
    ]


def test_an_address_of_numbers_is_one_of_the_names(tmp_path):
    assert (
        "[2001:db8::1]"
        in configured(tmp_path, SITE_URL="http://[2001:db8::1]:8000").hosts
    )


def test_the_site_address_is_kept_without_a_slash(tmp_path):
    assert (
        configured(tmp_path, SITE_URL="https://example.org/").as_flask()["SITE_URL"]
        == "https://example.org"
    )


def test_older_keys_are_still_believed(tmp_path):
    flask = configured(tmp_path, SECRET_KEY_FALLBACKS="first, second,").as_flask()

    assert flask["SECRET_KEY_FALLBACKS"] == ["first", "second"]


def test_the_number_of_proxies_is_a_number(tmp_path):
    assert configured(tmp_path, TRUSTED_PROXIES="2").TRUSTED_PROXIES == 2


def test_the_instance_is_an_absolute_folder():
    assert configured("here").instance == Path("here").resolve()


@pytest.mark.parametrize(
    ("site", "sender"),
    [
        ("https://ink.example.org", "inklings@ink.example.org"),
        ("http://192.168.1.7:8000", "inklings@localhost"),
        ("http://[::1]:8000", "inklings@localhost"),
    ],
)
def test_mail_comes_from_the_site(tmp_path, site, sender):
    assert configured(tmp_path, SITE_URL=site).mail_from == sender


@pytest.mark.parametrize(
    "settings", [{"MAIL_URL": "smtp://127.0.0.1:25"}, {"DEVELOPMENT": "1"}]
)
def test_mail_can_be_read_when_it_is_sent_or_in_a_try_out(tmp_path, settings):
    assert configured(tmp_path, **settings).as_flask()["CAN_SEND_MAIL"]


@pytest.mark.parametrize(
    ("word", "is_on"),
    [("1", True), ("yes", True), ("ON", True), ("0", False), ("no", False)],
)
def test_a_try_out_says_so(tmp_path, word, is_on):
    assert configured(tmp_path, DEVELOPMENT=word).DEVELOPMENT is is_on


@pytest.mark.parametrize(
    "limit", ["off", "5 per hour", "5/hour", "300 per 5 minutes", "1 PER DAY"]
)
def test_a_limit_is_said_in_words(tmp_path, limit):
    assert limit == configured(tmp_path, SIGN_UP_LIMIT=limit).SIGN_UP_LIMIT


@pytest.mark.parametrize(
    "issuer",
    [
        "https://id.example.org",
        "https://id.example.org/realms/ink/",
        "http://127.0.0.1:9000",
        "http://localhost:9000",
        "http://[::1]:9000",
    ],
)
def test_a_provider_is_named_by_its_issuer_as_it_is_spelled(tmp_path, issuer):
    provider = {
        "OIDC_NAME": "Harbour",
        "OIDC_ISSUER": issuer,
        "OIDC_CLIENT_ID": "inklings",
        "OIDC_CLIENT_SECRET": "a secret",
    }

    assert configured(tmp_path, **provider).as_flask()["OIDC_ISSUER"] == issuer
