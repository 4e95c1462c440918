"""The pipeline: load, select, compose, render, check, write, in this order."""

from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from briefpress.changes import Changed, Report, report_changes
from briefpress.contents import Pressed, write_contents
from briefpress.diagnostics import Diagnostic, Severity, Where, in_order
from briefpress.finish import Makers
from briefpress.load import load, read_manifest
from briefpress.model.edition import Edition
from briefpress.model.exceptions import Silenced
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import FailedEntry, ManifestEntry, Texts, by_id
from briefpress.press import Made, Manner, Press, fails, fault_of
from briefpress.selection import Wanted, editions_of
from briefpress.silencing import Heard, heard, stale, still_told
from briefpress.wishes import unmet
from briefpress.workers import Done, run
from briefpress.write import try_folder, write_files


@dataclass(frozen=True)
class Request:
    """What the user asked for."""

    source: Path
    layouts: Path
    output: Path
    today: date
    wanted: Wanted = field(default_factory=Wanted)
    strict: bool = False
    proof: bool = False
    jobs: int = 1


@dataclass(frozen=True)
class Outcome:
    """What a build found and what it wrote."""

    diagnostics: tuple[Diagnostic, ...]
    editions: tuple[Edition, ...] = ()
    passed: tuple[Edition, ...] = ()
    """Those that nothing stands against; a build has written them."""
    written: tuple[ManifestEntry, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    """What exceptions kept from stopping editions."""
    changed: tuple[Changed, ...] = ()
    """Contacts that are other than in the documents of the last build."""
    withdrawn: tuple[ManifestEntry, ...] = ()
    """Listed before, and no longer: what stands there is not what the source says now."""


class Watch(Protocol):
    """Follows a build."""

    def over(self, count: int) -> AbstractContextManager[Any]:
        """The build makes `count` editions."""

    def step(self, edition: Edition, *, passed: bool) -> None:
        """One edition is done with."""


def find_layouts(source: Path) -> Path:
    """The layouts beside the source, else those of the program."""
    own = source.resolve().parent / "layouts"
    if own.is_dir():
        return own
    package = Path(__file__).parent
    shipped = package / "_layouts"
    return shipped if shipped.is_dir() else package.parent / "layouts"


def look(
    request: Request, *, answered: bool = True
) -> tuple[Library | None, tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """Load everything and find the editions that were asked for. Nothing is rendered.

    A name that does not exist is a slip of the command line: then nothing was asked for. So is,
    where wishes are to be `answered`, one that no edition can answer.
    """
    loaded = load(request.source, request.layouts, request.today)
    if loaded.library is None:
        return None, (), in_order(loaded.diagnostics)
    found = in_order(loaded.diagnostics)
    wanted = _readable(request.wanted, loaded.library, found)
    editions, unknown = editions_of(loaded.library, wanted) if wanted else ((), ())
    if wanted and answered and not unknown:
        unknown = unmet(loaded.library, wanted, editions)
    if unknown:
        return None, (), in_order((*found, *unknown))
    return loaded.library, editions, found


def build(request: Request, watch: Watch) -> Outcome:
    """Make every edition that was asked for and write those that have no error."""
    library, editions, found = look(request)
    refused = try_folder(request.output) if library else ()
    if library is None or refused:
        return Outcome((*found, *refused), editions)
    report = _changes(request, library, editions)
    found = in_order((*found, *report.diagnostics))
    tally = _Tally(library, editions)
    with closing(_made(request, library, editions, found, watch, report=True)) as press:
        for made in press:
            tally.add(made, write_files(request.output, {**made.report, **made.files}))
    outcome = replace(tally.outcome(found), changed=report.changed)
    if request.proof:
        return outcome
    pressed = Pressed(
        written=outcome.written,
        failed=tally.failed,
        stopped=tally.stopped,
        told=outcome.diagnostics,
        loaded=found,
        silenced=outcome.silenced,
        contacts=tally.contacts,
    )
    faults, withdrawn = write_contents(request.output, library, request.wanted, pressed)
    diagnostics = in_order((*outcome.diagnostics, *faults))
    return replace(outcome, diagnostics=diagnostics, withdrawn=withdrawn)


def verify(request: Request, watch: Watch) -> Outcome:
    """Do everything that build does, but write nothing."""
    library, editions, found = look(request)
    if library is None:
        return Outcome(found)
    report = _changes(request, library, editions)
    found = in_order((*found, *report.diagnostics))
    tally = _Tally(library, editions)
    with closing(_made(request, library, editions, found, watch, report=False)) as press:
        for made in press:
            tally.add(replace(made, entry=None), ())
    return replace(tally.outcome(found), changed=report.changed)


def _changes(request: Request, library: Library, editions: tuple[Edition, ...]) -> Report:
    """The contacts held against those of the documents that stand in the output folder."""
    before = read_manifest(request.output).contacts
    return report_changes(library, editions, before, strict=request.strict)


class _Tally:
    """Counts what comes off the press, and tells in the end what came of everything."""

    def __init__(self, library: Library, editions: tuple[Edition, ...]) -> None:
        self._library = library
        self._editions = editions
        self._made: list[Made] = []
        self._found: list[Diagnostic] = []
        self._passed: list[Edition] = []
        self._written: list[ManifestEntry] = []

    def add(self, made: Made, faults: tuple[Diagnostic, ...]) -> None:
        """One edition is done with; `faults` are those of writing it. Its bytes are not kept."""
        self._made.append(replace(made, files={}, report={}))
        self._found += (*made.diagnostics, *faults)
        if made.files and not faults:
            self._passed.append(made.edition)
            self._written += [made.entry] if made.entry else []

    @property
    def failed(self) -> tuple[FailedEntry, ...]:
        """Those that were made and refused, or could not be written."""
        passed = set(self._passed)
        return by_id(made.refused for made in self._made if made.edition not in passed)

    @property
    def contacts(self) -> tuple[Texts, ...]:
        """Those that the editions print; many boards' editions print the same."""
        return tuple(made.contacts for made in self._made if made.entry)

    @property
    def stopped(self) -> tuple[Edition, ...]:
        """Those that were not even made, for what was found before."""
        tried = {made.edition for made in self._made}
        return tuple(edition for edition in self._editions if edition not in tried)

    def outcome(self, found: tuple[Diagnostic, ...]) -> Outcome:
        """Everything together with what was `found` before and after."""
        exceptions = self._library.exceptions
        built, _ = editions_of(self._library, Wanted())
        told = still_told(found, (*built, *self._editions), exceptions)
        silenced = sorted(one for made in self._made for one in made.silenced)
        judged = [made.edition for made in self._made]
        unused = stale(exceptions, silenced, self._editions, judged)
        return Outcome(
            diagnostics=in_order((*told, *self._found, *unused)),
            editions=self._editions,
            passed=tuple(sorted(self._passed)),
            written=by_id(self._written),
            silenced=tuple(silenced),
        )


def _readable(wanted: Wanted, library: Library, found: tuple[Diagnostic, ...]) -> Wanted | None:
    """What was asked for, without the brands and layouts that are there but have errors.

    They are not unknown names, and what is wrong with them has been said. None: nothing is left.
    """
    scopes = [d.scope for d in found if d.severity is Severity.ERROR]
    broken_brands = frozenset().union(*(s.brands or () for s in scopes)) - library.brands.keys()
    broken_layouts = frozenset().union(*(s.layouts or () for s in scopes)) - library.layouts.keys()
    brands = tuple(name for name in wanted.brands if name not in broken_brands)
    layouts = tuple(name for name in wanted.layouts if name not in broken_layouts)
    if (wanted.brands and not brands) or (wanted.layouts and not layouts):
        return None
    return replace(wanted, brands=brands, layouts=layouts)


def _made(
    request: Request,
    library: Library,
    editions: tuple[Edition, ...],
    found: tuple[Diagnostic, ...],
    watch: Watch,
    *,
    report: bool,
) -> Generator[Made]:
    """The editions that nothing stands against, as they come off the press."""
    known = {edition: heard(found, edition, library.exceptions) for edition in editions}
    stopped = {e for e in editions if fails(known[e].standing, strict=request.strict)}
    sound = [e for e in editions if request.proof or e not in stopped]
    # Brands of one audience share their text, and the engine remembers lines that it has broken.
    sound.sort(key=lambda e: (e.layout, e.audience, e.brand))
    if any(Format(edition.format).is_paged for edition in sound):
        import briefpress.render  # noqa: F401, PLC0415 - half a second, which forked workers inherit
    manner = _manner(request, report=report)
    with watch.over(len(sound)):
        for done in run(sound, partial(_start_press, library, manner, known), request.jobs):
            made = done.result or _lost(done)
            yield made
            watch.step(done.job, passed=bool(made.files))


def _lost(done: Done[Edition, Made]) -> Made:
    """An edition that nobody could make: the worker died, or briefpress is at fault."""
    edition = done.job
    fault = fault_of("WORKER-LOST", done.failure, Where(edition.id), edition)
    if not done.lost:
        fault = replace(fault, hint="please report this line, and what you did")
    return Made(edition, (fault,))


def _manner(request: Request, *, report: bool) -> Manner:
    makers = Makers(request.wanted.printer, request.wanted.shop)
    return Manner(request.strict, request.proof, report and not request.proof, makers)


def _start_press(
    library: Library, manner: Manner, known: Mapping[Edition, Heard]
) -> Callable[[Edition], Made]:
    """What a worker begins with."""
    return Press(library, manner, known).make
