"""Whether all is well with the machine, the settings and the data; and what to do."""

from app.doctor import (
    commands,
    database,
    folder,
    machine,
    services,
    settings,
    waiting,
)
from app.doctor.commands import bp, unable

__all__ = [
    "bp",
    "commands",
    "database",
    "folder",
    "machine",
    "services",
    "settings",
    "unable",
    "waiting",
]
