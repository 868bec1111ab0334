"""What gunicorn and the flask command load."""

import sys

from app import create_app
from config import Config, ConfigError

try:
    app = create_app(Config.from_environ())
except ConfigError as error:
    sys.exit(f"Inklings cannot start. {error}")
