"""Inklings: the only module that sees everything."""

from flask import Flask

from app import (
    absences,
    account,
    accounts,
    activity,
    address_changes,
    address_reversals,
    addresses,
    admin,
    appearance,
    assets,
    audit,
    auth,
    autosaves,
    avatars,
    banners,
    bin,
    confirmations,
    demo,
    dev_mail,
    drafts,
    explore,
    exports,
    extensions,
    faces,
    farewells,
    follows,
    handle_suggestions,
    handles,
    health,
    histories,
    identities,
    introductions,
    invitations,
    jobs,
    join_requests,
    language,
    link_previews,
    mail_settings,
    media,
    other_sessions,
    outbox,
    passkey_options,
    passkey_sign_ins,
    passkeys,
    passwords,
    people,
    picture_parts,
    pins,
    posts,
    previews,
    profiles,
    providers,
    pruning,
    publications,
    recoveries,
    recovery_codes,
    restorations,
    revisions,
    second_factors,
    second_steps,
    security,
    series,
    series_parts,
    sessions,
    settings,
    setup,
    shares,
    site_settings,
    styleguide,
    sudo,
    tag_suggestions,
    tags,
    their_invitations,
    their_sessions,
    timelines,
    totp,
    unsubscriptions,
    vouched_addresses,
)
from app.web import (
    access,
    current,
    errors,
    filters,
    headers,
    locale,
    mail,
    pictures,
    proxies,
    templates,
    urls,
)
from app.web import assets as web_assets
from app.web import providers as web_providers
from config import Config

# In the order in which they build upon each other: each uses only what stands above.
FEATURES = (
    # What every page stands on.
    assets,
    health,
    avatars,
    banners,
    # Coming in, writing, reading.
    auth,
    accounts,
    setup,
    settings,
    appearance,
    language,
    posts,
    autosaves,
    previews,
    drafts,
    bin,
    revisions,
    restorations,
    histories,
    media,
    picture_parts,
    profiles,
    faces,
    follows,
    explore,
    timelines,
    tags,
    tag_suggestions,
    handle_suggestions,
    pins,
    series,
    series_parts,
    # Mail, and what goes by itself.
    pruning,
    outbox,
    dev_mail,
    mail_settings,
    unsubscriptions,
    # What others say of themselves.
    link_previews,
    # Who it is: an address that is proved, a password, the browsers that are signed in.
    sudo,
    confirmations,
    recoveries,
    account,
    addresses,
    address_changes,
    address_reversals,
    security,
    passwords,
    sessions,
    other_sessions,
    activity,
    # More than a password.
    recovery_codes,
    totp,
    passkeys,
    second_steps,
    passkey_options,
    passkey_sign_ins,
    second_factors,
    # Whom others vouch for.
    providers,
    introductions,
    identities,
    # Looking after the site: who may join, and what they may do.
    admin,
    people,
    their_sessions,
    vouched_addresses,
    audit,
    site_settings,
    join_requests,
    invitations,
    their_invitations,
    # Another name, and leaving.
    handles,
    exports,
    absences,
    farewells,
    # Who reads what, and when.
    publications,
    shares,
    # To look at.
    demo,
    styleguide,
)
SHARED = (
    proxies,
    urls,
    locale,
    filters,
    templates,
    mail,
    pictures,
    web_assets,
    web_providers,
    headers,
    current,
    access,
    errors,
)


def create_app(config: Config | None = None) -> Flask:
    """Make the application from ``config``, by default from the environment.

    :raises config.ConfigError: when a setting is missing or wrong.
    """
    config = config or Config.from_environ()
    app = Flask(__name__, instance_path=str(config.instance), static_folder=None)
    app.jinja_environment = templates.Environment
    app.config.from_mapping(config.as_flask())
    config.instance.mkdir(parents=True, exist_ok=True)
    for extension in (
        extensions.db,
        extensions.csrf,
        extensions.limiter,
        extensions.cache,
    ):
        extension.init_app(app)
    extensions.migrate.init_app(app)
    for shared in (*SHARED, jobs):
        shared.init_app(app)
    for feature in FEATURES:
        app.register_blueprint(feature.bp)
    return app
