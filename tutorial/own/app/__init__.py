"""Inklings: the only module that sees everything."""

from flask import Flask

from app import extensions
from app.features import FEATURES
from app.web.everywhere import SHARED
from config import Config


def create_app(config: Config | None = None) -> Flask:
    """Make the application from ``config``, by default from the environment.

    :raises config.ConfigError: when a setting is missing or wrong.
    """
    config = config or Config.from_environ()
#: 6-21
    app = Flask(__name__, instance_path=str(config.instance))
#:
#: 22
    app = Flask(__name__, instance_path=str(config.instance), static_folder=None)
#:
    app.config.from_mapping(config.as_flask())
    config.instance.mkdir(parents=True, exist_ok=True)
    for extension in (
        extensions.db,
        extensions.csrf,
        extensions.babel,
        extensions.login,  #: 8
        extensions.limiter,  #: 21
    ):
        extension.init_app(app)
    extensions.migrate.init_app(app)  #: 9
    for shared in SHARED:
        shared.init_app(app)
    for feature in FEATURES:
        app.register_blueprint(feature.bp)
    return app
