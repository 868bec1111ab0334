"""Where files are kept that belong to rows: a folder, or a store elsewhere (``s3.py``).

A file is named ``<name>/<file>``: everything of one name goes together.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Protocol


class StoreFailed(Exception):
    """The store cannot keep or give a file at the moment; nothing half is in it."""


class StoreFull(StoreFailed):
    """There is no room for another file."""


class Store(Protocol):
    """What keeps files. All of it raises :exc:`StoreFailed` when it is not well."""

    def put(self, name: str, file: str, data: bytes) -> None:
        """Keep ``data``; who asks for it meanwhile finds all of it, or nothing."""

    def get(self, name: str, file: str) -> bytes | None:
        """The bytes of a file; None where there is none."""

    def exists(self, name: str, file: str) -> bool: ...

    def delete(self, name: str) -> None:
        """Remove every file of ``name``, as far as there is any."""

    def names(self) -> Iterator[str]:
        """Every name that has files."""


class LocalStore:
    """Files in a folder, spread over many so that none holds too much."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, file: str, data: bytes) -> None:
        place = self._place(name) / file
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._write(place, data)
        except OSError as error:
            raise _as_failure(error) from error

    def get(self, name: str, file: str) -> bytes | None:
        try:
            return (self._place(name) / file).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _as_failure(error) from error

    def exists(self, name: str, file: str) -> bool:
        return (self._place(name) / file).is_file()

    def delete(self, name: str) -> None:
        try:
            shutil.rmtree(self._place(name))
        except FileNotFoundError:
            return
        except OSError as error:
            raise _as_failure(error) from error

    def names(self) -> Iterator[str]:
        for shard in sorted(self.folder.glob("??")):
            yield from (place.name for place in sorted(shard.iterdir()))

    def _place(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def _write(self, place: Path, data: bytes) -> None:
        """Under another name first: a crash leaves no file that is half there."""
        with NamedTemporaryFile(dir=place.parent, delete=False) as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).replace(place)
            except OSError:
                with suppress(OSError):
                    Path(file.name).unlink()
                raise


def _as_failure(error: OSError) -> StoreFailed:
    is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return (StoreFull if is_full else StoreFailed)(str(error))
