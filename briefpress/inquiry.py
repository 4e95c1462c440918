"""Inquiries: what is told of a publication, or of builds of it, without pressing anything."""

from functools import partial
from pathlib import Path

from briefpress.catalogue import severity_of
from briefpress.contents import is_asked_for, write_brands, write_differences, write_evidence
from briefpress.diagnostics import Diagnostic, Where, fails, in_order
from briefpress.differences import Build, differences_between
from briefpress.evidence import evidence_of, unused_notes
from briefpress.load import read_listing, read_made
from briefpress.model.coverage import Survey
from briefpress.model.differences import Differences
from briefpress.model.evidence import Evidence
from briefpress.model.manifest import EMPTY
from briefpress.order import Request, look
from briefpress.selection import Wanted
from briefpress.silencing import heard
from briefpress.survey import survey_of
from briefpress.write import try_folder


def survey_brands(request: Request) -> tuple[Survey | None, tuple[Diagnostic, ...]]:
    """The state of the brands that were asked for, written as a page, too. Nothing is rendered."""
    library, _, found = look(request)
    if library is None:
        return None, found
    survey = survey_of(library, found, request.today, request.wanted.brands)
    faults = try_folder(request.output) or write_brands(request.output, library, survey)
    return survey, (*found, *faults)


def gather_evidence(request: Request) -> tuple[Evidence | None, tuple[Diagnostic, ...]]:
    """What each fact and message rests on, written as a page, too. Nothing is rendered.

    What nothing uses is told when all editions could be looked at.
    """
    library, editions, found = look(request)
    if library is None:
        return None, found
    sound = [
        edition
        for edition in editions
        if not fails(heard(found, edition, library.exceptions).standing, strict=False)
    ]
    evidence, faults = evidence_of(library, sound)
    if request.wanted == Wanted() and len(sound) == len(editions) and not faults:
        faults = unused_notes(evidence)
    refused = try_folder(request.output) or write_evidence(request.output, library, evidence)
    return evidence, in_order((*found, *faults, *refused))


def compare(request: Request, old: Path) -> tuple[Differences | None, tuple[Diagnostic, ...]]:
    """What changed from the build in another folder to that in the output folder."""
    library, _, found = look(request)
    if library is None:
        return None, found
    before, now = _build_in(old), _build_in(request.output)
    gone = tuple(_no_build(one.name) for one in (before, now) if one.manifest == EMPTY)
    if gone:
        return None, gone
    wanted = partial(is_asked_for, wanted=request.wanted, library=library)
    changes = differences_between(before, now, wanted)
    return changes, write_differences(request.output, library, changes)


def _build_in(folder: Path) -> Build:
    return Build(str(folder), read_listing(folder), partial(read_made, folder))


def _no_build(folder: str) -> Diagnostic:
    code, where = "FILE-MISSING", Where(f"{folder}/manifest.json")
    message = "there is no build that can be read"
    return Diagnostic(code, severity_of(code), message, where, "name the folder of a build")
