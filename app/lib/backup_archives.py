"""A backup as a file: a tar with checksums, written whole or not at all.

``sha256sum --check SHA256SUMS`` in the unpacked folder finds what we find. Nothing
is unpacked by its name here: members are read, and only those whose names we know.
"""

import errno
import hashlib
import io
import os
import re
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO

from app.lib.pictures import FILE, NAME

ABOUT, DATABASE, KEY = "about.json", "database.sqlite.gz", "secret_key"
MISSING, SUMS = "missing.txt", "SHA256SUMS"
#: How the name of an archive ends while it is being written.
PART = ".part"
_MEDIA = re.compile(rf"media/(?P<name>{NAME})/(?P<file>{FILE})")
_KNOWN = {ABOUT, DATABASE, KEY, MISSING, SUMS}
_SUM = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>\S+)")
#: Bytes that are read at once.
CHUNK = 1024 * 1024

Done = Callable[[int], object]


class Damaged(Exception):
    """An archive is not what was written; the message says what is wrong."""


class Archive:
    """What is being written: see :func:`writing`."""

    def __init__(self, tar: tarfile.TarFile, at: float) -> None:
        self._tar, self._at = tar, at
        self._sums: dict[str, str] = {}

    def add(self, name: str, data: bytes) -> None:
        self._put(name, len(data), io.BytesIO(data))

    def add_file(self, name: str, place: Path) -> None:
        with place.open("rb") as file:
            self._put(name, os.fstat(file.fileno()).st_size, file)

    def add_media(self, name: str, file: str, data: bytes) -> None:
        self.add(f"media/{name}/{file}", data)

    def finish(self) -> None:
        """Write down what is in it: an archive that ends before this is damaged."""
        lines = (f"{digest}  {name}\n" for name, digest in self._sums.items())
        self.add(SUMS, "".join(lines).encode())

    def _put(self, name: str, size: int, file: BinaryIO) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode, member.mtime = size, 0o600, self._at
        hashed = _Hashed(file)
        self._tar.addfile(member, hashed)
        self._sums[name] = hashed.digest.hexdigest()
        _forget(self._tar)


def _forget(tar: Any) -> None:
    """It would remember every member, and needs none: 1 KB for each file."""
    tar.members.clear()


class _Hashed(io.RawIOBase):
    """A file that is hashed while it is read."""

    def __init__(self, file: BinaryIO | io.RawIOBase) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


@contextmanager
def writing(place: Path, at: float) -> Iterator[Archive]:
    """Give an archive to fill. It is at ``place``, all of it, once the block has ended.

    Readable by its owner alone, since it holds everything that people said in private.
    Whatever goes wrong, no half of it is left.

    :param at: when it was made, in seconds since 1970.
    :raises OSError: when the disk is full, or there is such a file already.
    """
    if place.exists():
        raise FileExistsError(errno.EEXIST, "There is one already", str(place))
    part = place.with_name(f".{place.name}{PART}")
    try:
        number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(number, "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                archive = Archive(tar, at)
                yield archive
                archive.finish()
            file.flush()
            os.fsync(file.fileno())
        part.rename(place)
        _sync(place.parent)
    finally:
        part.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Have the new name outlive a power cut, too."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def checked(place: Path, done: Done = lambda _bytes: None) -> dict[str, str]:
    """Read all of the archive at ``place``; the checksum of each of its members.

    :param done: is told how many bytes were read since it was told before.
    :raises Damaged: when anything is missing, changed, too much or not ours.
    :raises OSError: when it cannot be read.
    """
    found: dict[str, str] = {}
    listed = b""
    for name, file in members(place):
        if SUMS in found or name in found:
            raise Damaged(f"{name} is in it where nothing should be.")
        hashed = _Hashed(file)
        listed = b""
        while chunk := hashed.read(CHUNK):
            done(len(chunk))
            listed = listed + chunk if name == SUMS else b""
        found[name] = hashed.digest.hexdigest()
    if found.pop(SUMS, None) is None:
        raise Damaged("It ends before its list of checksums: it was cut off.")
    _compare(found, _listed(listed))
    return found


def members(place: Path) -> Iterator[tuple[str, io.RawIOBase]]:
    """Each member's name and contents, in the order in which they were written.

    :raises Damaged: when it is no archive, ends too early, or holds what is not ours.
    :raises OSError: when it cannot be read.
    """
    try:
        with tarfile.open(place, "r:") as tar:
            while member := tar.next():
                _forget(tar)
                yield _name_of(member), _contents(tar, member)
    except (tarfile.TarError, EOFError) as error:
        raise _cut_off(error) from error


def media_of(name: str) -> tuple[str, str] | None:
    """Which file of which picture a member is; None for what is none."""
    found = _MEDIA.fullmatch(name)
    return (found["name"], found["file"]) if found else None


def _name_of(member: tarfile.TarInfo) -> str:
    is_known = member.name in _KNOWN or media_of(member.name)
    if not (is_known and member.isreg()):
        raise Damaged(f"{member.name!r} is in it, which no backup of ours has.")
    return member.name


class _Contents(io.RawIOBase):
    """The contents of a member, which may end too early."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        try:
            return self._file.read(size)
        except tarfile.TarError as error:
            raise _cut_off(error) from error


def _cut_off(error: Exception) -> Damaged:
    return Damaged(f"It cannot be read to its end: {error}.")


def _contents(tar: tarfile.TarFile, member: tarfile.TarInfo) -> _Contents:
    file = tar.extractfile(member)
    assert file is not None, "a regular file has contents"
    return _Contents(file)


def _listed(sums: bytes) -> dict[str, str]:
    lines = sums.decode(errors="replace").splitlines()
    found = [_SUM.fullmatch(line) for line in lines]
    if not all(found):
        raise Damaged("Its list of checksums is damaged.")
    return {one["name"]: one["digest"] for one in found if one}


def _compare(found: dict[str, str], listed: dict[str, str]) -> None:
    if missing := sorted(listed.keys() - found.keys()):
        raise Damaged(f"{missing[0]} is missing, and {len(missing) - 1} others.")
    changed = [name for name in found if found[name] != listed.get(name)]
    if changed:
        raise Damaged(f"{changed[0]} was changed, and {len(changed) - 1} others.")
