"""Clearing: what stands in the output folder and should not, removed if a build has made it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, Where
from briefpress.load import Standing
from briefpress.model.transcript import FOLDER, path_of
from briefpress.write import remove_files

OTHERS = re.compile(
    r"(index|report|evidence|brands|diff)\.html|manifest\.json|calibration-[^/]+\.pdf"
    r"|([^/]+)/\2-pack\.zip|[^/]+/[^/]+-PROOF\.(pdf|html|txt)"
)
"""Files that are made of more than one edition, or only to be looked at."""
TOLD = 20
"""Strangers that are told; of more, only how many there are."""


@dataclass(frozen=True)
class Cleared:
    """What was removed, and what is to be told of the rest."""

    removed: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def clear(output: Path, before: Iterable[tuple[str, str]], now: Collection[str]) -> Cleared:
    """Remove the files of `before` (with their SHA-256) that are not among those of `now`.

    One that somebody has changed since is no longer ours: it is told, and left where it is.
    """
    standing = Standing(output)
    gone = sorted(
        {name for name, sha256 in before if name not in now and not standing.fault(name, sha256)}
    )
    faults = remove_files(output, gone)
    refused = {fault.where.file for fault in faults}
    removed = tuple(name for name in gone if name not in refused)
    return Cleared(removed, faults)


def forget(output: Path, listed: Collection[str]) -> None:
    """Remove what was heard of editions that are listed no more."""
    known = {path_of(name).name for name in listed}
    gone = (name for name in Standing(output).transcripts() if name not in known)
    remove_files(output, [str(FOLDER / name) for name in gone])


def strangers(output: Path, ours: Collection[str]) -> tuple[Diagnostic, ...]:
    """A note for each file of the folder that no build has made."""
    names = sorted(
        name for name in Standing(output).names() if name not in ours and not OTHERS.fullmatch(name)
    )
    return (*_noted(names[:TOLD]), *_counted(len(names) - TOLD))


def _noted(names: Iterable[str]) -> Iterable[Diagnostic]:
    for name in names:
        yield _note(f"{name}: no build has made it, or somebody has changed it since", name)


def _counted(more: int) -> Iterable[Diagnostic]:
    if more > 0:
        yield _note(f"and {more} more files that no build has made", "")


def _note(message: str, name: str) -> Diagnostic:
    code = "OUTPUT-FOREIGN"
    return Diagnostic(code, severity_of(code), message, Where(name))
