"""Why a field is wrong: each reason ends a sentence that its name begins."""

import pytest


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (
            "limit=101",
            "must be greater than or equal to 1 and less than or equal to 100",
        ),
        ("limit=few", "is not a valid integer"),
        (
            "status=gone",
            "must be one of: draft, scheduled, published, hidden, binned",
        ),
    ],
)
def test_a_reason_goes_on_from_the_name_of_the_field(program, ann, asked, reason):
    answer = program.acting_for(ann).get(f"/posts?{asked}")

    assert answer.status_code == 422
    assert answer.json["errors"] == {asked.partition("=")[0]: [reason]}


def test_so_does_that_of_one_that_is_missing(program, ann):
    body = {"conversation": {"body": "Good morning."}}

    answer = program.acting_for(ann).post("/conversations", body)

    assert answer.json["errors"] == {"people": ["is missing"]}


def test_what_is_no_object_is_named_itself(program, ann):
    answer = program.acting_for(ann).post("/posts", {"post": ["A text"]})

    assert answer.json["errors"] == {"post": ["must be an object"]}
