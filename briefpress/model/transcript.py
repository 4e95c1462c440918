"""A transcript: what was heard of a file, kept to be held once more against what others own."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import PurePosixPath

FOLDER = PurePosixPath(".briefpress") / "heard"
"""Below the output folder. It may be taken away: then files are made again that need not be."""
SUFFIX = ".heard"


@dataclass(frozen=True)
class Transcript:
    """All that is heard of a file: its words in a row, and the numbers in it, as figures."""

    words: str
    numbers: tuple[str, ...]

    def to_bytes(self, sha256: str) -> bytes:
        """As it is kept, with the hash of the file that it is of."""
        told = {"of": sha256, "words": self.words, "numbers": self.numbers}
        data = json.dumps(told, ensure_ascii=False).encode()
        return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def path_of(name: str) -> PurePosixPath:
    """Where the transcript of an edition is kept, by its id."""
    return FOLDER / f"{name}{SUFFIX}"


def whole(data: bytes) -> bytes:
    """What was kept, to be understood by `transcript_from`; nothing if it is damaged.

    It is not packed: to unpack that of 1,500 files took as long as to read the files themselves.
    """
    told, _, rest = data.partition(b"\n")
    return rest if hashlib.sha256(rest).hexdigest().encode() == told else b""


def is_of(data: bytes, sha256: str) -> bool:
    """Whether what was kept is, by its beginning and its end, a transcript of this file."""
    return data.startswith(f'{{"of": "{sha256}", "words": "'.encode()) and data.endswith(b"]}")


def transcript_from(data: bytes, sha256: str) -> Transcript | None:
    """What was kept, if it is of the file with this hash and can be understood."""
    try:
        found = json.loads(data)
        if found["of"] != sha256:
            return None
        return Transcript(str(found["words"]), tuple(map(str, found["numbers"])))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
