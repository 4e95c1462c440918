"""What stands in the output folder is held against what was written."""

import hashlib
from pathlib import Path

from briefpress.load import Standing
from briefpress.model.transcript import path_of
from tests.unit.building import Bench


def test_a_file_is_held_against_its_hash(tmp_path: Path) -> None:
    standing = Standing(tmp_path)
    digest = hashlib.sha256(b"one").hexdigest()
    (tmp_path / "a").write_bytes(b"one")
    assert not standing.fault("a", digest)
    (tmp_path / "a").write_bytes(b"two")
    assert standing.fault("a", digest) == "was changed by somebody"
    assert standing.fault("b", digest) == "is not there"
    assert standing.fault("\0", digest) == "is not there"


def test_what_is_looked_through_at_once_is_seen_as_one_by_one(bench: Bench) -> None:
    bench.build()
    entries = bench.manifest().entries
    (bench.output / entries[0].path).write_bytes(b"another")
    (bench.output / path_of(entries[0].id)).write_bytes(b"damaged")
    for path in entries[1].files:
        (bench.output / path).unlink()
    (bench.output / path_of(entries[1].id)).unlink()
    one_by_one = Standing(bench.output)
    at_once = one_by_one.looked_through(entries, entries)
    for entry in entries:
        assert at_once.transcript(entry) == one_by_one.transcript(entry)
        for path, sha256 in {**entry.files, entry.path: entry.sha256}.items():
            assert at_once.fault(path, sha256) == one_by_one.fault(path, sha256)
    assert at_once.fault(entries[0].path, entries[0].sha256) == "was changed by somebody"
    assert {at_once.fault(path, "ab") for path in entries[1].files} == {"is not there"}
    assert at_once.transcript(entries[0]) is None


def test_it_is_looked_at_anew_by_another(bench: Bench) -> None:
    bench.build()
    (entry, *_) = bench.manifest().entries
    first = Standing(bench.output).looked_through([entry])
    (bench.output / entry.path).unlink()
    assert not first.fault(entry.path, entry.sha256)
    assert first.looked_through([entry]).fault(entry.path, entry.sha256) == "is not there"
