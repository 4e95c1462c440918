"""What was kept between builds to save work: read if it is there, and listed by its age."""

from collections.abc import Iterator
from pathlib import Path


def read_kept(folder: Path, name: str) -> bytes | None:
    """A file that was kept; None if it is not there, or cannot be read."""
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def kept_names(folder: Path) -> tuple[str, ...]:
    """The files that are kept, the newest first."""
    aged = sorted(_aged(folder), reverse=True)
    return tuple(name for _, name in aged)


def _aged(folder: Path) -> Iterator[tuple[float, str]]:
    try:
        for path in folder.iterdir():
            if not path.name.startswith("."):
                yield path.stat().st_mtime, path.name
    except OSError:  # It is not there, or somebody takes it away just now.
        return
