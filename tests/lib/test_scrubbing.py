from multiprocessing import get_context

import pytest

from app.lib import scrubbing
from app.lib.scrubbing import LONGEST, scrubbed

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
        ("GET /search?a?q=my+illness failed", "GET /search?… failed"),
        ('value "tomorrow, or', 'value "…"'),
        ("from ip=192.0.2.7: x", "from ip=… x"),
        (
            "Invalid request from ip=::1: Invalid HTTP request line: 'GET /café 1'",
            "Invalid request from ip=…: Invalid HTTP request line…",
        ),
        (
            "Invalid request from ip=192.0.2.7: Request Line is too large (9 > 5)",
            "Invalid request from ip=…: Request Line is too large …",
        ),
        ("Invalid request from ip=192.0.2.7: '/café'", "Invalid request from ip=…: …"),
        ("Error handling request GET /@ann/secret", "Error handling request …"),
        ("Error handling request (no URI read)", "Error handling request …"),
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


def test_of_a_line_without_end_the_beginning_stays():
    said = scrubbed(f"Failed: {'word ' * 20_000}\nand more")

    assert said.startswith("Failed: word word")
    assert said.endswith(" more characters)\nand more")
    assert len(said) < LONGEST + 50


def test_no_half_of_an_address_stays_at_its_end():
    line = f"{'word ' * (LONGEST // 5 - 1)} ann@example.org is away"

    assert "ann" not in scrubbed(line)


def test_what_is_quoted_without_end_does_not_stay_either():
    assert "diary" not in scrubbed(f'type integer: "{"my diary " * LONGEST}"')


def without_limit(words):
    scrubbing.LONGEST = len(words) + 1
    scrubbed(words)


UNITS = (
    "a",
    "?",
    "a?",
    "a.",
    "a@",
    "a@b.",
    "=",
    "-",
    "1",
    "://",
    ': "',
    'value "',
    " ",
)
UNITS += ("ip=", "Aa1.", "string to a", "DETAIL", "Invalid request from ip=a ", "\t")


# A text of this length takes milliseconds, and took minutes where each character
# was a beginning; in a process of its own, since a pattern at work cannot be stopped.
@pytest.mark.parametrize("unit", UNITS)
def test_no_text_is_read_again_from_each_of_its_characters(unit):
    words = unit * (300_000 // len(unit))
    reading = get_context("fork").Process(target=without_limit, args=(words,))
    reading.start()
    reading.join(60)
    is_done = reading.exitcode == 0
    reading.kill()

    assert is_done
