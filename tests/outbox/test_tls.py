"""TLS and passwords, as the address of the mail server says."""

from datetime import timedelta
from email.message import EmailMessage
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.lib.post_office import Unreachable, send
from app.models.columns import now
from tests.support.smtp import PASSWORD, USER, knows_password, post_office, tls_context

LOGIN = f"{USER}:{quote(PASSWORD, safe='')}@"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate that nobody has signed, as a mail server at home has it."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.home")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now() - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "cert.pem").write_bytes(made.public_bytes(pem))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return tls_context(str(folder / "cert.pem"), str(folder / "key.pem"))


@pytest.fixture
def message():
    message = EmailMessage()
    message["From"], message["To"] = "ink@example.org", "bob@example.org"
    message.set_content("Dear Bob")
    return message


def test_tls_begins_where_the_server_offers_it(certificate, message):
    with post_office(tls_context=certificate, require_starttls=True) as office:
        send(message, f"smtp://127.0.0.1:{office.port}")

    assert len(office.letters) == 1


def test_a_password_opens_the_door(certificate, message):
    options = {"authenticator": knows_password, "auth_required": True}
    with post_office(tls_context=certificate, **options) as office:
        send(message, f"smtp://{LOGIN}127.0.0.1:{office.port}")

    assert len(office.letters) == 1


def test_a_wrong_password_does_not(certificate, message):
    options = {"authenticator": knows_password, "auth_required": True}
    office = post_office(tls_context=certificate, **options)
    with office as office, pytest.raises(Unreachable, match="535"):
        send(message, f"smtp://{USER}:wrong@127.0.0.1:{office.port}")

    assert not office.letters


def test_no_password_goes_to_another_machine_without_tls(message, monkeypatch):
    monkeypatch.setattr("app.lib.post_office.is_loopback", lambda host: False)
    with post_office() as office, pytest.raises(Unreachable, match="without TLS"):
        send(message, f"smtp://{LOGIN}127.0.0.1:{office.port}")


def test_another_machine_has_to_show_who_it_is(certificate, message, monkeypatch):
    monkeypatch.setattr("app.lib.post_office.is_loopback", lambda host: False)
    office = post_office(tls_context=certificate)
    with office as office, pytest.raises(Unreachable, match="certificate"):
        send(message, f"smtp://127.0.0.1:{office.port}")

    assert not office.letters
