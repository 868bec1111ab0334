"""Every store does the same, wherever its files lie."""

import errno
import logging
from urllib.parse import urlsplit

import pytest
from moto.server import ThreadedMotoServer

from app.lib.s3 import S3Store
from app.lib.stores import LocalStore, StoreFailed, StoreFull

NAME = "heronheronheronheronherona"


@pytest.fixture(scope="session")
def bucket_url():
    """The address of an empty bucket, at a server of this machine."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"s3://key:a%2Fsecret@{host}:{port}/ink?region=eu-west-1&tls=0"
    server.stop()


@pytest.fixture
def bucket(bucket_url):
    """A bucket with nothing in it."""
    store = S3Store(bucket_url)
    place = {"LocationConstraint": "eu-west-1"}
    store.client.create_bucket(Bucket="ink", CreateBucketConfiguration=place)
    yield store
    for found in store.client.list_objects_v2(Bucket="ink").get("Contents", ()):
        store.client.delete_object(Bucket="ink", Key=found["Key"])
    store.client.delete_bucket(Bucket="ink")


@pytest.fixture
def folder(tmp_path):
    return LocalStore(tmp_path / "media")


@pytest.fixture(params=["folder", "bucket"])
def store(request):
    return request.getfixturevalue(request.param)


def test_what_is_kept_comes_back(store):
    store.put(NAME, "480.webp", b"ink")

    assert store.get(NAME, "480.webp") == b"ink"
    assert store.exists(NAME, "480.webp")


def test_what_is_not_there_is_nothing(store):
    assert store.get(NAME, "480.webp") is None
    assert not store.exists(NAME, "480.webp")


def test_the_later_of_two_stays(store):
    store.put(NAME, "480.webp", b"ink")
    store.put(NAME, "480.webp", b"more ink")

    assert store.get(NAME, "480.webp") == b"more ink"


def test_a_name_goes_with_all_of_its_files(store):
    other = NAME.replace("h", "i")
    for name, file in ((NAME, "480.webp"), (NAME, "960.jpg"), (other, "480.webp")):
        store.put(name, file, b"ink")

    store.delete(NAME)

    assert list(store.names()) == [other]


def test_what_is_gone_can_go_again(store):
    store.delete(NAME)

    assert list(store.names()) == []


def test_names_are_told_once(store):
    for file in ("480.webp", "960.webp"):
        store.put(NAME, file, b"ink")

    assert list(store.names()) == [NAME]


def test_a_full_disk_says_so_and_leaves_nothing(folder, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.lib.stores.os.fsync", full)

    with pytest.raises(StoreFull):
        folder.put(NAME, "480.webp", b"ink")
    assert not [path for path in folder.folder.rglob("*") if path.is_file()]


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "media").write_text("a file in its place")

    with pytest.raises(StoreFailed):
        LocalStore(tmp_path / "media").put(NAME, "480.webp", b"ink")


def test_a_bucket_that_is_away_says_so(bucket_url):
    away = bucket_url.replace(str(urlsplit(bucket_url).port), "9")

    with pytest.raises(StoreFailed):
        S3Store(away).get(NAME, "480.webp")


def test_a_bucket_that_does_not_exist_says_so(bucket_url):
    with pytest.raises(StoreFailed):
        S3Store(bucket_url.replace("/ink?", "/nowhere?")).put(NAME, "1.webp", b"ink")


def test_the_secret_may_have_any_letter(bucket):
    credentials = bucket.client._request_signer._credentials

    assert (credentials.access_key, credentials.secret_key) == ("key", "a/secret")
