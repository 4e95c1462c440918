"""The program: what documents are made with, whatever they say, and where its layouts are."""

import hashlib
import platform
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from briefpress.doctor import LIBRARIES, PACKAGES

PACKAGE = Path(__file__).parent
LENGTH = 16
"""Figures of a hash."""
LEFT_OUT = ("__pycache__", "_layouts", "starter")
"""What is no code, and what is hashed as a layout."""
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SHELVES = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64")


@cache
def program() -> Mapping[str, str]:
    """A hash each: of the program, the packages that it stands on, and the system's libraries."""
    python = (
        platform.python_implementation(),
        platform.python_version(),
        zlib.ZLIB_RUNTIME_VERSION,
    )
    return {
        "the program": _code(),
        "the packages that it needs": _hash((*python, *sorted(_packages()))),
        "the libraries of the system": _hash(sorted(_libraries())),
    }


def find_layouts(source: Path) -> Path:
    """The layouts beside the source, else those of the program."""
    own = source.resolve().parent / "layouts"
    if own.is_dir():
        return own
    shipped = PACKAGE / "_layouts"
    return shipped if shipped.is_dir() else PACKAGE.parent / "layouts"


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:LENGTH]


def _code() -> str:
    """A hash of every file of the program."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if path.is_file() and not set(LEFT_OUT) & set(inside.parts):
            digest.update(f"{inside.as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:LENGTH]


def _packages() -> Iterator[str]:
    """Name and version of each package that the program needs, and of those that they need."""
    waiting, seen = list(PACKAGES), set()
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        try:
            yield f"{name} {version(name)}"
            waiting += _named(requires(name) or ())
        except PackageNotFoundError:  # It is for another system, or for what nobody asked for.
            continue


def _named(requirements: Iterable[str]) -> Iterator[str]:
    for requirement in requirements:
        found = _NAME.match(requirement)
        if found is not None and "extra ==" not in requirement:
            yield found[0]


def _libraries() -> Iterator[str]:
    """The shared libraries that set type, by the name of the file, which tells the version."""
    for soname, _ in LIBRARIES.values():
        for shelf in map(Path, _SHELVES):
            for path in (*shelf.glob(soname), *shelf.glob(f"*-linux-gnu*/{soname}")):
                real = path.resolve()
                yield f"{real.name} {real.stat().st_size}"
