import pytest

from app.lib.scrubbing import scrubbed

TOKEN = "nZ3kQ9v_x7Lw2-TbRr8sYc1uHd5fEo6pJ4mGaVi0KWt"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("no letter for ann@example.org today", "no letter for …@… today"),
        ("smtp://ink:a%2Fword@mail.example.org:587", "smtp://…@mail.example.org:587"),
        ("GET /search?q=my+illness failed", "GET /search?… failed"),
        (f"no link {TOKEN}", "no link …"),
        (f"/confirm/{TOKEN}/", "/confirm/…/"),
        ('type integer: "my diary"', 'type integer: "…"'),
        ('time value "tomorrow" out of range', 'time value "…" out of range'),
        ("int() with base 10: 'my diary'", "int() with base 10: …"),
        ("Invalid request from ip=192.0.2.7: x", "Invalid request from ip=… x"),
        ("Error handling request /@ann/secret", "Error handling request …"),
        (
            'violates "uq_account_email"\nDETAIL:  Key (email)=(x) exists.',
            'violates "uq_account_email"\nDETAIL: …',
        ),
    ],
)
def test_what_is_secret_or_somebodys_is_left_out(said, written):
    assert scrubbed(said) == written


@pytest.mark.parametrize(
    "said",
    [
        "SELECT post.id FROM post WHERE post.author_id = ? AND post.id IN (?, ?)",
        'File "/app/.venv/lib/python3.12/site-packages/sqlalchemy/engine/base.py"',
        "test_nothing_is_lost_however_often_the_worker_is_killed",
        "sqlalchemy.exc.IntegrityError: (psycopg.errors.UniqueViolation)",
        "Error 500, reference e13bf9fbcd0ddb93",
        "KeyError: 'published_at'",
    ],
)
def test_what_one_looks_for_stays(said):
    assert scrubbed(said) == said
