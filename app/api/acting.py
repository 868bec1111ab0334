"""How what acts for somebody looks to programs."""

from app.api.shapes import moment
from app.web.current import current_token
from app.web.devices import device_name


def token_shape(row):
    """A token of the reader; never itself."""
    return {
        "id": row.id,
        "type": row.kind,
        "name": row.name,
        "scopes": row.scopes,
        "current": row.id == current_token().id,
        **_times(row),
        "expiresAt": row.expires_at and moment(row.expires_at),
    }


def allowed_shape(one):
    """An application that the reader let in."""
    application = one.application
    return {
        "id": application.id,
        "name": application.name,
        "website": application.website,
        "scopes": sorted(one.scopes),
        **_times(one),
    }


def session_shape(row):
    """A browser in which the reader is signed in."""
    return {
        "id": row.id,
        "device": device_name(row.device),
        "network": row.network,
        "createdAt": moment(row.created_at),
        "seenAt": moment(row.seen_at),
        "expiresAt": moment(row.expires_at),
    }


def _times(row):
    used_at = row.used_at and moment(row.used_at)
    return {"createdAt": moment(row.created_at), "usedAt": used_at}
