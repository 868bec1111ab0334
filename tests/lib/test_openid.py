import pytest

from app.lib.openid import Person, discovered

ISSUER = "https://id.example.org"
DOCUMENT = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize",
    "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/keys",
}


def person(**claims):
    return Person.from_claims(ISSUER, {"sub": "zoe-1", **claims})


def test_a_person_is_an_issuer_and_a_subject():
    zoe = person(name="Zoë", preferred_username="zoe")

    assert (zoe.issuer, zoe.subject) == (ISSUER, "zoe-1")


@pytest.mark.parametrize(
    ("claims", "label"),
    [
        ({"preferred_username": "zoe", "email": "z@example.org"}, "zoe"),
        ({"email": "z@example.org", "name": "Zoë"}, "z@example.org"),
        ({"name": "Zoë"}, "Zoë"),
        ({}, "zoe-1"),
        ({"preferred_username": "zoe\u202e\n"}, "zoe"),
        ({"preferred_username": ["zoe"], "name": 7}, "zoe-1"),
        ({"preferred_username": "x" * 81}, "zoe-1"),
        ({"email": f"{'x' * 60}@{'y' * 100}.example"}, f"{'x' * 60}@{'y' * 58}…"),
    ],
)
def test_the_label_is_what_they_know_themselves_by(claims, label):
    assert person(**claims).label == label


@pytest.mark.parametrize(
    ("email", "verified", "believed"),
    [
        ("Zoe@Example.org", True, "zoe@example.org"),
        ("zoe@example.org", False, ""),
        ("zoe@example.org", "true", ""),
        ("zoe@example.org", None, ""),
        ("no address", True, ""),
        ("zoe@example.org\nBcc: all@example.org", True, ""),
        (["zoe@example.org"], True, ""),
    ],
)
def test_only_a_verified_address_is_believed(email, verified, believed):
    assert person(email=email, email_verified=verified).email == believed


@pytest.mark.parametrize(
    "subject", [None, "", 7, True, ["a"], "x" * 256, "zoë", "a\x00", "a\n", {"a": 1}]
)
def test_what_names_nobody_is_refused(subject):
    with pytest.raises(ValueError, match="subject"):
        person(sub=subject)


def test_a_person_survives_the_cookie():
    zoe = person(name="Zoë", email="zoe@example.org", email_verified=True)

    assert Person(**zoe.as_dict()) == zoe


def test_of_a_document_we_use_what_we_know():
    found = discovered({**DOCUMENT, "scope": "admin", "default_timeout": 0}, ISSUER)

    assert found["token_endpoint"] == f"{ISSUER}/token"
    assert not {"scope", "default_timeout"} & set(found)


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": "https://other.example"},
        {"issuer": f"{ISSUER}/"},
        {"issuer": None},
        {"token_endpoint": "http://id.example.org/token"},
        {"jwks_uri": ""},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"userinfo_endpoint": "ftp://id.example.org"},
    ],
)
def test_a_document_that_leads_astray_is_refused(change):
    with pytest.raises(ValueError, match=ISSUER):
        discovered({**DOCUMENT, **change}, ISSUER)


@pytest.mark.parametrize("document", [None, [], "text", 7])
def test_what_is_no_document_is_refused(document):
    with pytest.raises(ValueError, match=ISSUER):
        discovered(document, ISSUER)


@pytest.mark.parametrize(
    ("said", "believed"),
    [
        (None, ["RS256"]),
        (["RS256", "ES256"], ["RS256", "ES256"]),
        (["none", "HS256", "RS256"], ["RS256"]),
    ],
)
def test_signatures_are_made_with_public_keys(said, believed):
    document = {**DOCUMENT, "id_token_signing_alg_values_supported": said}

    found = discovered(document, ISSUER)

    assert found["id_token_signing_alg_values_supported"] == believed


def test_a_provider_that_signs_in_no_such_way_is_refused():
    document = {**DOCUMENT, "id_token_signing_alg_values_supported": ["HS256", "none"]}

    with pytest.raises(ValueError, match=ISSUER):
        discovered(document, ISSUER)


@pytest.mark.parametrize(
    ("known", "method"),
    [
        (None, "client_secret_basic"),
        (["client_secret_basic", "client_secret_post"], "client_secret_basic"),
        (["client_secret_post"], "client_secret_post"),
    ],
)
def test_the_secret_is_shown_as_the_provider_asks(known, method):
    document = {**DOCUMENT, "token_endpoint_auth_methods_supported": known}

    assert discovered(document, ISSUER)["token_endpoint_auth_method"] == method
