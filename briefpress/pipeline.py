"""The pipeline: load, select, compose, render, check, write, in this order."""

from collections import Counter
from collections.abc import Callable, Generator, Hashable, Iterable, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

from briefpress.changes import report_changes
from briefpress.contents import Pressed, is_asked_for, write_contents
from briefpress.diagnostics import Diagnostic, Where, fails, in_order
from briefpress.finish import Makers
from briefpress.freshness import Judge, Larder, Plan
from briefpress.load import Standing, read_listing
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import Manifest, by_id
from briefpress.order import Request, look, memories_of, news_of
from briefpress.plates.worth import worth_plates
from briefpress.press import Made, Manner, Press, fault_of
from briefpress.program import program
from briefpress.recalling import LAST
from briefpress.remembering import remember
from briefpress.scribe import Scribe
from briefpress.selection import Wanted, can_be_made, editions_of
from briefpress.silencing import Heard, heard
from briefpress.staff import done_by_staff, meet
from briefpress.storeroom import DRAWINGS, MOST_SHELLS, SHELLS, Storeroom
from briefpress.tally import Outcome, Tally
from briefpress.workers import Done
from briefpress.write import hold, remove_files, sweep, try_folder, write_files

if TYPE_CHECKING:
    from briefpress.plates.shares import Part, Share

__all__ = [
    "Outcome",
    "Request",
    "Watch",
    "build",
    "look",
    "look_for_stale",
    "verify",
]


class Watch(Protocol):
    """Follows a build."""

    def over(self, count: int) -> AbstractContextManager[Any]:
        """The build makes `count` editions."""

    def step(self, edition: Edition, *, passed: bool) -> None:
        """One edition is done with."""


def build(request: Request, watch: Watch) -> Outcome:
    """Make every edition that was asked for and is stale, and write those that have no error.

    One build at a time: another one that is at work in the folder is told, and nothing is done.
    """
    memories = memories_of(request)
    library, editions, found = look(request, memories=memories)
    refused = (*try_folder(request.output), *meet(request.cluster)) if library else ()
    if library is None or refused:
        return Outcome((*found, *refused), editions)
    with hold(request.output) as held:
        if held:
            return Outcome((*found, *held), editions)
        sweep(request.output)
        remove_files(request.output, [str(LAST)])
        write_files(request.output, news_of(memories))
        outcome = _written(request, library, editions, found, watch)
        if request.key and not request.proof and outcome.is_settled:
            remember(request.output, request.key, outcome)
        return outcome


def _written(
    request: Request,
    library: Library,
    editions: tuple[Edition, ...],
    found: tuple[Diagnostic, ...],
    watch: Watch,
) -> Outcome:
    """Make what is stale of the editions, and bring the output folder up to date."""
    before = read_listing(request.output)
    report = report_changes(library, editions, before.contacts, strict=request.strict)
    found = in_order((*found, *report.diagnostics))
    docket = _docket(request, library, editions, found)
    judge = _judge(request, library, before)
    plan = judge.plan(docket.sound, anew=request.anew or request.proof)
    scribe = Scribe(request.output, judge, docket.known)
    tally = Tally(library, docket.known, plan.fresh)
    with closing(_made(request, library, tuple(plan.stale), watch, report=True)) as press:
        for made in press:
            tally.add(*scribe.written(made))
    outcome = replace(tally.outcome(found), changed=report.changed)
    if request.proof:
        return outcome
    beside = judge.plan(_beside(request, library, before, editions, found)).fresh
    pressed = Pressed(
        before=before,
        written=by_id((*outcome.written, *outcome.kept, *(one.entry for one in beside))),
        failed=tally.failed,
        stopped=tally.stopped,
        told=outcome.diagnostics,
        loaded=found,
        silenced=outcome.silenced,
        contacts=tally.contacts,
        ingredients=judge.lists,
    )
    contents = write_contents(request.output, library, request.wanted, pressed)
    return replace(
        outcome,
        diagnostics=in_order((*outcome.diagnostics, *contents.diagnostics)),
        withdrawn=contents.withdrawn,
        removed=contents.removed,
    )


