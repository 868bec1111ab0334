from flask import Blueprint, json

from app.models.access_token import Scope
from app.web.access import public
from app.web.machines import kept_by_all
from app.web.oauth import issuer
from app.web.oauth_grants import AUTH_METHODS
from app.web.urls import absolute_url

bp = Blueprint("oauth_metadata", __name__, url_prefix="/.well-known")


@bp.get("/oauth-authorization-server")
@public
def show():
    """Say where applications ask, and how (RFC 8414)."""
    said = {
        "issuer": issuer(),
        "authorization_endpoint": absolute_url("consents.new"),
        "token_endpoint": absolute_url("oauth_tokens.create"),
        "revocation_endpoint": absolute_url("oauth_revocations.create"),
        "scopes_supported": list(Scope),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": AUTH_METHODS,
        "revocation_endpoint_auth_methods_supported": AUTH_METHODS,
        "authorization_response_iss_parameter_supported": True,
    }
    return kept_by_all(json.dumps(said), "application/json", seconds=3600)
