"""What gunicorn and the flask command load."""

import sys

from app import create_app
from app.doctor import unable
from config import Config, ConfigError

try:
    app = create_app(Config.from_environ())
except (ConfigError, OSError) as error:
    if "doctor" not in sys.argv:
        sys.exit(f"Inklings cannot start. {error}\nflask doctor says more.")
    app = unable(error)