def look_for_stale(request: Request) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """What a build would make, and why; nothing is made. What would be stopped is not among it."""
    library, editions, found = look(request)
    if library is None:
        return None, found
    before = read_listing(request.output)
    report = report_changes(library, editions, before.contacts, strict=request.strict)
    found = in_order((*found, *report.diagnostics))
    sound = _docket(request, library, editions, found).sound
    judge = _judge(request, library, before)
    return judge.plan(sound, anew=request.anew), found


def _beside(
    request: Request,
    library: Library,
    before: Manifest,
    editions: tuple[Edition, ...],
    found: tuple[Diagnostic, ...],
) -> Mapping[Edition, Heard]:
    """Editions that an earlier build made because somebody asked for them by name.

    A build that did not name them leaves those that still stand as they would be made.
    """
    others = (
        Edition(entry.brand, entry.audience, entry.layout, entry.format, entry.size)
        for entry in before.entries
        if is_asked_for(entry, request.wanted, library)
    )
    asked = frozenset(editions)
    known = tuple(e for e in others if e not in asked and can_be_made(library, e))
    return _docket(request, library, known, found).sound


def _judge(request: Request, library: Library, before: Manifest) -> Judge:
    """Who knows what stands in the output folder."""
    larder = Larder(library, _makers(request), _plated(request, library))
    standing = Standing(request.output)
    return Judge(library, larder, before, standing, strict=request.strict)


def verify(request: Request, watch: Watch) -> Outcome:
    """Do everything that build does for all editions, stale or not, but write nothing."""
    library, editions, found = look(request)
    refused = meet(request.cluster) if library else ()
    if library is None or refused:
        return Outcome((*found, *refused))
    before = read_listing(request.output)
    report = report_changes(library, editions, before.contacts, strict=request.strict)
    found = in_order((*found, *report.diagnostics))
    docket = _docket(request, library, editions, found)
    tally = Tally(library, docket.known)
    with closing(_made(request, library, tuple(docket.sound), watch, report=False)) as press:
        for made in press:
            tally.add(replace(made, entry=None), ())
    return replace(tally.outcome(found), changed=report.changed)


@dataclass(frozen=True)
class _Docket:
    """What is known of editions before they are made, and those that nothing stands against."""

    known: Mapping[Edition, Heard]
    sound: Mapping[Edition, Heard]


def _docket(
    request: Request,
    library: Library,
    editions: tuple[Edition, ...],
    found: tuple[Diagnostic, ...],
) -> _Docket:
    known = {edition: heard(found, edition, library.exceptions) for edition in editions}
    stopped = {e for e in editions if fails(known[e].standing, strict=request.strict)}
    sound = {e: heard for e, heard in known.items() if request.proof or e not in stopped}
    return _Docket(known, sound)


def _made(
    request: Request,
    library: Library,
    editions: tuple[Edition, ...],
    watch: Watch,
    *,
    report: bool,
) -> Generator[Made]:
    """The editions as they come off the press."""
    if any(Format(edition.format).is_paged for edition in editions):
        import briefpress.render  # noqa: F401, PLC0415 - half a second, which forked workers inherit
    manner = _manner(request, library, report=report)
    wanted = sorted(editions, key=partial(_turn, manner.plated))
    if report and manner.plated:
        manner = _prepared(request, library, manner, wanted)
    if report:
        _drawing_room(request, open_=True).tidy()
    start = partial(_start_press, library, manner)
    with watch.over(len(wanted)):
        kind = partial(_kind, manner.plated)
        for done in done_by_staff(wanted, start, request.jobs, request.cluster, kind):
            made = done.result or _lost(done)
            yield made
            watch.step(done.job, passed=bool(made.files))


def _kind(plated: frozenset[Edition], edition: Edition) -> Hashable:
    """What an edition shares with others that one process makes.

    From plates it is the shells of its brand; else its text, whose broken lines the engine
    remembers.
    """
    return edition.brand if edition.unbranded in plated else edition.unbranded


