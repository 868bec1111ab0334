"""What is not as it was written is found before anything is restored from it."""

import io
import os
import shutil
import tarfile
from random import Random

import pytest

from app.lib.backup_archives import ABOUT, Damaged, checked, members, writing


@pytest.fixture
def copy(archive, tmp_path):
    return shutil.copy(archive, tmp_path)


@pytest.fixture
def verify(town):
    return lambda place: town.flask("backup", "verify", place)


def contents(place):
    return [(name, file.read()) for name, file in members(place)]


def test_what_is_whole_says_what_is_in_it(verify, archive):
    done = verify(archive)

    assert done.exit_code == 0
    assert f"{archive.name} is whole." in done.output
    assert "9 × user" in done.output


def test_what_a_killed_one_left_behind_goes_after_a_day(verify, town, archive):
    old, new = town.folder / ".check-old", town.folder / ".check-new"
    for place in (old, new):
        place.mkdir()
    os.utime(old, (0, 0))

    verify(archive)

    assert (old.exists(), new.exists()) == (False, True)
    new.rmdir()


@pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.6, 0.9, 0.999])
def test_a_truncated_one_is_refused(verify, archive, tmp_path, share):
    # What is behind the last byte that is not 0 only fills a tape.
    data = archive.read_bytes().rstrip(b"\0")
    copy = tmp_path / archive.name
    copy.write_bytes(data[: int(len(data) * share)])

    done = verify(copy)

    assert done.exit_code == 1
    assert "cannot be used" in done.output


def test_a_flipped_bit_anywhere_changes_nothing_unnoticed(archive, tmp_path):
    whole, chance = bytearray(archive.read_bytes()), Random(7)
    expected, unnoticed = contents(archive), []
    place = tmp_path / archive.name
    for _ in range(200):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        whole[at] ^= bit
        place.write_bytes(whole)
        whole[at] ^= bit
        try:
            checked(place)
        except Damaged:
            continue
        unnoticed += [at] if contents(place) != expected else []

    assert unnoticed == []


def rewritten(place, tmp_path, change):
    """The archive with its members changed, and checksums that fit."""
    other = tmp_path / "inklings-2026-11-21T030000Z.tar"
    with writing(other, 0) as archive:
        for name, data in contents(place):
            if name != "SHA256SUMS":
                archive.add(*change(name, data))
    return other


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "media/../secret_key", "notes.txt"]
)
def test_a_member_with_another_name_is_refused(verify, archive, tmp_path, name):
    evil = rewritten(
        archive, tmp_path, lambda n, data: (name if n == "secret_key" else n, data)
    )

    done = verify(evil)

    assert (done.exit_code, "which no backup of ours has" in done.output) == (1, True)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE])
def test_a_member_that_is_no_file_is_refused(verify, tmp_path, kind):
    place = tmp_path / "inklings-2026-11-21T030000Z.tar"
    with tarfile.open(place, "w") as tar:
        member = tarfile.TarInfo(ABOUT)
        member.type, member.linkname = kind, "/etc/passwd"
        tar.addfile(member)

    assert "which no backup of ours has" in verify(place).output


def test_what_is_appended_after_the_checksums_is_refused(verify, copy):
    with tarfile.open(copy, "a") as tar:
        member = tarfile.TarInfo(ABOUT)
        member.size = 2
        tar.addfile(member, io.BytesIO(b"{}"))

    assert verify(copy).exit_code == 1


@pytest.mark.parametrize(
    ("said", "instead"),
    [(b'"format": 1', b'"format": 2'), (b'"revision": "', b'"revision": "9')],
)
def test_one_of_a_newer_version_is_refused(empty, archive, tmp_path, said, instead):
    newer = rewritten(
        archive, tmp_path, lambda name, data: (name, data.replace(said, instead))
    )

    done = empty.flask("backup", "restore", newer)

    assert done.exit_code == 1
    assert "A newer version of the program has made it" in done.output


def test_rows_that_are_missing_are_noticed(verify, archive, tmp_path):
    other = rewritten(
        archive,
        tmp_path,
        lambda name, data: (name, data.replace(b'"user": 9', b'"user": 8')),
    )

    assert "user: there are other rows than it says" in verify(other).output


@pytest.mark.parametrize("data", [b"", b"not a tar", b"\0" * 10240, b"\x1f\x8b" * 999])
def test_what_is_no_archive_is_refused(verify, tmp_path, data):
    place = tmp_path / "x.tar"
    place.write_bytes(data)

    done = verify(place)

    assert (done.exit_code, "cannot be used" in done.output) == (1, True)
