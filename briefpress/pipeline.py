"""The pipeline: load, select, compose, render, check, write, in this order."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from briefpress.contents import write_contents
from briefpress.diagnostics import Diagnostic, Severity, Where, in_order
from briefpress.finish import Makers
from briefpress.load import load
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.model.manifest import ManifestEntry, by_id
from briefpress.press import Made, Manner, Press, fails, fault_of
from briefpress.selection import Wanted, editions_of
from briefpress.workers import LOST, Done, run
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


def look(request: Request) -> tuple[Library | None, tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """Load everything and find the editions that were asked for. Nothing is rendered.

    A name that does not exist is a slip of the command line: then nothing was asked for.
    """
    loaded = load(request.source, request.layouts, request.today)
    if loaded.library is None:
        return None, (), in_order(loaded.diagnostics)
    found = in_order(loaded.diagnostics)
    wanted = _readable(request.wanted, loaded.library, found)
    editions, unknown = editions_of(loaded.library, wanted) if wanted else ((), ())
    if unknown:
        return None, (), in_order((*found, *unknown))
    return loaded.library, editions, found


def build(request: Request, watch: Watch) -> Outcome:
    """Make every edition that was asked for and write those that have no error."""
    library, editions, found = look(request)
    refused = try_folder(request.output) if library else ()
    if library is None or refused:
        return Outcome((*found, *refused), editions)
    diagnostics = list(found)
    passed: list[Edition] = []
    written: list[ManifestEntry] = []
    with closing(_made(request, library, editions, found, watch)) as press:
        for made in press:
            faults = write_files(request.output, made.files)
            diagnostics += (*made.diagnostics, *faults)
            if made.files and not faults:
                passed.append(made.edition)
                written += [made.entry] if made.entry else []
    withdrawn: tuple[ManifestEntry, ...] = ()
    if not request.proof:
        faults, withdrawn = write_contents(request.output, library, request.wanted, written)
        diagnostics += faults
    return Outcome(
        in_order(diagnostics), editions, tuple(sorted(passed)), by_id(written), withdrawn
    )


def verify(request: Request, watch: Watch) -> Outcome:
    """Do everything that build does, but write nothing."""
    library, editions, found = look(request)
    if library is None:
        return Outcome(found)
    diagnostics = list(found)
    passed: list[Edition] = []
    with closing(_made(request, library, editions, found, watch)) as press:
        for made in press:
            diagnostics += made.diagnostics
            passed += [made.edition] if made.files else []
    return Outcome(in_order(diagnostics), editions, tuple(sorted(passed)))


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
) -> Generator[Made]:
    """The editions that nothing stands against, as they come off the press."""
    import briefpress.render  # noqa: F401, PLC0415 - half a second, which forked workers inherit

    sound = [e for e in editions if request.proof or not _blocked(e, found, strict=request.strict)]
    # Brands of one audience share their text, and the engine remembers lines that it has broken.
    sound.sort(key=lambda e: (e.layout, e.audience, e.brand))
    with watch.over(len(sound)):
        for done in run(sound, partial(_start_press, library, request), request.jobs):
            made = done.result or _lost(done)
            yield made
            watch.step(done.job, passed=bool(made.files))


def _lost(done: Done[Edition, Made]) -> Made:
    """An edition that nobody could make: the worker died, or briefpress is at fault."""
    edition = done.job
    fault = fault_of("WORKER-LOST", done.failure, Where(edition.id), edition)
    if done.failure != LOST:
        fault = replace(fault, hint="please report this line, and what you did")
    return Made(edition, (fault,))


def _manner(request: Request) -> Manner:
    makers = Makers(request.wanted.printer, request.wanted.shop)
    return Manner(request.strict, request.proof, makers)


def _start_press(library: Library, request: Request) -> Callable[[Edition], Made]:
    """What a worker begins with."""
    return Press(library, _manner(request)).make


def _blocked(edition: Edition, found: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    mine = [d for d in found if d.scope.covers(edition.brand, edition.audience, edition.layout)]
    return fails(mine, strict=strict)
