import pytest

from app.models.permissions import ADMINISTER, MODERATE, WRITE, Permitted, Visitor


@pytest.mark.parametrize(
    ("who", "permission", "may"),
    [
        ("ann", ADMINISTER, True),
        ("ann", MODERATE, True),
        ("dan", ADMINISTER, False),
        ("dan", MODERATE, True),
        ("bob", MODERATE, False),
        ("bob", WRITE, True),
    ],
)
def test_a_role_says_what_one_may_do(request, who, permission, may):
    assert request.getfixturevalue(who).can(permission) is may


def test_where_only_authors_write_a_member_does_not(bob, monkeypatch):
    monkeypatch.setattr(Permitted, "granted_to_all", frozenset())

    assert not bob.can(WRITE)


@pytest.mark.parametrize("permission", [WRITE, MODERATE, ADMINISTER])
def test_a_visitor_may_do_nothing(permission):
    assert not Visitor().can(permission)
