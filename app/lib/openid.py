"""Who a foreign identity provider says somebody is, and what of that we believe."""

from dataclasses import asdict, dataclass
from typing import Any, Self
from urllib.parse import urlsplit

from app.lib import emails
from app.lib.plaintext import one_line, shortened

#: Signatures with a public key. Those with a shared secret, and "none", are refused
#: whatever a document says (RFC 8725, 3.1).
ALGORITHMS = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512",
    "ES256", "ES384", "ES512", "EdDSA", "Ed25519",
)  # fmt: skip
GITHUB = "https://github.com"
_LONGEST_SUBJECT = 255
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True)
class Person:
    """Somebody whom a provider has vouched for.

    ``issuer`` and ``subject`` say who it is, and nothing else does. The rest is what
    they are called there: it fills in a form and is matched with nothing.
    """

    issuer: str
    subject: str
    label: str
    name: str = ""
    handle: str = ""
    #: Empty unless the provider has verified that it is theirs.
    email: str = ""

    def as_dict(self) -> dict[str, str]:
        return asdict(self)

    @classmethod
    def from_claims(cls, issuer: str, claims: dict[str, Any]) -> Self:
        """Read the verified claims of an ID token (OpenID Connect Core 1.0, 5.1).

        :raises ValueError: when they name nobody.
        """
        called = _line(claims, "preferred_username")
        email = _line(claims, "email", emails.LONGEST)
        subject = _subject(claims.get("sub"))
        return cls(
            issuer=issuer,
            subject=subject,
            label=shortened(called or email or _line(claims, "name") or subject, 120),
            name=_line(claims, "name"),
            handle=called.partition("@")[0],
            email=_address(email) if claims.get("email_verified") is True else "",
        )

    @classmethod
    def from_github(cls, user: dict[str, Any], addresses: Any) -> Self:
        """Read what GitHub's ``/user`` and ``/user/emails`` answer.

        The number stays with a person; a login can be given up and taken by another.

        :raises ValueError: when the answer names nobody.
        """
        if type(user.get("id")) is not int:
            raise ValueError("GitHub names nobody: its id is no number")
        login = _line(user, "login")
        return cls(
            issuer=GITHUB,
            subject=str(user["id"]),
            label=f"@{login}",
            name=_line(user, "name"),
            handle=login,
            email=_address(_primary(addresses)),
        )


def discovered(document: Any, issuer: str) -> dict[str, Any]:
    """Return what we use of a discovery document (OpenID Connect Discovery 1.0, 3).

    :raises ValueError: when it speaks for another issuer, lacks an endpoint or names
        one that would be asked over an open line, or signs in no way we believe.
    """
    if not isinstance(document, dict) or document.get("issuer") != issuer:
        raise ValueError(f"the discovery document is not the one of {issuer}")
    scheme = urlsplit(issuer).scheme
    found = {name: str(document.get(name, "")) for name in _ENDPOINTS}
    if document.get("userinfo_endpoint"):
        found["userinfo_endpoint"] = str(document["userinfo_endpoint"])
    for name, address in found.items():
        if not address.startswith(("https://", f"{scheme}://")):
            raise ValueError(f"the {name} of {issuer} is no address we would ask")
    said = document.get("id_token_signing_alg_values_supported") or ["RS256"]
    # An empty list would mean to Authlib that it may choose.
    if not (signed := [name for name in ALGORITHMS if name in said]):
        raise ValueError(f"{issuer} signs in no way that we believe")
    return {
        **found,
        "issuer": issuer,
        "id_token_signing_alg_values_supported": signed,
        "token_endpoint_auth_method": _auth_method(document),
        "says_who_answers": document.get(
            "authorization_response_iss_parameter_supported"
        )
        is True,
    }


def _auth_method(document: dict[str, Any]) -> str:
    """How to show our secret; HTTP Basic unless the provider knows only the other."""
    usual = "client_secret_basic"
    known = document.get("token_endpoint_auth_methods_supported") or [usual]
    return usual if usual in known else "client_secret_post"


def _subject(claim: Any) -> str:
    if not isinstance(claim, str) or not 0 < len(claim) <= _LONGEST_SUBJECT:
        raise ValueError("the subject is no name of at most 255 characters")
    if not claim.isascii() or not claim.isprintable():
        raise ValueError("the subject is not made of ASCII characters")
    return claim


def _line(claims: dict[str, Any], name: str, most: int = 80) -> str:
    """A claim as one clean line; a longer one is no use in any field of ours."""
    claim = claims.get(name)
    text = one_line(claim) if isinstance(claim, str) else ""
    return text if len(text) <= most else ""


def _primary(addresses: Any) -> str:
    """The verified address that somebody made their first at GitHub."""
    for address in addresses if isinstance(addresses, list) else ():
        if address.get("primary") is True and address.get("verified") is True:
            return _line(address, "email", emails.LONGEST)
    return ""


def _address(text: str) -> str:
    try:
        return emails.normalized(text) if text else ""
    except ValueError:
        return ""
