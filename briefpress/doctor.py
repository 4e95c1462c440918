"""The doctor: what briefpress needs of a machine, whether it is there, and what brings it."""

import ctypes
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PYTHON = (3, 11)
ANY = ""
PACKAGES = {
    "click": ANY,
    "coloraide": ANY,
    "email-validator": ANY,
    "jinja2": ANY,
    "markdown": ANY,
    "page-validation": ANY,
    "phonenumbers": ANY,
    "pikepdf": ANY,
    "pillow": ANY,
    "pydantic": "2",
    "pymdown-extensions": ANY,
    "pypdfium2": ANY,
    "pyyaml": ANY,
    "vl-convert-python": ANY,
    "weasyprint": "70",
}
"""Package and the first part of the version that it has to have."""
LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0-0"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz0b"),
    "HarfBuzz subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset0"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig1"),
}
"""Shared library and the Debian package that brings it. Without the subset library a card takes
16 times as long (measured), because fonts are then cut down in Python."""


@dataclass(frozen=True)
class Finding:
    """One thing that is needed: whether it is there, and the exact command that brings it."""

    name: str
    present: bool
    detail: str
    cure: str = ""


def examine() -> tuple[Finding, ...]:
    """Look for everything that a build needs."""
    packages = (_package(name, wanted) for name, wanted in PACKAGES.items())
    libraries = (_library(name, *where) for name, where in LIBRARIES.items())
    return (_python(), *packages, *libraries)


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, PYTHON))
    return Finding("Python", sys.version_info >= PYTHON, found, f"install Python {wanted} or later")


def _package(name: str, wanted: str) -> Finding:
    try:
        found = version(name)
    except PackageNotFoundError:
        return Finding(name, present=False, detail="not installed", cure=_installing())
    if wanted and found.partition(".")[0] != wanted:
        return Finding(name, present=False, detail=f"{found}, not {wanted}", cure=_installing())
    return Finding(name, present=True, detail=found)


def _installing() -> str:
    """The command that brings every package: of the project's folder, or of an installed wheel."""
    if (Path(__file__).parent.parent / "Makefile").is_file():
        return "make setup"
    return f"{sys.executable} -m pip install --force-reinstall briefpress"


def _library(name: str, soname: str, package: str) -> Finding:
    try:
        ctypes.CDLL(soname)
    except OSError:
        cure = f"apt-get install --no-install-recommends {package}"
        return Finding(name, present=False, detail=soname, cure=cure)
    return Finding(name, present=True, detail=soname)
