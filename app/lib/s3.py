"""A store at any provider that speaks S3: a bucket elsewhere, or MinIO beside the site.

Loaded only where MEDIA_URL names one: boto3 takes 30 MB of memory.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from app.lib.stores import StoreFailed, StoreFull

_MISSING = {"404", "NoSuchKey", "NotFound"}
_FULL = {"XMinioStorageFull", "QuotaExceeded", "InsufficientStorage"}
_FAILURES = (BotoCoreError, ClientError)


class S3Store:
    """Files as objects of one bucket, under ``media/``."""

    def __init__(self, url: str) -> None:
        place = urlsplit(url)
        options = parse_qs(place.query)
        scheme = "http" if options.get("tls") == ["0"] else "https"
        port = f":{place.port}" if place.port else ""
        self.bucket = place.path.strip("/")
        self.client: Any = boto3.session.Session().client(
            "s3",
            endpoint_url=f"{scheme}://{place.hostname}{port}",
            aws_access_key_id=unquote(place.username or ""),
            aws_secret_access_key=unquote(place.password or ""),
            region_name=options.get("region", ["us-east-1"])[0],
            config=Config(
                connect_timeout=5,
                read_timeout=20,
                retries={"max_attempts": 2},
                s3={"addressing_style": "path"},
                # Newer checksums are more than other providers understand.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        )

    def put(self, name: str, file: str, data: bytes) -> None:
        try:
            self.client.put_object(Bucket=self.bucket, Key=_key(name, file), Body=data)
        except _FAILURES as error:
            raise _as_failure(error) from error

    def get(self, name: str, file: str) -> bytes | None:
        try:
            found = self.client.get_object(Bucket=self.bucket, Key=_key(name, file))
            data: bytes = found["Body"].read()
        except _FAILURES as error:
            if _code(error) in _MISSING:
                return None
            raise _as_failure(error) from error
        return data

    def exists(self, name: str, file: str) -> bool:
        try:
            self.client.head_object(Bucket=self.bucket, Key=_key(name, file))
        except _FAILURES as error:
            if _code(error) in _MISSING:
                return False
            raise _as_failure(error) from error
        return True

    def delete(self, name: str) -> None:
        """One by one: not every provider takes the removal of many at once."""
        try:
            for key in list(self._keys(_key(name, ""))):
                self.client.delete_object(Bucket=self.bucket, Key=key)
        except _FAILURES as error:
            raise _as_failure(error) from error

    def names(self) -> Iterator[str]:
        try:
            for name, _ in groupby(self._keys("media/"), lambda key: key.split("/")[1]):
                yield name
        except _FAILURES as error:
            raise _as_failure(error) from error

    def _keys(self, beginning: str) -> Iterator[str]:
        pages = self.client.get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self.bucket, Prefix=beginning):
            yield from (found["Key"] for found in page.get("Contents", ()))


def _key(name: str, file: str) -> str:
    return f"media/{name}/{file}"


def _code(error: Exception) -> str:
    response = getattr(error, "response", {})
    return str(response.get("Error", {}).get("Code", ""))


def _as_failure(error: Exception) -> StoreFailed:
    return (StoreFull if _code(error) in _FULL else StoreFailed)(str(error))
