"""A transcript: what was heard of a file, kept to be held once more against what others own."""

import json
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

FOLDER = PurePosixPath(".briefpress") / "heard"
"""Below the output folder. It may be taken away: then files are made again that need not be."""


@dataclass(frozen=True)
class Transcript:
    """All that is heard of a file: its words in a row, and the numbers in it, as figures."""

    words: str
    numbers: tuple[str, ...]

    def to_bytes(self, sha256: str) -> bytes:
        """As it is kept, with the hash of the file that it is of."""
        data = {"of": sha256, "words": self.words, "numbers": self.numbers}
        return zlib.compress(json.dumps(data, ensure_ascii=False).encode())


def path_of(name: str) -> PurePosixPath:
    """Where the transcript of an edition is kept, by its id."""
    return FOLDER / f"{name}.z"


def unpacked(data: bytes) -> bytes:
    """What was kept, to be understood by `transcript_from`; nothing if it is damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error:
        return b""


def transcript_from(data: bytes, sha256: str) -> Transcript | None:
    """What was kept, if it is of the file with this hash and can be understood."""
    try:
        found = json.loads(data)
        if found["of"] != sha256:
            return None
        return Transcript(str(found["words"]), tuple(map(str, found["numbers"])))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
