"""What stands in the output folder is held against what was written."""

import hashlib
from pathlib import Path

from briefpress.load import Standing


def test_a_file_is_held_against_its_hash(tmp_path: Path) -> None:
    standing = Standing(tmp_path)
    digest = hashlib.sha256(b"one").hexdigest()
    (tmp_path / "a").write_bytes(b"one")
    assert not standing.fault("a", digest)
    (tmp_path / "a").write_bytes(b"two")
    assert standing.fault("a", digest) == "was changed by somebody"
    assert standing.fault("b", digest) == "is not there"
    assert standing.fault("\0", digest) == "is not there"
