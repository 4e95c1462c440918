"""The program: what a document is made with, whatever it says."""

import hashlib
import platform
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from briefpress.doctor import LIBRARIES, PACKAGES
from briefpress.freshness.hashing import LENGTH, hash_of
from briefpress.model.manifest import Ingredients

PACKAGE = Path(__file__).parent.parent
LEFT_OUT = ("__pycache__", "_layouts", "starter")
"""What is no code, and what is hashed as a layout."""
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SHELVES = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64")


@cache
def program() -> Ingredients:
    """The program, the packages that it stands on, and the libraries of the system."""
    python = [platform.python_implementation(), *sys.version_info[:3], zlib.ZLIB_RUNTIME_VERSION]
    return {
        "the program": code_hash(),
        "the packages that it needs": hash_of([*python, *sorted(_packages())]),
        "the libraries of the system": hash_of(sorted(_libraries())),
    }


def code_hash() -> str:
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