def _turn(plated: frozenset[Edition], edition: Edition) -> tuple[object, ...]:
    """The order of work: what takes longest first, and one kind after another."""
    ways = (edition.layout, edition.audience, edition.brand)
    if edition.unbranded in plated:
        return (True, edition.brand, *ways)
    return (False, *ways)


def _prepared(
    request: Request, library: Library, manner: Manner, editions: Iterable[Edition]
) -> Manner:
    """Have each plate that several editions need made and tried before, for all to find.

    Those of a cluster do not see the storeroom: they get what it has with them.
    """
    room = _storeroom(request, open_=True)
    if request.cluster:
        manner = replace(manner, store=room.packed(), shells=None, drawings=None)
    needed = Counter(edition.unbranded for edition in editions)
    first = {edition.unbranded: edition for edition in editions}
    several = (key for key, count in needed.items() if count > 1 or request.cluster)
    plated = [first[key] for key in several if key in manner.plated]
    if plated:
        manner = replace(manner, refused=_tried(request, library, manner, plated, room))
    for one in (room, _shell_room(request, open_=True)):
        one.tidy()
    return replace(manner, store=room.packed()) if request.cluster else manner


def _tried(
    request: Request, library: Library, manner: Manner, plated: Iterable[Edition], room: Storeroom
) -> Mapping[str, str]:
    """Have plates tried by all processes, each on one brand at a time; those that are not used.

    Of a plate whose parts do not all come back nothing is said: who needs it tries it whole.
    """
    from briefpress.plates.shares import Gathering, shares_of  # noqa: PLC0415 - as above

    gathering = Gathering(room)
    start, kind = partial(_start_trying, library, manner), attrgetter("plate")
    for done in done_by_staff(
        shares_of(plated), start, request.jobs, request.cluster, kind, apart=True
    ):
        gathering.add(done.result)
    return gathering.refused


def _lost(done: Done[Edition, Made]) -> Made:
    """An edition that nobody could make: the worker died, or briefpress is at fault."""
    edition = done.job
    fault = fault_of("WORKER-LOST", done.failure, Where(edition.id), edition)
    if not done.lost:
        fault = replace(fault, hint="please report this line, and what you did")
    return Made(edition, (fault,))


def _makers(request: Request) -> Makers:
    return Makers(request.wanted.printer, request.wanted.shop)


def _manner(request: Request, library: Library, *, report: bool) -> Manner:
    plated = _plated(request, library)
    return Manner(
        strict=request.strict,
        proof=request.proof,
        report=report and not request.proof,
        makers=_makers(request),
        plated=plated,
        store=_storeroom(request, open_=report) if plated else None,
        shells=_shell_room(request, open_=report) if plated else None,
        drawings=_drawing_room(request, open_=report),
    )


def _storeroom(request: Request, *, open_: bool) -> Storeroom:
    return Storeroom(request.output, " ".join(program().values()), open_)


def _shell_room(request: Request, *, open_: bool) -> Storeroom:
    plates = _storeroom(request, open_=open_)
    return replace(plates, folder=SHELLS, most=MOST_SHELLS)


def _drawing_room(request: Request, *, open_: bool) -> Storeroom:
    return replace(_storeroom(request, open_=open_), folder=DRAWINGS)


def _plated(request: Request, library: Library) -> frozenset[Edition]:
    """Plates are for what a whole build has enough of: what is asked for now changes no bytes."""
    is_plain = request.direct or request.proof
    return frozenset() if is_plain else worth_plates(editions_of(library, Wanted())[0])


def _start_press(library: Library, manner: Manner) -> Callable[[Edition], Made]:
    """What a worker begins with."""
    return Press(library, manner).make


def _start_trying(library: Library, manner: Manner) -> "Callable[[Share], Part | None]":
    """What a worker begins with that tries plates."""
    return Press(library, manner).part
