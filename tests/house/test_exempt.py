"""What may be sent without the secret field of a form."""

from app.web.programs import PREFIX

# A mail program has neither cookie nor token; what is signed in the address is the
# authority, and the only thing it can do is end one kind of letters (RFC 8058).
# Applications fetch and hand back tokens without a cookie: none is read there, and what
# they show in the form is the authority (RFC 6749, section 3.2; RFC 7009).
EXEMPT = {
    "app.unsubscriptions.views.create",
    "app.oauth_tokens.views.create",
    "app.oauth_revocations.views.create",
}


def test_nothing_else_is_exempt_from_csrf(app):
    csrf = app.extensions["csrf"]
    programs = set(app.blueprints["api"].parts)
    assert csrf._exempt_views | csrf._exempt_blueprints - programs == EXEMPT


def test_what_is_exempt_for_programs_reads_no_cookie(app):
    rules = app.url_map.iter_rules()
    paths = {rule.rule for rule in rules if rule.endpoint.startswith("api.")}
    assert all(path.startswith(PREFIX) for path in paths)
