import pytest
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.models import Site


@pytest.mark.parametrize("key", [None, 1, 2])
def test_there_is_only_one_site(app, key):
    db.session.add(Site(id=key, name="Another") if key else Site(name="Another"))

    with pytest.raises(IntegrityError):
        db.session.flush()
