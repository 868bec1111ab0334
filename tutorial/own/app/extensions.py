"""The extensions, made here and bound to the application in ``create_app``."""

#: 9
import sqlite3
from typing import Any

#:
from flask_babel import Babel
from flask_limiter import Limiter  #: 21
from flask_limiter.util import get_remote_address  #: 21
from flask_login import LoginManager  #: 8
from flask_migrate import Migrate  #: 9
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Engine, MetaData, event  #: 9
from sqlalchemy import MetaData  #: 8-8
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
#: 6-7
    """What all models have in common."""
#:
#: 8
    # Names that migrations can rely on, the same on every database.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
#:


# After a commit a view only answers: nothing needs to be read again.
db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
migrate = Migrate(db=db, render_as_batch=True)  #: 9
csrf = CSRFProtect()
login = LoginManager()  #: 8
limiter = Limiter(get_remote_address, strategy="fixed-window")  #: 21
babel = Babel()
#: 9


@event.listens_for(Engine, "connect")
def prepare_sqlite(connection: Any, _record: object) -> None:
    """Let readers work beside the writer; mind foreign keys, which SQLite forgets."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
#:
