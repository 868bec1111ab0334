"""A program that asks whatever the document lets it ask, and some that it does not.

It is Schemathesis with all of its checks: no crash, no status, header or body that the
document does not tell of, what fits is taken in, what does not is turned away, what is
put away is gone, and no door opens without its token.
"""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import one_of
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode

from app.extensions import db
from app.models import AccessToken
from app.models.access_token import PERSONAL, Scope

#: What no schema can tell beforehand: whether a cursor was ever given out (400),
#: somebody has that name already, a text is the one of now (412), a password is a
#: common one, it is too often now.
_ACCEPTED = ["2xx", "400", "401", "403", "404", "409", "412", "415", "422", "429"]
_RULES = {"expected-statuses": _ACCEPTED}
_CONFIG = SchemathesisConfig.from_dict({"checks": {"positive_data_acceptance": _RULES}})


@pytest.fixture
def schema(app, monkeypatch):
    """What Schemathesis makes of the document; it asks faster than anybody may."""
    for limit in ("API_LIMIT", "API_VISITOR_LIMIT"):
        monkeypatch.setitem(app.config, limit, "off")
    return schemathesis.openapi.from_wsgi("/api/openapi.json", app, config=_CONFIG)


def anything_for(operation):
    """What fits the document, and what does not."""
    modes = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
    return one_of(*(operation.as_strategy(generation_mode=mode) for mode in modes))


def faults(schema, headers):
    """What it complains of, operation by operation."""
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=8,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=anything_for(operation))
        def ask(case):
            case.call_and_validate(headers=headers)

        try:
            ask()
        except* Exception as wrong:
            yield "\n".join(map(str, [operation.label, *wrong.exceptions]))


def test_a_member_finds_nothing_undocumented(schema, ann, essay):
    _, token = AccessToken.issue(ann, PERSONAL, "A test", Scope)
    db.session.commit()

    wrong = list(faults(schema, {"Authorization": f"Bearer {token}"}))

    assert not wrong, "\n\n".join(wrong)


def test_nor_does_a_visitor(schema, essay):
    wrong = list(faults(schema, {}))

    assert not wrong, "\n\n".join(wrong)
