"""The same key at the same moment, from two lines."""

from app.extensions import db
from app.models import AccessToken, Post
from app.models.access_token import PERSONAL, Scope
from tests.fixtures.cast import join

NOTE = {"post": {"body": "Once."}}


def test_of_two_at_once_one_is_made(race):
    headers = {"Idempotency-Key": "6b1f0a6e"}
    with race.app.app_context():
        _, token = AccessToken.issue(join("ann", "Ann"), PERSONAL, "A test", Scope)
        db.session.commit()
    headers["Authorization"] = f"Bearer {token}"

    def send():
        client = race.app.test_client()
        return client.post("/api/posts", json=NOTE, headers=headers).status_code

    codes = race.run(*[send] * 4)

    assert 201 in codes
    assert set(codes) <= {201, 409}
    with race.app.app_context():
        assert len(db.session.scalars(db.select(Post.id)).all()) == 1
