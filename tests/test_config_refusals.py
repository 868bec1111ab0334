import pytest

from config import ConfigError
from tests.support.settings import configured


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is not set. Start with bin/run"),
        (
            {"SECRET_KEY": "dev"},
            "SECRET_KEY is too easy to guess: give it 32 characters.",
        ),
        ({"SECRET_KEY": "x" * 31}, "SECRET_KEY is too easy to guess"),
        ({"HSTS": "all"}, "HSTS must be one of host, subdomains, preload."),
        ({"SITE_URL": "example.org"}, "SITE_URL must look like https://example.org."),
        ({"SITE_URL": "ftp://example.org"}, "SITE_URL must look like"),
        ({"SITE_URL": "https://"}, "SITE_URL must look like"),
        ({"SITE_URL": "http://[::1"}, "SITE_URL must look like"),
        (
            {"TRUSTED_PROXIES": "yes"},
            "TRUSTED_PROXIES must be a number such as 0.",
        ),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES must be a number"),
        ({"TRUSTED_PROXIES": "1.5"}, "TRUSTED_PROXIES must be a number"),
        ({"MAIL_URL": "mail.example.org"}, "MAIL_URL must look like smtp://"),
        ({"MAIL_URL": "http://mail.example.org"}, "MAIL_URL must look like"),
        ({"MAIL_URL": "smtp://"}, "MAIL_URL must look like"),
        ({"MAIL_URL": "smtp://host:port"}, "MAIL_URL must look like"),
        ({"MEDIA_URL": "/var/pictures"}, "MEDIA_URL must look like s3://key:secret@"),
        ({"MEDIA_URL": "https://k:s@host/b"}, "MEDIA_URL must look like"),
        ({"MEDIA_URL": "s3://host/bucket"}, "MEDIA_URL must look like"),
        ({"MEDIA_URL": "s3://key:secret@host"}, "MEDIA_URL must look like"),
        ({"MEDIA_URL": "s3://key:secret@host:port/bucket"}, "MEDIA_URL must look like"),
        ({"MEDIA_QUOTA": "much"}, "MEDIA_QUOTA must be a number such as 500"),
        ({"MAIL_FROM": "ink"}, "MAIL_FROM must be an address such as"),
        ({"MAIL_FROM": "Ink <ink@example.org>"}, "MAIL_FROM must be an address"),
        ({"MAIL_FROM": "ink@example.org\nBcc: eve@a.b"}, "MAIL_FROM must be"),
        ({"SECURITY_CONTACT": "ink"}, "SECURITY_CONTACT must be an address"),
        ({"SECURITY_CONTACT": "http://a.b"}, "SECURITY_CONTACT must be"),
        ({"SECURITY_CONTACT": "a@b.c\nExpires: x"}, "SECURITY_CONTACT must be"),
        ({"SECURITY_CONTACT": "https://a.b/\nX: y"}, "SECURITY_CONTACT must be"),
        ({"WEBHOOK_NETWORKS": "10.0.0.1/8"}, "WEBHOOK_NETWORKS must look like"),
        ({"WEBHOOK_NETWORKS": "localhost"}, "WEBHOOK_NETWORKS must look like"),
        ({"OUTBOX_LEASE": "0"}, "OUTBOX_LEASE must be a number such as 300"),
        ({"OUTBOX_LEASE": "five"}, "OUTBOX_LEASE must be a number such as 300"),
        *(
            ({name: wrong}, f"{name} must look like 5 per hour or 300 per 5 minutes")
            for name in ("SIGN_UP_LIMIT", "API_LIMIT", "API_VISITOR_LIMIT")
            for wrong in ("5", "five per hour", "5 per era", "0 per hour", "none")
        ),
        ({"API_LIMIT": "5 per hour; 9 per day"}, "API_LIMIT must look like 5 per hour"),
        *(
            ({"PASSWORD_SHORTEST": wrong}, "PASSWORD_SHORTEST must be a number from 8")
            for wrong in ("0", "7", "65")
        ),
        ({"PASSWORD_SHORTEST": "ten"}, "PASSWORD_SHORTEST must be a number such as 10"),
        ({"PASSWORD_CHECK": "maybe"}, "PASSWORD_CHECK must be yes or no."),
        ({"JOINING": "anybody"}, "JOINING must be one of open, invitation, request"),
        ({"CONFIRM_ADDRESSES": "never"}, "CONFIRM_ADDRESSES must be yes or no."),
        ({"LINK_PREVIEWS": "perhaps"}, "LINK_PREVIEWS must be yes or no."),
        (
            {"GITHUB_CLIENT_ID": "x"},
            "GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET: set all of them, or none.",
        ),
        ({"OIDC_NAME": "Harbour"}, "OIDC_NAME and OIDC_ISSUER and OIDC_CLIENT_ID"),
        *(
            (
                {
                    "OIDC_NAME": "Harbour",
                    "OIDC_ISSUER": issuer,
                    "OIDC_CLIENT_ID": "x",
                    "OIDC_CLIENT_SECRET": "y",
                },
                "OIDC_ISSUER must look like https://id.example.org",
            )
            for issuer in (
                "id.example.org",
                "http://id.example.org",
                "http://192.168.0.1",
                "https://id.example.org?tenant=1",
                "https://id.example.org#here",
                "https://",
                f"https://{'x' * 250}.example",
            )
        ),
    ],
)
def test_a_wrong_setting_is_refused_with_advice(tmp_path, settings, message):
    with pytest.raises(ConfigError) as refused:
        configured(tmp_path, **settings)

    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("kept", ["", "\n", "short"])
def test_a_kept_key_must_be_good_too(tmp_path, kept):
    (tmp_path / "secret_key").write_text(kept)

    with pytest.raises(ConfigError, match="SECRET_KEY"):
        configured(tmp_path, SECRET_KEY="")
