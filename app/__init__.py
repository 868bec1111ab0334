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
    farewells,
    follows,
    handles,
    health,
    identities,
    introductions,
    invitations,
    jobs,
    join_requests,
    language,
    mail_settings,
    other_sessions,
    outbox,
    passkey_options,
    passkey_sign_ins,
    passkeys,
    passwords,
    people,
    posts,
    profiles,
    providers,
    pruning,
    recoveries,
    recovery_codes,
    second_factors,
    second_steps,
    security,
    sessions,
    settings,
    setup,
    site_settings,
    styleguide,
    sudo,
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
    proxies,
    templates,
    urls,
)
from app.web import assets as web_assets
from app.web import providers as web_providers
from config import Config

# In the order in which they build upon each other: each uses only what stands above.
FEATURES = (
    assets,
    health,
    avatars,
    banners,
    pruning,
    outbox,
    dev_mail,
    auth,
    totp,
    passkeys,
    recovery_codes,
    second_steps,
    passkey_options,
    passkey_sign_ins,
    second_factors,
    sudo,
    passwords,
    sessions,
    other_sessions,
    activity,
    security,
    audit,
    accounts,
    providers,
    introductions,
    identities,
    confirmations,
    recoveries,
    addresses,
    address_changes,
    address_reversals,
    setup,
    admin,
    people,
    vouched_addresses,
    their_sessions,
    join_requests,
    site_settings,
    invitations,
    their_invitations,
    settings,
    appearance,
    language,
    posts,
    drafts,
    bin,
    profiles,
    follows,
    account,
    handles,
    mail_settings,
    unsubscriptions,
    exports,
    absences,
    farewells,
    explore,
    timelines,
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
