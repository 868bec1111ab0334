import os
import re
import signal
from datetime import timedelta

import pytest
from sqlalchemy import text

from app.extensions import db
from app.lib.backup_names import name_of
from app.lib.shared_numbers import SIZE, SharedNumbers, number
from app.models import Outbox
from app.models.columns import now
from app.web import gauges, metrics
from app.web.outbox import deliver

TOKEN = "a-token-for-prometheus"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
TRIED = number("counter", "tries", "_total", "Tries")


@pytest.fixture
def counting(like, monkeypatch, tmp_path):
    """A site that counts, in a folder of its own."""
    monkeypatch.setattr(metrics, "_MEMORY", tmp_path)
    app = like(METRICS_TOKEN=TOKEN, PAGE_CACHE=60)
    yield app
    app.extensions["metrics"].numbers.close()


@pytest.fixture
def client(counting):
    return counting.test_client()


@pytest.fixture
def told(client):
    """The value of a sample, by the beginning of its line; None where there is none."""

    def value(sample):
        lines = client.get("/metrics", headers=BEARER).text.splitlines()
        found = [line for line in lines if line.startswith(sample)]
        return float(found[0].rpartition(" ")[2]) if found else None

    return value


def test_without_a_token_in_the_settings_there_is_no_such_page(app):
    assert app.test_client().get("/metrics", headers=BEARER).status_code == 404


@pytest.mark.parametrize(
    "brought", ["", TOKEN, f"Basic {TOKEN}", "Bearer", f"Bearer {TOKEN}x", "Bearer ü"]
)
def test_without_the_right_one_it_is_closed(client, brought):
    answer = client.get("/metrics", headers={"Authorization": brought})

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert "inklings_" not in answer.text


def test_prometheus_asks_by_number_and_nobody_keeps_it(client):
    answer = client.get("/metrics", headers={"Host": "10.0.0.7:8000", **BEARER})

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.content_type.startswith("text/plain; version=")


def test_requests_are_counted_by_view(client, told):
    for _ in range(3):
        client.get("/sign-in")
    labels = 'endpoint="auth.new",method="GET",status="2xx"'

    assert told(f"inklings_requests_total{{{labels}}}") == 3
    assert told('inklings_request_seconds_count{endpoint="auth.new"}') == 3
    assert told('inklings_request_seconds_sum{endpoint="auth.new"}') > 0


def test_pages_that_are_kept_are_counted(client, told):
    for _ in range(3):
        client.get("/explore/")

    assert told('inklings_requests_total{endpoint="page_cache"') == 2
    assert told('inklings_requests_total{endpoint="explore.index"') == 1


def test_statements_are_counted(client, told):
    client.get("/explore/")

    assert told("inklings_statements_total") >= 1
    assert told("inklings_statement_seconds_total") > 0


def test_no_path_and_no_handle_becomes_a_label(client, ann):
    for path in ("/@ann", "/no/such/page", "/@nobody-at-all", "/search/?q=illness"):
        client.get(path)
    client.open("/explore/", method="INVENTED")
    text = client.get("/metrics", headers=BEARER).text

    assert not re.findall(r"ann|nobody|such|illness|INVENTED", text)
    assert 'endpoint="none",method="GET",status="4xx"' in text


def test_refused_sign_ins_and_limits_are_counted(counting, told, ann):
    from_form = counting.test_client()
    counting.config["WTF_CSRF_ENABLED"] = False
    for _ in range(6):
        typed = {"identifier": "ann", "password": "not hers at all"}
        from_form.post("/sign-in", data=typed)

    assert told('inklings_sign_in_failures_total{way="password"}') == 5
    assert told('inklings_limits_hit_total{endpoint="auth.create"}') == 1


def test_what_waits_is_looked_up(told):
    Outbox.put("mail", "")
    db.session.commit()

    assert told("inklings_outbox_waiting") == 1
    assert told("inklings_outbox_failed") == 0
    assert told("inklings_outbox_oldest_seconds") >= 0


def test_while_the_database_is_older_nothing_is_looked_up(client, told):
    db.session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    db.session.commit()

    assert client.get("/metrics", headers=BEARER).status_code == 200
    assert told('inklings_well{check="migrations"}') == 0
    assert told("inklings_outbox_waiting") is None


def test_nor_if_the_database_goes_away_meanwhile(told, monkeypatch):
    monkeypatch.setattr(gauges, "_of_outbox", lambda: db.session.execute(text("NO")))

    assert told('inklings_well{check="database"}') == 1
    assert told("inklings_outbox_waiting") is None


def test_the_tries_of_the_worker_are_counted(counting, told):
    key = Outbox.put("no.such.kind", "")
    db.session.commit()
    with counting.app_context():
        deliver(key)
    labels = 'kind="no.such.kind",outcome="postponed"'

    assert told(f"inklings_deliveries_total{{{labels}}}") == 1


def test_how_things_are_is_told(client, told):
    client.get("/")

    assert told('inklings_well{check="database"}') == 1
    assert told("inklings_disk_free_bytes") > 0
    assert told('inklings_resident_memory_bytes{process="0"}') > 1_000_000


@pytest.fixture
def numbers(tmp_path):
    numbers = SharedNumbers(tmp_path / "here")
    numbers.add((TRIED, 1))
    yield numbers
    numbers.close()


def test_the_age_of_the_newest_backup_is_told(counting, told, tmp_path):
    counting.config["BACKUP_FOLDER"] = str(tmp_path)
    for days in (1, 9):
        (tmp_path / name_of(now() - timedelta(days=days))).touch()

    assert 86_400 <= told("inklings_backup_age_seconds") < 2 * 86_400


def in_a_child(work):
    """Run ``work`` in another process, which then dies as by kill -9."""
    child = os.fork()
    if child == 0:
        work()
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def count_of(numbers):
    return sum(s.value for m in numbers.collect() for s in m.samples)


def test_processes_count_together_whatever_becomes_of_them(numbers):
    for _ in range(5):
        in_a_child(lambda: numbers.add((TRIED, 2)))

    assert count_of(numbers) == 11


def test_whoever_comes_next_takes_the_place_of_a_dead_one(numbers, tmp_path):
    for _ in range(5):
        in_a_child(lambda: numbers.add((TRIED, 2)))

    assert len(list((tmp_path / "here").glob("counter_*.db"))) == 2
    assert numbers.processes() == {"0": os.getpid()}


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    (tmp_path / "here").mkdir(mode=0o777)
    (tmp_path / "here").chmod(0o777)
    SharedNumbers(tmp_path / "here").add((TRIED, 1))

    assert not list((tmp_path / "here").iterdir())


def test_nothing_fails_where_there_is_no_folder(tmp_path):
    numbers = SharedNumbers(tmp_path / "no" / "such" / "place")
    numbers.add((TRIED, 1))

    assert count_of(numbers) == 0


def test_files_have_room_for_all_there_is_to_count(counting, tmp_path):
    watcher = counting.extensions["metrics"]
    for rule in counting.url_map.iter_rules():
        for status in (200, 302, 404, 500):
            for method in ("GET", "POST", "other"):
                known = metrics.Request(rule.endpoint, method, status)
                both = [(name, 0) for name in known.buckets]
                watcher.numbers.add(*known.counts, *both, (known.seconds, 0))
    sizes = {path.stat().st_size for path in tmp_path.rglob("*.db")}

    assert sizes == {SIZE}
